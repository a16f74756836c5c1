package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Number 15 of the contract of {@link MessageStore}: requests with the same key are one. */
class IdempotencyKeyContractTest extends StoreContract {

    @Test
    void aKeyStandsForOneContent15() {
        IdempotencyKey key = new IdempotencyKey(Optional.of("acme"), "order-17");
        List<Message> messages = List.of(message("a"), message("b"));
        List<MessageId> first = get(store.accept(key, messages));
        clock.advance(Duration.ofHours(1));

        assertThat(get(store.accept(key, List.of(message("a"), message("b")))))
                .as("the same although its expiry is later")
                .isEqualTo(first);
        assertRejected(store.accept(key, List.of(message("a"))), Code.KEY_REUSED);
        assertRejected(store.accept(key, List.of(message("a"), message("c"))), Code.KEY_REUSED);
        assertThat(get(store.accept(new IdempotencyKey(Optional.of("other"), "order-17"), messages)))
                .as("keys belong to accounts")
                .doesNotContainAnyElementsOf(first);
        assertThat(get(store.counts())).isEqualTo(Map.of(MessageState.QUEUED, 4L));
    }

    @Test
    void aKeyLivesOverRestartsAndAsLongAsItsMessage15() {
        IdempotencyKey key = new IdempotencyKey(Optional.empty(), "k");
        List<MessageId> first = get(store.accept(key, List.of(message("a"))));
        restart();
        assertThat(get(store.accept(key, List.of(message("a"))))).isEqualTo(first);

        clock.advance(EXPIRY.plusHours(23));
        get(store.tick());
        assertThat(get(store.accept(key, List.of(message("a"))))).isEqualTo(first);
        clock.advance(Duration.ofDays(2));
        get(store.tick());
        assertThat(get(store.accept(key, List.of(message("a"))))).isNotEqualTo(first);
    }

    @Test
    void aRefusedRequestLeavesNoKey2and15() {
        IdempotencyKey key = new IdempotencyKey(Optional.empty(), "k");
        Message nowhere = message("a").withGateways(GatewayChoice.parse("nosuch"));
        assertRejected(store.accept(key, List.of(nowhere)), Code.NO_SUCH_GATEWAY);

        assertThat(get(store.accept(key, List.of(message("b"))))).hasSize(1);
    }

    @Test
    void manyThreadsWithOneKeyAreOneMessage15() throws Exception {
        IdempotencyKey key = new IdempotencyKey(Optional.empty(), "k");
        ExecutorService threads = Executors.newFixedThreadPool(32);
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<List<MessageId>>> answers = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                answers.add(threads.submit(() -> {
                    go.await();
                    return get(store.accept(key, List.of(message("once"))));
                }));
            }
            go.countDown();
            Set<List<MessageId>> ids = new HashSet<>();
            for (Future<List<MessageId>> answer : answers) {
                ids.add(answer.get(30, TimeUnit.SECONDS));
            }
            assertThat(ids).hasSize(1);
            assertThat(get(store.counts())).isEqualTo(Map.of(MessageState.QUEUED, 1L));
        } finally {
            threads.shutdownNow();
        }
    }
}
