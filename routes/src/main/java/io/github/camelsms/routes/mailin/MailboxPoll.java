package io.github.camelsms.routes.mailin;

import io.github.camelsms.listeners.smtp.mail.MailContent;
import io.github.camelsms.listeners.smtp.mail.MailEnvelope;
import io.github.camelsms.listeners.smtp.mail.UnreadableMailException;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.settings.MailboxSettings;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailConstants;
import org.apache.camel.component.mail.MailMessage;
import org.apache.camel.support.DefaultMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of {@code mail-poll.yaml} for one mailbox. */
final class MailboxPoll {

    static final String OUTCOME = "SmsMailOutcome";

    private static final Logger LOG = LoggerFactory.getLogger(MailboxPoll.class);
    private static final String MAIL = "SmsMailOriginal";
    /** Octets of a mail that are read; what stands behind them are attachments. */
    private static final int MOST = 16 << 20;

    private final MailboxSettings settings;
    private final MailboxIngress ingress;

    MailboxPoll(MailboxSettings settings, MailboxIngress ingress) {
        this.settings = settings;
        this.ingress = ingress;
    }

    /** Makes the body a list of what the mail asks for, one entry for each address; what is refused is noted. */
    void read(Exchange exchange) {
        SubmitOutcome outcome = new SubmitOutcome();
        Message original = exchange.getIn(MailMessage.class).getOriginalMessage();
        exchange.setProperty(OUTCOME, outcome);
        exchange.setProperty(MAIL, original);
        // no field of the mail is a header from here on, nor could one steer the consumer
        DefaultMessage message = new DefaultMessage(exchange);
        message.setBody(List.of());
        exchange.setIn(message);
        try {
            byte[] octets = octets(original);
            MailContent mail = MailContent.read(octets);
            LeftOut.note(exchange, mail);
            message.setBody(ingress.admissions(mail.identifiedBy(octets), MailEnvelope.read(octets), outcome));
        } catch (UnreadableMailException e) {
            outcome.failed(Refusal.BAD_REQUEST.because(e.getMessage()));
        } catch (MessagingException | IOException e) {
            // the server has gone, or holds back what it has announced
            outcome.failed(e);
        }
    }

    /** Decides what becomes of the mail: it is deleted or flagged, set aside, or stays for the next look. */
    void finish(Exchange exchange) throws MessagingException {
        SubmitOutcome outcome = exchange.getProperty(OUTCOME, SubmitOutcome.class);
        exchange.setIn(new DefaultMessage(exchange));
        if (outcome.isToBeRepeated()) {
            LOG.warn("a mail of {} stays for the next look: {}", settings.name(), outcome.reason());
            // a mark to roll back would not do: the consumer would take it for success
            exchange.setException(new NotNowException());
            return;
        }
        exchange.getIn().setHeader(MailConstants.MAIL_DELETE, settings.delete() && !outcome.isSetAside());
        if (outcome.isSetAside()) {
            LOG.warn(
                    "a mail of {} is set aside, it stays in the mailbox: {}{}",
                    settings.name(),
                    outcome.reason(),
                    outcome.ids().isEmpty() ? "" : "; accepted for others: " + String.join(",", outcome.ids()));
            if (settings.isImap()) {
                exchange.getProperty(MAIL, Message.class).setFlag(Flags.Flag.FLAGGED, true);
            }
        } else {
            LOG.info("a mail of {} is accepted: {}", settings.name(), String.join(",", outcome.ids()));
            LeftOut.tell(exchange);
        }
    }

    /** Has the consumer leave the mail alone. */
    private static final class NotNowException extends Exception {

        private static final long serialVersionUID = 1L;

        NotNowException() {
            super("not possible now", null, false, false);
        }
    }

    private static byte[] octets(Message mail) throws MessagingException, IOException {
        Bounded octets = new Bounded();
        mail.writeTo(octets);
        return octets.kept.toByteArray();
    }

    /** Keeps the beginning of what is written. */
    private static final class Bounded extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        @Override
        public void write(int octet) {
            if (kept.size() < MOST) {
                kept.write(octet);
            }
        }

        @Override
        public void write(byte[] octets, int from, int length) {
            kept.write(octets, from, Math.max(0, Math.min(length, MOST - kept.size())));
        }
    }
}
