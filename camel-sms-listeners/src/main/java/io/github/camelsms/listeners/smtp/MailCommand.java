package io.github.camelsms.listeners.smtp;

import io.github.camelsms.listeners.smtp.SmtpSettings.Encryption;
import java.io.IOException;
import java.util.Locale;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/** {@code MAIL FROM:<…>}: a mail begins. */
final class MailCommand extends BaseCommand {

    private static final String FROM = "FROM:";

    private final SessionGuard guard;
    private final SmtpLimits limits;
    private final Encryption encryption;

    MailCommand(SessionGuard guard, SmtpLimits limits, Encryption encryption) {
        super("MAIL", "Specifies the sender.", "FROM:<sender>");
        this.guard = guard;
        this.limits = limits;
        this.encryption = encryption;
    }

    @Override
    public void execute(String commandString, Session session) throws IOException, DropConnectionException {
        guard.checkOpen();
        try {
            begin(getArgPredicate(commandString), session);
            session.sendResponse("250 2.1.0 ok");
        } catch (RefusedException e) {
            session.sendResponse(e.reply().line());
        }
    }

    private void begin(String argument, Session session) throws RefusedException {
        if (session.getHelo().isEmpty()) {
            throw new RefusedException(503, "5.5.1", "Say EHLO first");
        }
        if (encryption == Encryption.REQUIRED && !session.isTLSStarted()) {
            throw new RefusedException(530, "5.7.0", "Say STARTTLS first");
        }
        if (session.isMailTransactionInProgress()) {
            throw new RefusedException(503, "5.5.1", "A mail has begun already");
        }
        if (!argument.regionMatches(true, 0, FROM, 0, FROM.length())) {
            throw new RefusedException(501, "5.5.4", "Syntax: MAIL FROM:<address>");
        }
        MailPath sender = MailPath.parse(argument.substring(FROM.length()));
        for (String parameter : sender.parameters()) {
            check(parameter.toUpperCase(Locale.ROOT));
        }
        guard.countMessage(session);
        session.startMailTransaction();
        ((Transaction) session.getMessageHandler()).from(sender.written());
    }

    private void check(String parameter) throws RefusedException {
        if (parameter.matches("SIZE=[0-9]{1,20}")) {
            String digits = parameter.substring("SIZE=".length()).replaceFirst("^0+(?=.)", "");
            if (digits.length() > 9 || Integer.parseInt(digits) > limits.messageSize()) {
                throw new RefusedException(552, "5.3.4", "Message too big");
            }
        } else if (!parameter.equals("BODY=7BIT")
                && !parameter.equals("BODY=8BITMIME")
                && !parameter.startsWith("AUTH=")) {
            throw new RefusedException(555, "5.5.4", "That parameter is not known here");
        }
    }
}
