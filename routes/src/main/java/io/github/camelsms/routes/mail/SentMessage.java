package io.github.camelsms.routes.mail;

import io.github.camelsms.routes.settings.MailAddress;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.Operations;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Fetches the message that a report is about, and says who is told: the header {@link MailBridge#MAILBOX} stays away
 * when nobody is. That is the mailbox that the message names for reports, or nobody where it names {@code <>}: what made
 * it was a bounce, an automatic answer, a mailing list. Else that of its replies, else that of its account.
 */
final class SentMessage implements Processor {

    private static final String RECORD = "CamelSmsSentMessage";

    private final Supplier<Operations> store;
    private final Map<String, MailAddress> accounts;

    SentMessage(Supplier<Operations> store, Map<String, MailAddress> accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Message report = exchange.getMessage();
        report.removeHeader(MailBridge.MAILBOX);
        MessageId id = new MessageId(report.getHeader(SmsConstants.MESSAGE_ID, String.class));
        Optional<MessageRecord> found = StoreAnswer.of(store.get().find(id));
        found.ifPresent(message -> {
            exchange.setProperty(RECORD, message);
            who(message).ifPresent(mailbox -> report.setHeader(MailBridge.MAILBOX, mailbox.text()));
        });
    }

    /** What {@link #process} has found. */
    static MessageRecord of(Exchange exchange) {
        return exchange.getProperty(RECORD, MessageRecord.class);
    }

    /** When what is reported happened. */
    static Instant reportedAt(Message report, Clock clock) {
        OffsetDateTime time = report.getHeader(SmsConstants.TIMESTAMP, OffsetDateTime.class);
        return time == null ? clock.instant() : time.toInstant();
    }

    private Optional<MailAddress> who(MessageRecord message) {
        Optional<String> named = AnsweredMail.attribute(message, SmsConstants.REPORT_TO);
        if (named.isPresent()) {
            return named.flatMap(SentMessage::address);
        }
        return message.message()
                .replyTo()
                .flatMap(reply -> address(reply.mailbox().strip()))
                .or(() -> message.message().account().map(accounts::get));
    }

    private static Optional<MailAddress> address(String text) {
        return Optional.of(text).filter(MailAddress::isMailAddress).map(MailAddress::new);
    }
}
