package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.store.HandOut;
import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.Incoming;
import io.github.camelsms.sms.store.Mailbox;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Hands out received messages, with the mailboxes whose reply links apply. One that fails stays and is tried again. */
final class IncomingConsumer extends MailboxConsumer<Incoming> {

    private final SmsSettings settings;

    IncomingConsumer(SmsEndpoint endpoint, Processor processor, SmsSettings settings) {
        super(endpoint, processor, Mailbox.INCOMING, settings.concurrency());
        this.settings = settings;
    }

    @Override
    CompletionStage<HandOut<Incoming>> ask(int limit) {
        return store().handIncoming(limit);
    }

    @Override
    void fill(Exchange exchange, Leased<Incoming> leased) {
        IncomingHeaders.write(exchange.getMessage(), leased.item(), leased.lease());
    }

    @Override
    Supplier<CompletionStage<Void>> succeeded(Exchange exchange, Leased<Incoming> leased) {
        return () -> store().done(leased.lease());
    }

    @Override
    Supplier<CompletionStage<Void>> failed(Exchange exchange, Leased<Incoming> leased) {
        return tryAgain(leased.lease(), exchange.getException(), settings.retry());
    }
}
