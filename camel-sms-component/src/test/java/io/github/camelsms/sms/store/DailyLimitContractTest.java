package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.AccountUsage;
import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.jdbc.StoreUnderTest;
import io.github.camelsms.testing.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Parts a day, of one account and of everybody; and that what is given back is given back once. */
@ParameterizedClass
@EnumSource(StoreUnderTest.Kind.class)
class DailyLimitContractTest {

    private static final PhoneNumber PHONE = new PhoneNumber("+15551234567");

    /** Account {@code joe} may send 10 parts a day, all together 25. */
    private static final Budgets BUDGETS = new Budgets() {
        @Override
        public List<Budget> daily(Optional<String> account) {
            List<Budget> daily = new ArrayList<>(List.of(Budget.ofEverybody(25)));
            account.filter("joe"::equals).ifPresent(name -> daily.add(Budget.ofAccount(name, Optional.of(10L))));
            return daily;
        }
    };

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private final StoreUnderTest.Kind kind;
    private StoreUnderTest under;
    private MessageStore store;

    DailyLimitContractTest(StoreUnderTest.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        under = StoreUnderTest.of(kind, folder);
        store = under.open(BUDGETS, clock);
        get(store.registerGateway("us", UncertainPolicy.HOLD));
    }

    @AfterEach
    void close() {
        assertThat(get(store.drift())).isZero();
        store.close();
    }

    @Test
    void aDayHasItsPartsAndTheNextOneHasThemAgain() {
        get(store.accept(List.of(by("joe", 4), by("joe", 5))));
        assertThat(outcome(store.accept(List.of(by("joe", 2))))).isEqualTo("QUOTA_EXCEEDED");
        get(store.accept(List.of(by("joe", 1))));
        if (kind != StoreUnderTest.Kind.MEMORY) {
            store.close();
            store = under.open(BUDGETS, clock);
        }
        assertThat(outcome(store.accept(List.of(by("joe", 1))))).isEqualTo("QUOTA_EXCEEDED");
        get(store.accept(List.of(by("jim", 14))));
        assertThat(outcome(store.accept(List.of(Message.of(PHONE, Body.text("x"), later())))))
                .as("the last of everybody, by nobody")
                .isEmpty();
        assertThat(outcome(store.accept(List.of(by("jim", 1))))).isEqualTo("QUOTA_EXCEEDED");

        clock.advance(Duration.ofDays(1));
        get(store.accept(List.of(by("joe", 10))));
        clock.advance(Duration.ofDays(40));
        get(store.accept(List.of(by("joe", 10))));
        assertThat(get(store.accounts().usage(ZoneOffset.UTC)))
                .extracting(AccountUsage::name)
                .containsExactlyInAnyOrder("joe", "jim");
        assertThat(usage("joe")).isEqualTo(10);
    }

    @Test
    void whatIsCancelledStaysCountedInItsDay() {
        MessageId id = get(store.accept(List.of(by("joe", 10)))).get(0);
        get(store.operate(id, Operation.CANCEL));

        assertThat(usage("joe")).isZero();
        assertThat(outcome(store.accept(List.of(by("joe", 1))))).isEqualTo("QUOTA_EXCEEDED");
    }

    @Test
    void whoeverCancelsAtTheSameTimeGivesBackOnce() {
        get(store.accept(List.of(by("jim", 3))));
        MessageId id = get(store.accept(List.of(by("jim", 5)))).get(0);
        List<CompletionStage<MessageId>> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            all.add(store.operate(id, Operation.CANCEL));
        }

        List<String> outcomes =
                all.stream().map(DailyLimitContractTest::outcome).toList();

        assertThat(outcomes).containsOnlyOnce("").contains("WRONG_STATE");
        assertThat(usage("jim")).isEqualTo(3);
    }

    private java.time.Instant later() {
        return clock.instant().plus(Duration.ofDays(5));
    }

    private Message by(String account, int parts) {
        return Message.of(PHONE, Body.text("x"), later()).withAccount(account).withParts(parts);
    }

    private long usage(String account) {
        return get(store.accounts().usage(Kind.ACCOUNT, account, ZoneOffset.UTC))
                .thisMonth();
    }

    private static String outcome(CompletionStage<?> stage) {
        try {
            stage.toCompletableFuture().join();
            return "";
        } catch (CompletionException e) {
            return ((SmsRejectedException) e.getCause()).code().name();
        }
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
