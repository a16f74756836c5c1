package io.github.camelsms.routes.routing;

import io.github.camelsms.sms.routing.GatewayState;
import io.github.camelsms.sms.store.SmsRejectedException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the gateways are like: asked for now and then, so that a message costs no question. */
public final class GatewayStateCache {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayStateCache.class);
    private static final long MOMENT_NANOS = 50_000_000L;
    private static final long OLD_NANOS = 3_000_000_000L;
    private static final long FRESH_NANOS = 1_000_000_000L;

    private final Supplier<CompletionStage<Map<String, GatewayState>>> source;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Map<String, GatewayState> last = Map.of();
    private volatile long readAt = System.nanoTime() - OLD_NANOS;

    public GatewayStateCache(Supplier<CompletionStage<Map<String, GatewayState>>> source) {
        this.source = source;
    }

    /** As they were a second ago, or a little more; after a while in which nobody has asked it waits for the answer. */
    public Map<String, GatewayState> recent() {
        long age = System.nanoTime() - readAt;
        if (age >= OLD_NANOS) {
            return now();
        }
        if (age >= FRESH_NANOS && asking.compareAndSet(false, true)) {
            var unused = source.get().whenComplete((states, failure) -> {
                if (failure == null) {
                    keep(states);
                } else {
                    LOG.debug("what the gateways are like cannot be read", failure);
                }
                asking.set(false);
            });
        }
        return last;
    }

    /**
     * As they are now, but for a moment: waits for the answer.
     *
     * @throws SmsRejectedException when the store does not answer
     */
    public Map<String, GatewayState> now() {
        if (System.nanoTime() - readAt < MOMENT_NANOS) {
            return last;
        }
        try {
            keep(source.get().toCompletableFuture().join());
            return last;
        } catch (CompletionException e) {
            if (e.getCause() instanceof SmsRejectedException refused) {
                throw refused;
            }
            throw e;
        }
    }

    private void keep(Map<String, GatewayState> states) {
        last = Map.copyOf(states);
        readAt = System.nanoTime();
    }
}
