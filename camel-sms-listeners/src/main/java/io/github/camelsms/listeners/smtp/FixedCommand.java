package io.github.camelsms.listeners.smtp;

import java.io.IOException;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/** A command whose answer is always the same. */
final class FixedCommand extends BaseCommand {

    /** What becomes of the session. */
    enum Then {
        GO_ON,
        /** What follows such a command is not a command. */
        CLOSE
    }

    private final SmtpReply reply;
    private final Then then;

    FixedCommand(String verb, SmtpReply reply, Then then) {
        super(verb, reply.text());
        this.reply = reply;
        this.then = then;
    }

    @Override
    public void execute(String commandString, Session session) throws IOException, DropConnectionException {
        if (then == Then.CLOSE) {
            throw reply.asLastWord();
        }
        session.sendResponse(reply.line());
    }
}
