package io.github.camelsms.routes.mail;

import io.github.camelsms.routes.settings.MailAddress;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Gives a message whose mailbox nobody has named to the one mailbox that has written to its phone lately. */
final class LinkedMailbox implements Processor {

    /** Exchange property: it is the answer to that mailbox. */
    static final String ANSWER = "CamelSmsAnswer";

    /** Exchange property: several have written to the phone. */
    static final String CONFLICT = "CamelSmsConflict";

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        List<MailAddress> linked = ReceivedMessage.linked(message);
        boolean named = message.getHeader(MailBridge.MAILBOX) != null;
        exchange.setProperty(ANSWER, !named && linked.size() == 1);
        exchange.setProperty(CONFLICT, !named && linked.size() > 1);
        if (!named && linked.size() == 1) {
            message.setHeader(MailBridge.MAILBOX, linked.get(0).text());
        }
    }
}
