package io.github.camelsms.routes.mail;

import io.github.camelsms.routes.settings.MailAddress;
import io.github.camelsms.routes.settings.MailSettings;
import io.github.camelsms.sms.camel.SmsComponent;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.Operations;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.spi.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what the mail route files refer to into a context. */
public final class MailBridge {

    /** Header: the mailbox that a mail goes to. */
    public static final String MAILBOX = "CamelSmsMailbox";

    private static final Logger LOG = LoggerFactory.getLogger(MailBridge.class);
    private static final String RECEIVED = "CamelSmsReceivedMessage";

    private final MailSettings settings;
    private final SmsMail received;
    private final DeliveryReportMail report;
    private final ArchiveMail archive;
    private final MailFolder folder;
    private final Clock clock;

    private MailBridge(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.received = new SmsMail(settings);
        this.report = new DeliveryReportMail(settings);
        this.archive = new ArchiveMail(settings);
        this.folder = new MailFolder(settings.folder());
        this.clock = clock;
    }

    /**
     * Binds the steps of the mail route files: {@code smsMailNamed}, {@code smsMailLinked}, {@code smsMailConflict},
     * {@code smsMailDefault}, {@code smsMailAnswered}, {@code smsMail}, {@code smsMailReturned} of received messages; {@code smsSentMessage}, {@code smsReportMail},
     * {@code smsArchiveMail} of sent ones; {@code smsMailFolder} (the mail becomes a file) and {@code smsMailRefused}.
     */
    public static void addTo(CamelContext context, MailSettings settings, Clock clock) {
        MailBridge bridge = new MailBridge(settings, clock);
        Supplier<Operations> store =
                () -> context.getComponent("sms", SmsComponent.class).operations();
        Registry registry = context.getRegistry();
        registry.bind("smsMailNamed", new NamedMailbox(settings));
        registry.bind("smsMailLinked", new LinkedMailbox());
        registry.bind("smsMailDefault", (Processor) bridge::toDefault);
        registry.bind("smsMailConflict", new ConflictQuestion(context, settings, clock));
        registry.bind("smsMailAnswered", new AnsweredMail(store));
        registry.bind("smsMail", (Processor) bridge::compose);
        registry.bind("smsMailReturned", (Processor) bridge::composeReturned);
        registry.bind(
                "smsSentMessage", new SentMessage(store, settings.reports().accounts()));
        registry.bind("smsReportMail", (Processor) bridge::composeReport);
        registry.bind("smsArchiveMail", (Processor) bridge::composeArchive);
        registry.bind("smsMailFolder", (Processor) bridge::write);
        registry.bind("smsMailRefused", new RefusedMail());
    }

    /** The route files that the settings ask for. */
    public static List<String> routes(MailSettings settings) {
        List<String> files = new ArrayList<>(List.of("mail.yaml"));
        if (!settings.reports().states().isEmpty()) {
            files.add("reports-by-mail.yaml");
        }
        if (settings.archive().isPresent()) {
            files.add("archive.yaml");
        }
        return files;
    }

    private void compose(Exchange exchange) throws MessagingException {
        ReceivedMessage message = ReceivedMessage.of(exchange.getMessage(), clock);
        exchange.setProperty(RECEIVED, message);
        become(exchange, received.compose(message));
    }

    private void toDefault(Exchange exchange) {
        if (exchange.getMessage().getHeader(MAILBOX) == null) {
            exchange.getMessage().setHeader(MAILBOX, settings.defaultMailbox().text());
        }
    }

    private void composeReturned(Exchange exchange) throws MessagingException {
        ReceivedMessage message = exchange.getProperty(RECEIVED, ReceivedMessage.class);
        LOG.warn("{} goes to {}: the mail server refuses its mailbox", message.id(), settings.defaultMailbox());
        become(exchange, received.returned(message));
    }

    private void composeReport(Exchange exchange) throws MessagingException {
        Message told = exchange.getMessage();
        MimeMessage mail = report.compose(
                told.getHeader(SmsConstants.REPORT_ID, String.class),
                new MailAddress(told.getHeader(MAILBOX, String.class)),
                SentMessage.of(exchange),
                told.getHeader(SmsConstants.STATE, String.class),
                told.getHeader(SmsConstants.REASON, "", String.class),
                SentMessage.reportedAt(told, clock));
        become(exchange, mail);
    }

    private void composeArchive(Exchange exchange) throws MessagingException {
        MessageRecord message = SentMessage.of(exchange);
        become(
                exchange,
                archive.compose(
                        settings.archive().orElseThrow(),
                        message,
                        SentMessage.reportedAt(exchange.getMessage(), clock)));
    }

    private static void become(Exchange exchange, MimeMessage mail) {
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
