package io.github.camelsms.listeners.smtp;

import java.io.IOException;
import java.time.Clock;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/** {@code DATA}: the text comes, and the mail is taken or not. Either way the transaction is over. */
final class DataCommand extends BaseCommand {

    private final SessionGuard guard;
    private final SmtpLimits limits;
    private final MailReceiver receiver;
    private final Clock clock;

    DataCommand(SessionGuard guard, SmtpLimits limits, MailReceiver receiver, Clock clock) {
        super("DATA", "The text of the mail follows.");
        this.guard = guard;
        this.limits = limits;
        this.receiver = receiver;
        this.clock = clock;
    }

    @Override
    public void execute(String commandString, Session session) throws IOException, DropConnectionException {
        guard.checkOpen();
        if (!(session.getMessageHandler() instanceof Transaction transaction)) {
            session.sendResponse("503 5.5.1 Say MAIL first");
            return;
        }
        if (transaction.recipients().isEmpty()) {
            session.sendResponse("503 5.5.1 There is no recipient");
            return;
        }
        session.sendResponse("354 Enter mail \".\" ends");
        guard.progress(session);
        try {
            byte[] mail = new MailData(
                            session.getRawInput(),
                            limits.messageSize(),
                            clock,
                            clock.instant().plus(limits.transaction()))
                    .read();
            Envelope envelope = new Envelope(transaction.sender(), transaction.recipients(), Login.client(session));
            session.sendResponse(guard.whileBusy(session, () -> receiver.receive(envelope, mail))
                    .line());
        } catch (RefusedException e) {
            session.sendResponse(e.reply().line());
        } finally {
            session.resetMailTransaction();
        }
    }
}
