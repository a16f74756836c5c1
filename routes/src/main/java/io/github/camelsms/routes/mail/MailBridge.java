package io.github.camelsms.routes.mail;

import io.github.camelsms.routes.settings.MailSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what the mail route files refer to into a context. */
public final class MailBridge {

    private static final Logger LOG = LoggerFactory.getLogger(MailBridge.class);

    private final SmsMail composer;
    private final MailFolder folder;
    private final Clock clock;

    private MailBridge(MailSettings settings, Clock clock) {
        this.composer = new SmsMail(settings);
        this.folder = new MailFolder(settings.folder());
        this.clock = clock;
    }

    /**
     * Binds the beans {@code smsMail} (the message becomes a mail) and {@code smsMailFolder} (the mail becomes a
     * file).
     */
    public static void addTo(CamelContext context, MailSettings settings, Clock clock) {
        MailBridge bridge = new MailBridge(settings, clock);
        context.getRegistry().bind("smsMail", (org.apache.camel.Processor) bridge::compose);
        context.getRegistry().bind("smsMailFolder", (org.apache.camel.Processor) bridge::write);
    }

    private void compose(Exchange exchange) throws MessagingException {
        MimeMessage mail = composer.compose(ReceivedMessage.of(exchange.getMessage(), clock));
        exchange.getMessage().setBody(mail);
        // what the mail component would take for options or for mail headers
        exchange.getMessage().removeHeaders("*");
    }

    private void write(Exchange exchange) throws MessagingException, IOException {
        MimeMessage mail = (MimeMessage) exchange.getMessage().getBody();
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        mail.writeTo(octets);
        String id = mail.getMessageID();
        Path file = folder.write(id.substring("<sms.".length(), id.indexOf('@')) + ".eml", octets.toByteArray());
        exchange.getMessage().setHeader(Exchange.FILE_NAME_PRODUCED, file.toString());
        LOG.info("mail written to {}", file);
    }
}
