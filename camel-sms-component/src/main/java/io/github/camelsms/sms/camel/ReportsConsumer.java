package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.store.HandOut;
import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.Outcome;
import io.github.camelsms.sms.store.Subscription;
import java.time.ZoneOffset;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Hands out what became of messages: each final state once, and at most one warning that it takes long; to a
 * subscription what it wants.
 */
final class ReportsConsumer extends MailboxConsumer<Outcome> {

    private static final int SUBSCRIBE_SECONDS = 30;

    private final SmsSettings settings;

    ReportsConsumer(SmsEndpoint endpoint, Processor processor, SmsSettings settings) {
        super(endpoint, processor, Mailbox.REPORTS, settings.concurrency());
        this.settings = settings;
    }

    @Override
    protected void doStart() throws Exception {
        if (settings.subscription().isPresent()) {
            getEndpoint()
                    .getComponent()
                    .openStore()
                    .subscribe(settings.subscription().get())
                    .toCompletableFuture()
                    .get(SUBSCRIBE_SECONDS, TimeUnit.SECONDS);
        }
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        if (store() != null) {
            settings.subscription().map(Subscription::name).ifPresent(store()::unsubscribe);
        }
        super.doStop();
    }

    @Override
    CompletionStage<HandOut<Outcome>> ask(int limit) {
        return store().handReports(
                        settings.subscription().map(Subscription::name).orElse(Subscription.EVERYBODY), limit);
    }

    @Override
    void fill(Exchange exchange, Leased<Outcome> leased) {
        Outcome outcome = leased.item();
        Message message = exchange.getMessage();
        String state = outcome.word();
        message.setHeader(SmsConstants.REPORT_ID, leased.lease().id().value());
        message.setHeader(SmsConstants.MESSAGE_ID, outcome.message().value());
        message.setHeader(SmsConstants.STATE, state);
        message.setHeader(SmsConstants.REASON, outcome.reason());
        message.setHeader(SmsConstants.TIMESTAMP, outcome.at().atOffset(ZoneOffset.UTC));
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
