package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.store.HandOut;
import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.Outcome;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Hands out what became of messages: each final state once, and at most one warning that it takes long. */
final class ReportsConsumer extends MailboxConsumer<Outcome> {

    /** State of an exchange that warns: the message is still being tried. */
    private static final String DELAYED = "DELAYED";

    private final SmsSettings settings;

    ReportsConsumer(SmsEndpoint endpoint, Processor processor, SmsSettings settings) {
        super(endpoint, processor, Mailbox.REPORTS, settings.concurrency());
        this.settings = settings;
    }

    @Override
    CompletionStage<HandOut<Outcome>> ask(int limit) {
        return store().handReports(limit);
    }

    @Override
    void fill(Exchange exchange, Leased<Outcome> leased) {
        Outcome outcome = leased.item();
        Message message = exchange.getMessage();
        String state = outcome.kind() == Outcome.Kind.DELAYED
                ? DELAYED
                : outcome.state().name();
        message.setHeader(SmsConstants.MESSAGE_ID, outcome.message().value());
        message.setHeader(SmsConstants.STATE, state);
        message.setHeader(SmsConstants.REASON, outcome.reason());
        message.setHeader(SmsConstants.TO, outcome.recipient().value());
        message.setHeader(SmsConstants.ATTEMPT, leased.lease().attempt());
        outcome.replyTo().ifPresent(mailbox -> message.setHeader(SmsConstants.REPLY_TO, mailbox));
        message.setBody(outcome.reason().isEmpty() ? state : state + ": " + outcome.reason());
    }

    @Override
    Supplier<CompletionStage<Void>> succeeded(Exchange exchange, Leased<Outcome> leased) {
        return () -> store().done(leased.lease());
    }

    @Override
    Supplier<CompletionStage<Void>> failed(Exchange exchange, Leased<Outcome> leased) {
        return tryAgain(leased.lease(), exchange.getException(), settings.retry());
    }
}
