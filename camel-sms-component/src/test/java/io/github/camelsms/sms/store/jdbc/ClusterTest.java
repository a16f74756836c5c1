package io.github.camelsms.sms.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.DeliveryReport;
import io.github.camelsms.sms.store.GatewayChoice;
import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.Lease;
import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageEvent.Kind;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.MessageStore.Timing;
import io.github.camelsms.sms.store.StoreAddress;
import io.github.camelsms.sms.store.UncertainPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two machines on one PostgreSQL store; their own clocks are two hours apart. */
class ClusterTest {

    private static final Timing TIMING = Timing.DEFAULT.withWorkerTimeout(Duration.ofSeconds(2));
    private static final String COMPARE_AND_SET = " AND lease = ? AND worker = ?";

    private final StoreAddress address = StoreUnderTest.postgres();
    private final List<MessageStore> opened = new ArrayList<>();
    private StoppableDatabase machineA;
    private MessageStore a;
    private MessageStore b;

    @BeforeEach
    void open() {
        machineA = new StoppableDatabase(PostgresDatabase.open(address), UnaryOperator.identity());
        a = open(machineA, Duration.ofHours(1));
        b = open(PostgresDatabase.open(address), Duration.ofHours(-1));
        get(a.registerGateway("us", UncertainPolicy.RETRY));
        get(b.registerGateway("us", UncertainPolicy.RETRY));
    }

    @AfterEach
    void close() {
        assertThat(get(b.drift())).as("the books balance").isZero();
        opened.forEach(MessageStore::close);
    }

    @Test
    void theyShareTheWorkAndNobodyHasWhatTheOtherHas() {
        List<CompletableFuture<List<MessageId>>> accepted = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            accepted.add(a.accept(List.of(message("a"), message("b"))).toCompletableFuture());
            accepted.add(b.accept(List.of(message("c"), message("d"))).toCompletableFuture());
        }
        CompletableFuture<List<MessageId>> byA = CompletableFuture.supplyAsync(() -> sendAll(a));
        CompletableFuture<List<MessageId>> byB = CompletableFuture.supplyAsync(() -> sendAll(b));
        List<MessageId> ids =
                accepted.stream().flatMap(batch -> batch.join().stream()).toList();
        List<MessageId> sent = new ArrayList<>(byA.join());
        sent.addAll(byB.join());
        sent.addAll(sendAll(a));

        assertThat(ids).doesNotHaveDuplicates().hasSize(400);
        assertThat(sent).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
        assertThat(get(a.counts())).isEqualTo(Map.of(MessageState.ENROUTE, 400L));
    }

    @Test
    void clocksThatDifferDoNoHarm() {
        assertThat(Duration.between(a.clock().instant(), b.clock().instant()).abs())
                .isLessThan(Duration.ofSeconds(1));
        Message brief = message("brief").withExpiresAt(b.clock().instant().plusSeconds(60));
        MessageId id = get(b.accept(List.of(brief))).get(0);
        get(a.tick());

        assertThat(get(a.handOutgoing("us", 1)).items())
                .singleElement()
                .satisfies(leased -> assertThat(leased.lease().id()).isEqualTo(id));
        get(a.accept(List.of(message("from the future"))));
        assertThat(get(b.handOutgoing("us", 1)).items()).hasSize(1);
    }

    @Test
    void whatOneAcceptsWakesTheOther() throws Exception {
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            CountDownLatch woken = new CountDownLatch(1);
            MessageStore.Registration registration = b.onDue(Mailbox.OUTGOING, woken::countDown);
            get(a.accept(List.of(message("wake"))));
            boolean soon = woken.await(250, TimeUnit.MILLISECONDS);
            registration.remove();
            return soon;
        });
    }

    @Test
    void aGatewayOfTheOtherMachineIsKnown() {
        Message toEu = message("eu").withGateways(GatewayChoice.parse("eu"));
        assertThatThrownBy(() -> get(a.accept(List.of(toEu)))).hasMessageContaining("no gateway");

        get(b.registerGateway("eu", UncertainPolicy.RETRY));

        assertThat(get(a.accept(List.of(toEu)))).hasSize(1);
    }

    @Test
    void aMachineThatWasStoppedIsTakenOverFromAndDoesNoHarmWhenItGoesOn() throws Exception {
        MessageId id = get(a.accept(List.of(message("once")))).get(0);
        Lease stale = get(a.handOutgoing("us", 1)).items().get(0).lease();
        get(a.ledger(stale).open(1));

        machineA.stop();
        Lease taken = awaitLease(b);
        machineA.goOn();

        assertThat(taken.id()).isEqualTo(id);
        assertThatThrownBy(() -> get(a.ledger(stale).sending(1))).hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> get(a.sent(stale, List.of("7")))).hasCauseInstanceOf(IllegalStateException.class);
        get(b.sent(taken, List.of("8")));
        assertThat(get(b.find(id)).orElseThrow().references()).containsExactly("8");
        assertThat(get(b.history(id)))
                .extracting(event -> event.kind())
                .contains(Kind.TAKEN_OVER)
                .doesNotContain(Kind.UNCERTAIN);
        assertThat(get(a.accept(List.of(message("next"))))).as("it goes on").hasSize(1);
        assertThat(get(a.handOutgoing("us", 1)).items()).hasSize(1);
    }

    @Test
    void withoutTheFencingTokenItWouldSendTwice() throws Exception {
        StoppableDatabase unfenced = new StoppableDatabase(
                PostgresDatabase.open(address),
                sql -> sql.replace(COMPARE_AND_SET, " AND (lease = ? OR 1 = 1) AND (worker = ? OR 1 = 1)"));
        MessageStore c = open(unfenced, Duration.ZERO);
        get(c.registerGateway("us", UncertainPolicy.RETRY));
        get(c.accept(List.of(message("twice"))));
        Lease stale = get(c.handOutgoing("us", 1)).items().get(0).lease();
        get(c.ledger(stale).open(1));
        unfenced.stop();
        get(b.ledger(awaitLease(b)).sending(1));
        unfenced.goOn();

        get(c.ledger(stale).sending(1));

        assertThat(get(b.history(stale.id())))
                .filteredOn(event -> event.kind() == Kind.PART_SENDING)
                .as("both machines believe that they may send")
                .hasSize(2);
    }

    @Test
    void reportsMeetTheirMessageWhicheverMachineHearsThem() {
        for (int i = 0; i < 60; i++) {
            String one = "r" + i;
            String two = "s" + i;
            MessageId id = get(a.accept(List.of(message("reported")))).get(0);
            Lease lease = get(a.handOutgoing("us", 1)).items().get(0).lease();
            List<CompletableFuture<?>> all = List.of(
                    a.sent(lease, List.of(one, two)).toCompletableFuture(),
                    b.file(report(one)).toCompletableFuture(),
                    a.file(report(two)).toCompletableFuture());
            all.forEach(CompletableFuture::join);

            assertThat(get(b.find(id)).orElseThrow().state()).isEqualTo(MessageState.DELIVERED);
        }
        // what the other machine has written just now may be a moment ahead of this one's reading of the clock
        List<MessageId> ended = new ArrayList<>();
        await().atMost(Duration.ofSeconds(5)).until(() -> {
            get(b.handReports(100))
                    .items()
                    .forEach(outcome -> ended.add(outcome.item().message()));
            return ended.size() >= 60;
        });
        assertThat(ended).as("one end each").doesNotHaveDuplicates().hasSize(60);
    }

    private List<MessageId> sendAll(MessageStore store) {
        List<MessageId> sent = new ArrayList<>();
        Instant end = Instant.now().plusSeconds(60);
        int idle = 0;
        while (idle < 20 && Instant.now().isBefore(end)) {
            List<Leased<Message>> items = get(store.handOutgoing("us", 7)).items();
            idle = items.isEmpty() ? idle + 1 : 0;
            for (Leased<Message> item : items) {
                get(store.sent(item.lease(), List.of("n" + item.lease().id())));
                sent.add(item.lease().id());
            }
        }
        return sent;
    }

    private static Lease awaitLease(MessageStore store) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> get(store.handOutgoing("us", 1)).items(), items -> !items.isEmpty())
                .get(0)
                .lease();
    }

    private MessageStore open(Database database, Duration skew) {
        MessageStore store = JdbcMessageStore.open(
                database, TIMING, Clock.offset(Clock.systemUTC(), skew), new Intake(() -> Long.MAX_VALUE));
        opened.add(store);
        return store;
    }

    private Message message(String text) {
        return Message.of(
                new PhoneNumber("+15551234567"),
                Body.text(text),
                a.clock().instant().plus(Duration.ofDays(1)));
    }

    private DeliveryReport report(String reference) {
        return new DeliveryReport(
                "us",
                reference,
                Optional.of("+15551234567"),
                MessageState.DELIVERED,
                "",
                a.clock().instant());
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
