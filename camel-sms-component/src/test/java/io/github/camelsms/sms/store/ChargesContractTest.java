package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.AccountUsage;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Numbers 24 and 25 of the contract of {@link MessageStore}: what accounts and groups are charged. */
class ChargesContractTest extends StoreContract {

    private static final long LIMIT = 1_000;

    /** Account {@code small} may send 1,000 parts; {@code one} and {@code two} share 10 in group {@code both}. */
    private static final Budgets BUDGETS = budgets(ZoneOffset.UTC);

    private static Budgets budgets(ZoneId zone) {
        return new Budgets() {
            @Override
            public Budget ofAccount(String account) {
                return Budget.ofAccount(account, Optional.of(LIMIT).filter(limit -> account.equals("small")));
            }

            @Override
            public Optional<Budget> ofGroup(String account) {
                return account.length() == 3 ? Optional.of(Budget.ofGroup("both", Optional.of(10L))) : Optional.empty();
            }

            @Override
            public ZoneId zone() {
                return zone;
            }
        };
    }

    @Override
    MessageStore open() {
        return under.open(BUDGETS, clock);
    }

    @Test
    void sixtyFourThreadsGetExactlyTheLimit24() throws Exception {
        List<MessageStore> machines = new ArrayList<>(List.of(store));
        if (under.isShared()) {
            machines.add(under.open(BUDGETS, clock));
        }
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(64);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            MessageStore machine = machines.get(i % machines.size());
            running.add(threads.submit(() -> {
                go.await();
                for (int n = 0; n < 20; n++) {
                    switch (outcome(machine.accept(List.of(of("small"))))) {
                        case "" -> accepted.incrementAndGet();
                        case "QUOTA_EXCEEDED" -> refused.incrementAndGet();
                        default -> throw new IllegalStateException("another answer");
                    }
                }
                return null;
            }));
        }
        go.countDown();
        for (Future<?> each : running) {
            each.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(accepted).hasValue((int) LIMIT);
        assertThat(refused).hasValue(64 * 20 - (int) LIMIT);
        assertThat(usage("small").thisMonth()).isEqualTo(LIMIT);
        assertThat(get(store.counts())).isEqualTo(Map.of(MessageState.QUEUED, LIMIT));
        machines.stream().skip(1).forEach(MessageStore::close);
    }

    @Test
    void aRequestIsChargedByItsPartsAndRefusedAsAWhole24() {
        accept(of("small").withParts(255), of("small").withParts(255));
        accept(of("small").withParts(255), of("small").withParts(233));

        assertRejected(store.accept(List.of(of("small").withParts(2), of("small"))), Code.QUOTA_EXCEEDED);
        accept(of("small").withParts(2));
        assertRejected(store.accept(List.of(of("small"))), Code.QUOTA_EXCEEDED);
        accept(of("large"), of("large"));

        assertThat(usage("small").thisMonth()).isEqualTo(LIMIT);
        assertThat(usage("small").lastSent()).contains(clock.instant());
        assertThat(usage("large").thisMonth()).isEqualTo(2);
        assertThat(usage("nobody")).isEqualTo(AccountUsage.none(Kind.ACCOUNT, "nobody"));
    }

    @Test
    void aGroupSharesItsLimit24() {
        accept(of("one").withParts(6));
        accept(of("two").withParts(3));

        assertRejected(store.accept(List.of(of("two").withParts(2))), Code.QUOTA_EXCEEDED);
        accept(of("one"));
        assertThat(get(store.accounts().usage(Kind.GROUP, "both", ZoneOffset.UTC))
                        .thisMonth())
                .isEqualTo(10);
        assertThat(usage("two").thisMonth()).isEqualTo(3);
    }

    @Test
    void aRepeatedRequestIsChargedOnce24() {
        IdempotencyKey key = new IdempotencyKey(Optional.of("small"), "k");
        Message message = of("small").withParts(3);

        get(store.accept(key, List.of(message)));
        get(store.accept(key, List.of(message)));

        assertThat(usage("small").thisMonth()).isEqualTo(3);
    }

    @Test
    void givesBackOnceWhatWasNeverSent25() {
        MessageId cancelled = accept(of("one").withParts(2));
        get(store.operate(cancelled, Operation.CANCEL));
        assertThat(usage("one").thisMonth()).isZero();

        accept(of("one").withParts(3));
        Lease refused = lease("us");
        get(store.failed(refused, new Failure(FailureKind.REJECTED, "no", ""), clock.instant()));
        assertThat(usage("one").thisMonth()).isZero();

        accept(of("one").withParts(4).withExpiresAt(clock.instant().plusSeconds(10)));
        clock.advance(Duration.ofSeconds(11));
        get(store.tick());
        assertThat(usage("one").thisMonth()).isZero();
        assertThat(get(store.accounts().usage(Kind.GROUP, "both", ZoneOffset.UTC))
                        .thisMonth())
                .isZero();

        MessageId again = get(store.operate(cancelled, Operation.REQUEUE));
        assertThat(usage("one").thisMonth()).as("sent again, charged again").isEqualTo(2);
        assertThat(again).isNotEqualTo(cancelled);
    }

    @Test
    void whatTheNetworkHasOrMayHaveStaysCharged25() {
        get(store.registerGateway("us", UncertainPolicy.HOLD));
        accept(of("one").withParts(3));
        Lease partly = lease("us");
        get(store.ledger(partly).open(3));
        get(store.ledger(partly).sending(1));
        get(store.ledger(partly).accepted(1, "77"));
        get(store.ledger(partly).sending(2));
        get(store.failed(partly, new Failure(FailureKind.REJECTED, "no", ""), clock.instant()));
        assertThat(usage("one").thisMonth()).isEqualTo(1);

        accept(of("one").withParts(2));
        Lease uncertain = lease("us");
        get(store.failed(uncertain, new Failure(FailureKind.UNCERTAIN, "silence", ""), clock.instant()));
        get(store.operate(uncertain.id(), Operation.CANCEL));
        assertThat(usage("one").thisMonth()).isEqualTo(3);

        accept(of("one"));
        Lease sent = lease("us");
        get(store.sent(sent, List.of("78")));
        get(store.file(
                new DeliveryReport("us", "78", Optional.empty(), MessageState.UNDELIVERABLE, "", clock.instant())));
        assertThat(usage("one").thisMonth()).isEqualTo(4);
    }

    @Test
    void monthsBeginByTheZoneAndNoJumpOpensOneAgain24() {
        for (String zone : List.of(
                "Europe/Prague", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kolkata", "Australia/Lord_Howe", "UTC")) {
            ZoneId where = ZoneId.of(zone);
            Budgets budgets = budgets(where);
            for (YearMonth month = YearMonth.of(2024, 1); month.getYear() < 2031; month = month.plusMonths(1)) {
                Instant begin = month.atDay(1).atStartOfDay(where).toInstant();
                assertThat(budgets.month(begin)).isEqualTo(month);
                assertThat(budgets.month(begin.minusMillis(1))).isEqualTo(month.minusMonths(1));
            }
        }
        setClock(LocalDateTime.of(2028, 2, 29, 23, 59, 59));
        accept(of("small").withParts(200));
        clock.advance(Duration.ofSeconds(1));
        accept(of("small").withParts(5));
        assertThat(usage("small").thisMonth()).isEqualTo(5);
        assertThat(usage("small").previousMonth()).isEqualTo(200);
        clock.advance(Duration.ofHours(-1));
        accept(of("small").withParts(7));
        assertThat(usage("small").thisMonth())
                .as("set back over the end of the month")
                .isEqualTo(207);
        clock.advance(Duration.ofDays(40));
        assertThat(usage("small").thisMonth()).isZero();
        assertThat(usage("small").previousMonth()).isEqualTo(5);
        assertThat(usage("small").lastSent()).isPresent();
    }

    @Test
    void aGivenBackPartGoesToTheMonthThatItWasChargedIn25() {
        setClock(LocalDateTime.of(2026, 11, 30, 23, 59, 59));
        MessageId id = accept(of("small").withParts(5));
        clock.advance(Duration.ofSeconds(2));
        accept(of("small"));
        get(store.operate(id, Operation.CANCEL));

        assertThat(usage("small").thisMonth()).isEqualTo(1);
        assertThat(usage("small").previousMonth()).isZero();
    }

    @Test
    void anOperatorSetsTheCount() {
        accept(of("two").withParts(9));
        get(store.accounts().reset(Kind.GROUP, "both", 2, ZoneOffset.UTC));
        get(store.accounts().reset(Kind.ACCOUNT, "two", 0, ZoneOffset.UTC));

        accept(of("two").withParts(8));
        assertRejected(store.accept(List.of(of("two"))), Code.QUOTA_EXCEEDED);
        assertThat(usage("two").thisMonth()).isEqualTo(8);
    }

    private void setClock(LocalDateTime time) {
        clock.advance(Duration.between(clock.instant(), time.toInstant(ZoneOffset.UTC)));
    }

    private AccountUsage usage(String account) {
        return get(store.accounts().usage(Kind.ACCOUNT, account, ZoneOffset.UTC));
    }

    private Message of(String account) {
        return message("x").withAccount(account);
    }

    /** The code of a refusal; an empty text when there is none. */
    private static String outcome(CompletionStage<?> stage) {
        try {
            stage.toCompletableFuture().join();
            return "";
        } catch (CompletionException e) {
            assertThat(e.getCause()).isInstanceOf(SmsRejectedException.class);
            Code code = ((SmsRejectedException) e.getCause()).code();
            return code.name();
        }
    }
}
