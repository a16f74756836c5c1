package io.github.camelsms.listeners.smtp;

/** What a client wants is refused, with the answer that says why. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient SmtpReply reply;

    RefusedException(int code, String enhanced, String text) {
        super(text, null, false, false);
        this.reply = new SmtpReply(code, enhanced, text);
    }

    SmtpReply reply() {
        return reply;
    }
}
