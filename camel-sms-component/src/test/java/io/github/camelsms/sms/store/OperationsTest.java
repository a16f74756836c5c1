package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.jdbc.StoreUnderTest;
import io.github.camelsms.sms.store.jdbc.StoreUnderTest.Kind;
import io.github.camelsms.testing.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person does beside the process that has the store, by the numbers of {@link MessageStore}. */
class OperationsTest {

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();

    @ParameterizedTest
    @EnumSource(names = {"FILE", "POSTGRES"})
    void aStoreIsLookedAfterBesideTheProcessThatHasIt16(Kind kind) {
        StoreUnderTest under = StoreUnderTest.of(kind, folder);
        try (MessageStore store = under.open(clock)) {
            get(store.registerGateway("us", UncertainPolicy.RETRY));
            MessageId id = get(store.accept(List.of(Message.of(
                            new PhoneNumber("+15551234567"),
                            Body.text("a"),
                            clock.instant().plus(Duration.ofDays(5))))))
                    .get(0);
            try (Operations beside = under.beside(clock)) {
                assertThat(get(beside.search(Search.newest(10)))).hasSize(1);
                get(beside.operate(id, Operation.HOLD));
                assertThat(get(store.find(id)).orElseThrow().state()).isEqualTo(MessageState.HELD);
                get(store.operate(id, Operation.RELEASE));
                assertThat(get(beside.counts())).isEqualTo(Map.of(MessageState.QUEUED, 1L));
            }
            assertThat(get(store.handOutgoing("us", 1)).items()).hasSize(1);
        }
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
