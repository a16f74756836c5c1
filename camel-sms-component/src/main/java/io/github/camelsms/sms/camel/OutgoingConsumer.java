package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.store.Failure;
import io.github.camelsms.sms.store.HandOut;
import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A gateway: hands out the messages that it may carry. While the gateway says that it cannot send at all, it is asked
 * again every few seconds with one message, which costs that message nothing. While its network says that it gets too
 * much, it is fed more slowly.
 */
final class OutgoingConsumer extends MailboxConsumer<Message> {

    private static final Logger LOG = LoggerFactory.getLogger(OutgoingConsumer.class);
    private static final Backoff UNAVAILABLE = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(4));
    private static final long REGISTER_SECONDS = 30;

    private final SmsSettings settings;
    private final String gateway;
    private final AtomicInteger unavailable = new AtomicInteger();
    private final Pace pace = new Pace();

    OutgoingConsumer(SmsEndpoint endpoint, Processor processor, SmsSettings settings, String gateway) {
        super(endpoint, processor, Mailbox.OUTGOING, settings.concurrency());
        this.settings = settings;
        this.gateway = gateway;
    }

    @Override
    protected void doStart() throws Exception {
        getEndpoint()
                .getComponent()
                .openStore()
                .registerGateway(gateway, settings.onUncertain())
                .toCompletableFuture()
                .get(REGISTER_SECONDS, TimeUnit.SECONDS);
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        if (store() != null) {
            store().unregisterGateway(gateway).toCompletableFuture().get(REGISTER_SECONDS, TimeUnit.SECONDS);
        }
        super.doStop();
    }

    @Override
    CompletionStage<HandOut<Message>> ask(int limit) {
        boolean oneByOne = unavailable.get() > 0 || !pace.gap().isZero();
        return store().handOutgoing(gateway, oneByOne ? 1 : limit);
    }

    @Override
    void handedOut(HandOut<Message> handOut) {
        Duration gap = pace.gap();
        if (!gap.isZero() && !handOut.items().isEmpty()) {
            pause(gap);
        }
    }

    @Override
    void fill(Exchange exchange, Leased<Message> leased) {
        MessageHeaders.write(exchange.getMessage(), leased.item(), leased.lease(), gateway);
        exchange.setProperty(SmsConstants.LEDGER_PROPERTY, store().ledger(leased.lease()));
    }

    @Override
    Supplier<CompletionStage<Void>> succeeded(Exchange exchange, Leased<Message> leased) {
        if (unavailable.getAndSet(0) > 0) {
            LOG.info("[{}] sends again", gateway);
        }
        pace.taken(now());
        List<String> references = MessageHeaders.references(exchange.getMessage());
        return () -> store().sent(leased.lease(), references);
    }

    @Override
    Supplier<CompletionStage<Void>> failed(Exchange exchange, Leased<Message> leased) {
        Failure failure = Failures.classify(exchange.getException());
        Duration delay = settings.retry().after(leased.lease().attempt(), RandomGenerator.getDefault());
        if (failure.kind() == FailureKind.UNAVAILABLE) {
            delay = UNAVAILABLE.after(unavailable.incrementAndGet(), RandomGenerator.getDefault());
            if (unavailable.get() == 1) {
                LOG.warn("[{}] cannot send now, messages wait: {}", gateway, failure.reason());
            }
            pause(delay);
        } else if (failure.retryAfter().isPresent()) {
            delay = slowDown(failure);
        } else {
            LOG.warn("[{}] {} {}: {}", gateway, leased.lease().id(), failure.kind(), failure.reason());
        }
        Instant retryAt = now().plus(delay);
        return () -> store().failed(leased.lease(), failure, retryAt);
    }

    /** The message itself is no worse than others: it is tried again as soon as the network may be asked. */
    private Duration slowDown(Failure failure) {
        boolean first = pace.gap().isZero();
        pace.throttled(now());
        Duration asked = failure.retryAfter().orElseThrow();
        Duration delay = asked.compareTo(pace.gap()) > 0 ? asked : pace.gap();
        if (first) {
            LOG.warn("[{}] is fed more slowly, its network wants that: {}", gateway, failure.reason());
        }
        pause(delay);
        return delay;
    }
}
