package io.github.camelsms.sms.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.Budget;
import io.github.camelsms.sms.store.Budgets;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.MessageStore.Limits;
import io.github.camelsms.sms.store.MessageStore.Timing;
import io.github.camelsms.sms.store.StoreAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Prints how many messages a second become durable; figures of a busy machine, so that nothing is asked of them. */
class AcceptRateTest {

    private static final Budgets LIMITED = new Budgets() {
        @Override
        public Budget ofAccount(String account) {
            return Budget.ofAccount(account, Optional.of(1L << 40));
        }
    };

    private static final Duration WARM = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = StoreUnderTest.Kind.class,
            names = {"FILE", "POSTGRES"})
    void acceptsManyAtOnce(StoreUnderTest.Kind kind) {
        StoreAddress address = kind == StoreUnderTest.Kind.FILE
                ? StoreAddress.of("jdbc:sqlite:" + folder.resolve("sms.db"))
                : StoreUnderTest.postgres();
        try (MessageStore store =
                JdbcMessageStore.open(address, Timing.DEFAULT, Limits.NONE, LIMITED, Clock.systemUTC())) {
            rate(store, Optional.empty(), 64, 1, WARM);
            System.out.printf(
                    "[accept] %s: %d/s with 8 waiting, %d/s with 64 waiting, %d/s in batches of 1000 by 8%n",
                    kind,
                    rate(store, Optional.empty(), 8, 1, MEASURED),
                    rate(store, Optional.empty(), 64, 1, MEASURED),
                    rate(store, Optional.empty(), 8, 1000, MEASURED));
            System.out.printf(
                    "[accept] %s: %d/s with 64 waiting, %d/s of an account with a limit%n",
                    kind,
                    rate(store, Optional.empty(), 64, 1, MEASURED),
                    rate(store, Optional.of("joe"), 64, 1, MEASURED));
            assertThat(store.drift().toCompletableFuture().join()).isZero();
        }
    }

    private static long rate(MessageStore store, Optional<String> account, int clients, int size, Duration length) {
        AtomicLong count = new AtomicLong();
        Instant begin = Instant.now();
        Instant end = begin.plus(length);
        Message message = Message.of(
                new PhoneNumber("+15551234567"),
                Body.text("How many of these become durable in a second?"),
                end.plus(Duration.ofDays(1)));
        List<Message> request =
                Collections.nCopies(size, account.map(message::withAccount).orElse(message));
        CompletableFuture<?>[] running = new CompletableFuture<?>[clients];
        for (int i = 0; i < clients; i++) {
            running[i] = client(store, request, end, count);
        }
        CompletableFuture.allOf(running).join();
        return count.get() * 1000 / Duration.between(begin, Instant.now()).toMillis();
    }

    private static CompletableFuture<List<MessageId>> client(
            MessageStore store, List<Message> request, Instant end, AtomicLong count) {
        return store.accept(request).toCompletableFuture().thenCompose(ids -> {
            count.addAndGet(ids.size());
            return Instant.now().isBefore(end)
                    ? client(store, request, end, count)
                    : CompletableFuture.completedFuture(ids);
        });
    }
}
