package io.github.camelsms.routes.mailin;

import io.github.camelsms.listeners.smtp.mail.MailContent;
import io.github.camelsms.sms.camel.SmsConstants;
import java.util.List;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line in the log for each mail of which something was left out: attachments, named by their types alone. */
final class LeftOut {

    private static final Logger LOG = LoggerFactory.getLogger(LeftOut.class);
    private static final String PROPERTY = "SmsMailLeftOut";
    private static final int MOST = 10;

    private LeftOut() {}

    /** Keeps it until the message has an identity. */
    static void note(Exchange exchange, MailContent mail) {
        exchange.setProperty(PROPERTY, mail.attachments());
    }

    /** Says it. */
    static void tell(Exchange exchange) {
        List<?> attachments = exchange.getProperty(PROPERTY, List.of(), List.class);
        if (!attachments.isEmpty()) {
            LOG.info(
                    "{}: of the mail {} attachments were left out: {}",
                    exchange.getMessage().getHeader(SmsConstants.MESSAGE_ID, "", String.class),
                    attachments.size(),
                    attachments.stream().limit(MOST).map(LeftOut::type).toList());
        }
    }

    /** What stands before the type is the name of a file, which is nobody's business. */
    private static String type(Object attachment) {
        String text = attachment.toString();
        String type = text.substring(text.lastIndexOf(' ') + 1);
        return type.matches("[a-z0-9.+/-]{1,80}") ? type : "unknown";
    }
}
