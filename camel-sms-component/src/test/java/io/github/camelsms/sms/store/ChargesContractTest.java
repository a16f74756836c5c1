package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.AccountUsage;
import io.github.camelsms.sms.account.PasswordHash;
import io.github.camelsms.sms.account.Term;
import io.github.camelsms.sms.account.Terms;
import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.store.jdbc.StoreUnderTest;
import java.nio.file.Path;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds a store to the numbers 24 to 26 of the contract of {@link MessageStore}, and to {@code AccountStore}. */
@ParameterizedClass
@EnumSource(StoreUnderTest.Kind.class)
class ChargesContractTest {

    private static final PhoneNumber PHONE = new PhoneNumber("+15551234567");
    private static final long LIMIT = 1_000;

    /** Account {@code small} may send 1,000 parts; {@code one} and {@code two} share 10 in group {@code both}. */
    private static final Budgets BUDGETS = budgets(ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private final StoreUnderTest.Kind kind;
    private StoreUnderTest under;
    private MessageStore store;

    ChargesContractTest(StoreUnderTest.Kind kind) {
        this.kind = kind;
    }

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
                    switch (outcome(machine.accept(List.of(message("small"))))) {
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
        accept(message("small").withParts(255), message("small").withParts(255));
        accept(message("small").withParts(255), message("small").withParts(233));

        assertThat(outcome(store.accept(List.of(message("small").withParts(2), message("small")))))
                .isEqualTo("QUOTA_EXCEEDED");
        accept(message("small").withParts(2));
        assertThat(outcome(store.accept(List.of(message("small"))))).isEqualTo("QUOTA_EXCEEDED");
        accept(message("large"), message("large"));

        assertThat(usage("small").thisMonth()).isEqualTo(LIMIT);
        assertThat(usage("small").lastSent()).contains(clock.instant());
        assertThat(usage("large").thisMonth()).isEqualTo(2);
        assertThat(usage("nobody")).isEqualTo(AccountUsage.none(Kind.ACCOUNT, "nobody"));
    }

    @Test
    void aGroupSharesItsLimit24() {
        accept(message("one").withParts(6));
        accept(message("two").withParts(3));

        assertThat(outcome(store.accept(List.of(message("two").withParts(2))))).isEqualTo("QUOTA_EXCEEDED");
        accept(message("one"));
        assertThat(get(store.accounts().usage(Kind.GROUP, "both", ZoneOffset.UTC))
                        .thisMonth())
                .isEqualTo(10);
        assertThat(usage("two").thisMonth()).isEqualTo(3);
    }

    @Test
    void aRepeatedRequestIsChargedOnce24() {
        IdempotencyKey key = new IdempotencyKey(Optional.of("small"), "k");
        Message message = message("small").withParts(3);

        get(store.accept(key, List.of(message)));
        get(store.accept(key, List.of(message)));

        assertThat(usage("small").thisMonth()).isEqualTo(3);
    }

    @Test
    void givesBackOnceWhatWasNeverSent25() {
        MessageId cancelled = accept(message("one").withParts(2));
        get(store.operate(cancelled, Operation.CANCEL));
        assertThat(usage("one").thisMonth()).isZero();

        accept(message("one").withParts(3));
        Lease refused = lease();
        get(store.failed(refused, new Failure(FailureKind.REJECTED, "no", ""), clock.instant()));
        assertThat(usage("one").thisMonth()).isZero();

        accept(message("one").withParts(4).withExpiresAt(clock.instant().plusSeconds(10)));
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
        accept(message("one").withParts(3));
        Lease partly = lease();
        get(store.ledger(partly).open(3));
        get(store.ledger(partly).sending(1));
        get(store.ledger(partly).accepted(1, "77"));
        get(store.ledger(partly).sending(2));
        get(store.failed(partly, new Failure(FailureKind.REJECTED, "no", ""), clock.instant()));
        assertThat(usage("one").thisMonth()).isEqualTo(1);

        accept(message("one").withParts(2));
        Lease uncertain = lease();
        get(store.failed(uncertain, new Failure(FailureKind.UNCERTAIN, "silence", ""), clock.instant()));
        get(store.operate(uncertain.id(), Operation.CANCEL));
        assertThat(usage("one").thisMonth()).isEqualTo(3);

        accept(message("one"));
        Lease sent = lease();
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
        accept(message("small").withParts(200));
        clock.advance(Duration.ofSeconds(1));
        accept(message("small").withParts(5));
        assertThat(usage("small").thisMonth()).isEqualTo(5);
        assertThat(usage("small").previousMonth()).isEqualTo(200);
        clock.advance(Duration.ofHours(-1));
        accept(message("small").withParts(7));
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
        MessageId id = accept(message("small").withParts(5));
        clock.advance(Duration.ofSeconds(2));
        accept(message("small"));
        get(store.operate(id, Operation.CANCEL));

        assertThat(usage("small").thisMonth()).isEqualTo(1);
        assertThat(usage("small").previousMonth()).isZero();
    }

    @Test
    void anOperatorSetsTheCount() {
        accept(message("two").withParts(9));
        get(store.accounts().reset(Kind.GROUP, "both", 2, ZoneOffset.UTC));
        get(store.accounts().reset(Kind.ACCOUNT, "two", 0, ZoneOffset.UTC));

        accept(message("two").withParts(8));
        assertThat(outcome(store.accept(List.of(message("two"))))).isEqualTo("QUOTA_EXCEEDED");
        assertThat(usage("two").thisMonth()).isEqualTo(8);
    }

    @Test
    void whatIsStoppedStaysSoAndNothingIsLost26() {
        MessageId id = accept(message("large"));
        get(store.stop(new Stop(Stop.SEND, "test", clock.instant())));
        assertThat(get(store.handOutgoing("us", 10)).items()).isEmpty();
        accept(message("large"));
        get(store.stop(new Stop(Stop.ACCEPT, "test", clock.instant())));
        assertThat(outcome(store.accept(List.of(message("large"))))).isEqualTo("SENDING_STOPPED");

        store.close();
        store = under.open(BUDGETS, clock);
        get(store.registerGateway("us", UncertainPolicy.HOLD));

        assertThat(get(store.stops())).extracting(Stop::scope).containsExactly(Stop.ACCEPT, Stop.SEND);
        assertThat(outcome(store.accept(List.of(message("large"))))).isEqualTo("SENDING_STOPPED");
        assertThat(get(store.handOutgoing("us", 10)).items()).isEmpty();
        get(store.stop(new Stop(Stop.sending("us"), "this one", clock.instant())));
        get(store.resume(Stop.ACCEPT));
        get(store.resume(Stop.SEND));
        assertThat(get(store.handOutgoing("us", 10)).items()).isEmpty();
        get(store.resume(Stop.sending("us")));
        assertThat(get(store.handOutgoing("us", 10)).items())
                .hasSize(2)
                .extracting(leased -> leased.lease().id())
                .contains(id);
    }

    @Test
    void keepsAccountsAndGroups() {
        PasswordHash secret = PasswordHash.of("secret");
        long before = get(store.accounts().version());
        assertThat(outcome(store.accounts().add(AccountEntry.account("joe").withGroup(Optional.of("desk")))))
                .isEqualTo("WRONG_STATE");
        get(store.accounts().add(AccountEntry.group("desk")));
        get(store.accounts()
                .add(AccountEntry.account("joe")
                        .withGroup(Optional.of("desk"))
                        .withPassword(Optional.of(secret))
                        .withTerms(
                                Terms.of(Map.of("limit", "0100", "roles", "send, admin", "expires", "2027-01-01")))));
        assertThat(outcome(store.accounts().add(AccountEntry.account("joe")))).isEqualTo("WRONG_STATE");
        assertThat(get(store.accounts().version())).isGreaterThan(before);
        get(store.accounts()
                .change(
                        Kind.ACCOUNT,
                        "joe",
                        joe -> joe.withTerms(joe.terms().with(Term.ROLES, "").with(Term.ACTIVE, "false"))));
        assertThat(outcome(store.accounts().change(Kind.ACCOUNT, "jim", jim -> jim)))
                .isEqualTo("NOT_FOUND");
        assertThat(outcome(store.accounts().remove(Kind.GROUP, "desk"))).isEqualTo("WRONG_STATE");
        if (kind != StoreUnderTest.Kind.MEMORY) {
            store.close();
            store = under.open(BUDGETS, clock);
        }

        List<AccountEntry> entries = get(store.accounts().entries());

        assertThat(entries).extracting(AccountEntry::name).containsExactly("joe", "desk");
        assertThat(entries.get(0).password().orElseThrow().matches("secret")).isTrue();
        assertThat(entries.get(0).group()).contains("desk");
        assertThat(entries.get(0).terms())
                .isEqualTo(Terms.of(Map.of("limit", "100", "active", "false", "expires", "2027-01-01T00:00:00Z")));
        get(store.accounts().remove(Kind.ACCOUNT, "joe"));
        get(store.accounts().remove(Kind.GROUP, "desk"));
        assertThat(get(store.accounts().entries())).isEmpty();
    }

    private void setClock(LocalDateTime time) {
        clock.advance(Duration.between(clock.instant(), time.toInstant(ZoneOffset.UTC)));
    }

    private AccountUsage usage(String account) {
        return get(store.accounts().usage(Kind.ACCOUNT, account, ZoneOffset.UTC));
    }

    private Lease lease() {
        List<Leased<Message>> items = get(store.handOutgoing("us", 1)).items();
        return items.get(0).lease();
    }

    private Message message(String account) {
        return Message.of(PHONE, Body.text("x"), clock.instant().plus(Duration.ofDays(5)))
                .withAccount(account);
    }

    private MessageId accept(Message... messages) {
        return get(store.accept(List.of(messages))).get(0);
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

    private static <T> T get(CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        return future.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
