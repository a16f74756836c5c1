package io.github.camelsms.listeners.smtp;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** What is known of the mail that a session is about to send. The commands fill it; RSET, EHLO and the end drop it. */
final class Transaction implements MessageHandler {

    private String sender = "";
    private final List<Recipient> recipients = new ArrayList<>();

    @Override
    public void from(String from) {
        sender = from;
    }

    void add(Recipient recipient) {
        recipients.add(recipient);
    }

    String sender() {
        return sender;
    }

    List<Recipient> recipients() {
        return recipients;
    }

    /** Recipients come by {@link #add}, checked. */
    @Override
    public void recipient(String recipient) throws RejectException {
        throw new RejectException(503, "5.5.1 bad sequence");
    }

    /** The text comes by {@link DataCommand}. */
    @Override
    public String data(InputStream data) throws RejectException {
        throw new RejectException(503, "5.5.1 bad sequence");
    }

    @Override
    public void done() {
        recipients.clear();
    }
}
