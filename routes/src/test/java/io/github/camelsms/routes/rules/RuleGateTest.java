package io.github.camelsms.routes.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RuleGateTest {

    @Test
    void whoIsInIsWaitedForAndWhoComesWaits() {
        RuleGate gate = new RuleGate(Runnable::run);
        AtomicInteger late = new AtomicInteger();
        assertThat(gate.enter(late::incrementAndGet)).isTrue();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(gate::close);
        await().until(() -> !gate.enter(late::incrementAndGet) || leave(gate));
        assertThat(closing).isNotDone();
        gate.leave();
        await().atMost(Duration.ofSeconds(10)).until(closing::isDone);
        assertThat(gate.enter(late::incrementAndGet)).isFalse();
        assertThat(late).hasValue(0);
        gate.open();
        assertThat(late.get()).isPositive();
        assertThat(gate.enter(late::incrementAndGet)).isTrue();
    }

    /** It was not closed yet. */
    private static boolean leave(RuleGate gate) {
        gate.leave();
        return false;
    }
}
