package io.github.camelsms.listeners.smtp;

import org.subethamail.smtp.DropConnectionException;

/**
 * One answer (RFC 5321, 4.2) with its enhanced status code (RFC 3463). Nothing that a client has sent is repeated in it.
 *
 * @param code such as 250
 * @param enhanced such as 2.6.0
 * @param text printable ASCII
 */
public record SmtpReply(int code, String enhanced, String text) {

    public SmtpReply {
        if (code < 200 || code > 599 || !enhanced.matches("[245]\\.[0-9]\\.[0-9]{1,2}")) {
            throw new IllegalArgumentException("no SMTP reply: " + code + " " + enhanced);
        }
        text = text.replaceAll("[^\\x20-\\x7E]", "?");
    }

    /** Whether it says that all is well. */
    public boolean isPositive() {
        return code < 400;
    }

    /** Whether it asks the client to try again. */
    public boolean isTemporary() {
        return code >= 400 && code < 500;
    }

    /** The line, without its end. */
    public String line() {
        return code + " " + enhanced + " " + text;
    }

    /** The same as the last word of a session. */
    DropConnectionException asLastWord() {
        return new DropConnectionException(code, enhanced + " " + text);
    }
}
