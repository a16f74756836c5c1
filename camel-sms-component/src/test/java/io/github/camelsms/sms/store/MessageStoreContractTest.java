package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.store.jdbc.StoreUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds a store to the numbers of the contract of {@link MessageStore}; named in each test. */
@ParameterizedClass
@EnumSource(StoreUnderTest.Kind.class)
class MessageStoreContractTest {

    private static final PhoneNumber PHONE = new PhoneNumber("+15551234567");
    private static final Duration EXPIRY = Duration.ofDays(5);

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private final StoreUnderTest.Kind kind;
    private StoreUnderTest under;
    private MessageStore store;

    MessageStoreContractTest(StoreUnderTest.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        under = StoreUnderTest.of(kind, folder);
        store = under.open(clock);
        get(store.registerGateway("us", UncertainPolicy.RETRY));
        get(store.registerGateway("eu", UncertainPolicy.HOLD));
    }

    /** Number 13 holds after each test. */
    @AfterEach
    void closeBalanced() {
        store.close();
        store = under.open(clock);
        assertThat(get(store.drift())).as("the books balance").isZero();
        store.close();
        clock.advance(Duration.ofDays(1));
    }

    @Test
    void acceptsAllInOrderOrNone3and4() {
        List<MessageId> ids = get(store.accept(List.of(message("a"), message("b"), message("c"))));

        assertThat(ids).hasSize(3).isSorted().doesNotHaveDuplicates();
        assertRejected(
                store.accept(List.of(message("d"), message("e").withGateways(GatewayChoice.parse("nosuch")))),
                Code.NO_SUCH_GATEWAY);
        assertThat(get(store.counts())).isEqualTo(Map.of(MessageState.QUEUED, 3L));
        assertThat(get(store.find(ids.get(1))).orElseThrow().message().body()).isEqualTo(Body.text("b"));
    }

    @Test
    void keepsEverythingOverARestart1() {
        Message full = new Message(
                Optional.of("acme"),
                PHONE,
                Optional.of("Bank"),
                Body.data((byte) 0, (byte) -1, (byte) 7),
                GatewayChoice.parse("us,eu"),
                Optional.of(new ReplyTo("joe@example.org", Duration.ofHours(1))),
                3,
                Optional.of(clock.instant().plusSeconds(60)),
                clock.instant().plus(EXPIRY),
                new Attributes(Map.of("Udh", "0605040B84", "Note", "a=b&c ü")));
        MessageId id = get(store.accept(List.of(full))).get(0);

        reopen();

        MessageRecord found = get(store.find(id)).orElseThrow();
        assertThat(found.state()).isEqualTo(MessageState.SCHEDULED);
        assertThat(found.message().withReplyTo(full.replyTo().orElseThrow())).isEqualTo(full);
        assertThat(get(store.replyLinks("15551234567"))).containsExactly("joe@example.org");
    }

    @Test
    void givesAGatewayWhatItMayCarryAndLeasesIt5and7() {
        MessageId any = accept(message("any"));
        MessageId us = accept(message("us").withGateways(GatewayChoice.parse("us")));
        MessageId urgent = accept(message("urgent").withPriority(3));
        accept(message("later").withNotBefore(clock.instant().plusSeconds(5)));

        HandOut<Message> toEu = get(store.handOutgoing("eu", 10));
        HandOut<Message> toUs = get(store.handOutgoing("us", 10));

        assertThat(idsOf(toEu)).containsExactly(urgent, any);
        assertThat(idsOf(toUs)).containsExactly(us);
        assertThat(toUs.nextDue()).contains(clock.instant().plusSeconds(5));
        clock.advance(Duration.ofSeconds(5));
        assertThat(get(store.handOutgoing("us", 10)).items()).hasSize(1);
        assertThat(get(store.handOutgoing("us", 10)).items()).isEmpty();
    }

    @Test
    void handsOutAtMostWhatIsAskedForInOrder7() {
        List<MessageId> ids =
                IntStream.range(0, 10).mapToObj(i -> accept(message("m" + i))).toList();

        assertThat(idsOf(get(store.handOutgoing("us", 4)))).isEqualTo(ids.subList(0, 4));
        assertThat(idsOf(get(store.handOutgoing("us", 100)))).isEqualTo(ids.subList(4, 10));
    }

    @Test
    void noPriorityWaitsForEverAndAnAlertWaitsForOneTurnAtMost7() {
        Map<Integer, Integer> handedOut = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            accept(message("bulk").withPriority(0));
            clock.advance(Duration.ofMillis(1));
        }
        for (int i = 0; i < 100; i++) {
            accept(message("normal"));
            accept(message("normal"));
            HandOut<Message> next = get(store.handOutgoing("us", i % 3 + 1));
            next.items().forEach(one -> handedOut.merge(one.item().priority(), 1, Integer::sum));
            assertThat(next.items()).hasSize(i % 3 + 1);
        }
        assertThat(handedOut.get(0)).as("a fifth of 199").isBetween(39, 40);

        MessageId alert = accept(message("alert").withPriority(3));
        List<MessageId> next = List.of(lease("us").id(), lease("us").id());
        assertThat(next).contains(alert);
    }

    @Test
    void aMessageWithoutARivalLosesNothingToTurns7() {
        List<MessageId> ids =
                IntStream.range(0, 12).mapToObj(i -> accept(message("m" + i))).toList();

        assertThat(ids.stream().map(id -> lease("us").id())).isEqualTo(ids);
    }

    @Test
    void movesOnWhenTheGatewayIsDownAndStaysWhenNobodyElseIsUp21() {
        MessageId choice = accept(message("choice").withGateways(GatewayChoice.parse("us,eu")));
        MessageId pinned = accept(message("pinned").withGateways(GatewayChoice.parse("us")));
        get(store.tick());
        assertThat(get(store.handOutgoing("eu", 10)).items()).as("us is up").isEmpty();

        get(store.unregisterGateway("us"));
        get(store.unregisterGateway("eu"));
        get(store.tick());
        assertThat(store.unserved()).isEqualTo(Map.of("us", 2L));
        get(store.registerGateway("eu", UncertainPolicy.HOLD));
        get(store.tick());

        assertThat(idsOf(get(store.handOutgoing("eu", 10)))).containsExactly(choice);
        assertThat(store.unserved()).isEqualTo(Map.of("us", 1L));
        assertThat(get(store.history(choice)))
                .extracting(event -> event.kind().words() + " " + event.detail())
                .contains("moved on from us, down, to eu");
        MessageId late = accept(message("late").withGateways(GatewayChoice.parse("us")));
        get(store.registerGateway("us", UncertainPolicy.RETRY));
        get(store.tick());
        assertThat(store.unserved()).isEmpty();
        assertThat(idsOf(get(store.handOutgoing("us", 10)))).containsExactly(pinned, late);
    }

    @Test
    void movesOnWhenTheGatewayIsSilentAndBackAgain21() {
        List<MessageId> ids = IntStream.range(0, 1200)
                .mapToObj(i -> accept(message("m" + i).withGateways(GatewayChoice.parse("us,eu"))))
                .toList();
        clock.advance(Duration.ofMinutes(4));
        get(store.tick());
        assertThat(get(store.handOutgoing("eu", 10)).items()).isEmpty();
        MessageId taken = lease("us").id();

        clock.advance(Duration.ofMinutes(2));
        get(store.tick());

        assertThat(get(store.handOutgoing("us", 10)).items()).isEmpty();
        assertThat(idsOf(get(store.handOutgoing("eu", 1199))))
                .as("all but the one that us has")
                .containsExactlyElementsOf(
                        ids.stream().filter(id -> !id.equals(taken)).toList());
        MessageId other = accept(message("other").withGateways(GatewayChoice.parse("eu,us")));
        clock.advance(Duration.ofMinutes(6));
        get(store.tick());
        assertThat(lease("us").id()).isEqualTo(other);
    }

    @Test
    void whatTheNetworkMayHaveStaysWithItsGateway8and21() {
        MessageId begun = accept(message("begun").withGateways(GatewayChoice.parse("us,eu")));
        Lease lease = lease("us");
        get(store.ledger(lease).open(2));
        get(store.ledger(lease).sending(1));
        get(store.ledger(lease).accepted(1, "1"));
        get(store.failed(lease, temporary(), clock.instant()));
        accept(message("uncertain").withGateways(GatewayChoice.parse("us,eu")).withPriority(3));
        get(store.failed(lease("us"), new Failure(FailureKind.UNCERTAIN, "no-answer", "silence"), clock.instant()));

        get(store.unregisterGateway("us"));
        clock.advance(Duration.ofHours(1));
        get(store.tick());

        assertThat(get(store.handOutgoing("eu", 10)).items()).isEmpty();
        assertThat(store.unserved()).isEqualTo(Map.of("us", 2L));
        clock.advance(EXPIRY);
        get(store.tick());
        assertThat(outcomes())
                .extracting(Outcome::state)
                .containsOnly(MessageState.EXPIRED)
                .hasSize(4 - 2);
        assertThat(state(begun)).isEqualTo(MessageState.EXPIRED);
        assertThat(store.unserved()).isEmpty();
    }

    @Test
    void refusesWhatWaitsBeyondTheLimits22() {
        store.close();
        store = under.open(new MessageStore.Limits(3, 4), clock);
        get(store.registerGateway("us", UncertainPolicy.RETRY));
        Message acme = ofAccount("acme");
        List<MessageId> ids = get(store.accept(List.of(acme, acme)));
        assertRejected(store.accept(List.of(acme, acme)), Code.QUEUE_FULL);
        MessageId third = accept(acme);
        assertRejected(store.accept(List.of(acme)), Code.QUEUE_FULL);
        accept(message("of nobody"));
        assertRejected(store.accept(List.of(message("the queue for any gateway is full"))), Code.QUEUE_FULL);
        accept(message("another queue").withGateways(GatewayChoice.parse("us")));

        get(store.sent(lease("us"), List.of("1")));
        get(store.operate(third, Operation.CANCEL));
        accept(acme);
        assertRejected(store.accept(List.of(acme, acme)), Code.QUEUE_FULL);
        assertThat(state(ids.get(0))).isEqualTo(MessageState.ENROUTE);
    }

    @Test
    void aClockThatStepsBackSendsNothingTwiceAndIdentitiesAscend4and10() {
        MessageId first = accept(message("first"));
        get(store.sent(lease("us"), List.of("1")));
        MessageId second = accept(message("second"));
        get(store.failed(lease("us"), temporary(), clock.instant().plusSeconds(60)));

        get(store.tick());
        clock.advance(Duration.ofHours(-3));
        MessageId third = accept(message("third"));
        get(store.tick());
        assertThat(List.of(first, second, third)).isSorted();
        assertThat(lease("us").id()).isEqualTo(third);
        assertThat(get(store.handOutgoing("us", 10)).items())
                .as("what was sent stays sent, what waits for a time waits")
                .isEmpty();
        assertThat(outcomes()).isEmpty();

        clock.advance(Duration.ofSeconds(60));
        assertThat(lease("us").id()).as("a minute is a minute").isEqualTo(second);
        clock.advance(Duration.ofHours(3));
        assertThat(get(store.handOutgoing("us", 10)).items()).isEmpty();
    }

    @Test
    void aClockThatLeapsForwardEndsEachMessageOnce10() {
        accept(message("old"));
        MessageId leased = lease("us").id();
        MessageId waiting = accept(message("waits"));
        clock.advance(Duration.ofDays(400));
        get(store.tick());
        get(store.tick());

        assertThat(get(store.handOutgoing("us", 10)).items()).isEmpty();
        assertThat(state(leased)).as("a gateway is sending it").isEqualTo(MessageState.SENDING);
        assertThat(state(waiting)).isEqualTo(MessageState.EXPIRED);
        clock.advance(Duration.ofDays(-400));
        get(store.tick());
        assertThat(outcomes())
                .extracting(outcome -> outcome.kind() + " " + outcome.message())
                .containsExactlyInAnyOrder("FINAL " + waiting, "DELAYED " + leased);
        assertThat(get(store.handOutgoing("us", 10)).items()).isEmpty();
    }

    @Test
    void refusesALeaseThatHasEnded6() {
        accept(message("once"));
        Lease lease = lease("us");
        get(store.sent(lease, List.of("17")));

        assertThatThrownBy(() -> get(store.sent(lease, List.of("17")))).hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> get(store.ledger(lease).sending(1))).hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> get(store.failed(lease, temporary(), clock.instant())))
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(state(lease.id())).isEqualTo(MessageState.ENROUTE);
    }

    @Test
    void neverForgetsAPartThatTheNetworkHas8() {
        MessageId id = accept(message("long").withGateways(GatewayChoice.parse("us,eu")));
        Lease first = lease("us");
        PartLedger.Plan plan = get(store.ledger(first).open(3));
        get(store.ledger(first).sending(1));
        get(store.ledger(first).accepted(1, "41"));
        get(store.failed(first, temporary(), clock.instant()));

        reopen();
        assertThat(get(store.handOutgoing("eu", 1)).items())
                .as("stays on the gateway that began")
                .isEmpty();
        Lease second = lease("us");
        PartLedger.Plan again = get(store.ledger(second).open(3));

        assertThat(again).isEqualTo(new PartLedger.Plan(plan.concatReference(), Map.of(1, "41")));
        assertThat(second.attempt()).isEqualTo(2);
        get(store.ledger(second).sending(2));
        get(store.ledger(second).accepted(2, "42"));
        get(store.ledger(second).sending(3));
        get(store.ledger(second).accepted(3, "43"));
        get(store.sent(second, List.of("41", "42", "43")));
        assertThat(get(store.find(id)).orElseThrow().references()).containsExactly("41", "42", "43");
    }

    @Test
    void theEndBringsThePartsThatTheLedgerHasNotHeardOf8() {
        MessageId id = accept(message("two parts"));
        Lease lease = lease("us");
        get(store.ledger(lease).open(2));
        get(store.ledger(lease).sending(1));
        get(store.ledger(lease).accepted(1, "41"));
        get(store.ledger(lease).sending(2));
        get(store.sent(lease, List.of("41", "42")));

        get(store.file(report("42", MessageState.DELIVERED)));
        assertThat(state(id)).isEqualTo(MessageState.ENROUTE);
        get(store.file(report("41", MessageState.DELIVERED)));
        assertThat(state(id)).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void theLastPartIsWrittenWithTheEnd8() {
        MessageId id = accept(message("one part"));
        Lease lease = lease("us");
        get(store.ledger(lease).open(1));
        get(store.ledger(lease).sending(1));
        get(store.ledger(lease).acceptedLast(1, "41"));
        get(store.sent(lease, List.of("41")));

        reopen();
        assertThat(get(store.find(id)).orElseThrow().references()).containsExactly("41");
        get(store.file(report("41", MessageState.DELIVERED)));
        assertThat(state(id)).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void givesEachMessageToARecipientAnotherReference8() {
        accept(message("one"));
        accept(message("two"));

        int one = get(store.ledger(lease("us")).open(2)).concatReference();
        int two = get(store.ledger(lease("us")).open(2)).concatReference();

        assertThat(two).isEqualTo((one + 1) % 0x10000);
    }

    @Test
    void callsUncertainWhatADeadWorkerWasSending9() {
        MessageId sending = accept(message("sending").withGateways(GatewayChoice.parse("us")));
        MessageId held = accept(message("held").withGateways(GatewayChoice.parse("eu")));
        MessageId begun = accept(message("begun").withGateways(GatewayChoice.parse("us")));
        get(store.ledger(lease("us")).open(1));
        Lease usLease = lease("us");
        get(store.ledger(usLease).open(1));
        get(store.ledger(lease("eu")).open(1));
        // the first and the third were opened only; the second has begun to send
        MessageId uncertain = usLease.id();
        get(store.ledger(usLease).sending(1));

        reopenWithoutGateways();

        assertThat(List.of(sending, begun)).contains(uncertain);
        assertThat(state(uncertain)).isEqualTo(MessageState.UNCERTAIN);
        assertThat(state(uncertain.equals(sending) ? begun : sending)).isEqualTo(MessageState.QUEUED);
        assertThat(state(held)).isEqualTo(MessageState.QUEUED);
        assertThat(idsOf(get(store.handOutgoing("us", 10)))).containsExactlyInAnyOrder(sending, begun);
    }

    @Test
    void holdsWhatIsUncertainWhereTheGatewayWantsIt9() {
        MessageId id = accept(message("hold").withGateways(GatewayChoice.parse("eu")));
        Lease lease = lease("eu");
        get(store.failed(lease, new Failure(FailureKind.UNCERTAIN, "no-answer", "silence"), clock.instant()));

        clock.advance(Duration.ofHours(1));
        assertThat(get(store.handOutgoing("eu", 10)).items()).isEmpty();
        assertThat(state(id)).isEqualTo(MessageState.UNCERTAIN);
    }

    @Test
    void takesOverFromAWorkerThatIsSilent9() {
        accept(message("lost"));
        get(store.handOutgoing("us", 1));
        store.close();
        store = under.open(clock);

        assertThat(get(store.handOutgoing("us", 1)).items()).hasSize(1);
    }

    @Test
    void triesATemporaryFailureAgainAndTheNextGatewayAtOnce() {
        accept(message("pinned").withGateways(GatewayChoice.parse("us")));
        Instant later = clock.instant().plusSeconds(30);
        get(store.failed(lease("us"), temporary(), later));
        assertThat(get(store.handOutgoing("us", 1)).nextDue()).contains(later);

        MessageId choice = accept(message("choice").withGateways(GatewayChoice.parse("us,eu")));
        get(store.failed(lease("us"), temporary(), later));
        assertThat(lease("eu").id()).isEqualTo(choice);
    }

    @Test
    void anUnavailableGatewayCostsNoAttempt() {
        accept(message("wait"));
        get(store.failed(lease("us"), new Failure(FailureKind.UNAVAILABLE, "modem-down", "x"), clock.instant()));

        assertThat(lease("us").attempt()).isEqualTo(1);
    }

    @Test
    void makesOneOutcomeForEachEnd10() {
        MessageId rejected = accept(message("no"));
        get(store.failed(lease("us"), new Failure(FailureKind.REJECTED, "cms-304", "bad"), clock.instant()));
        MessageId delivered = accept(message("yes").withReplyTo(new ReplyTo("joe@x.org", Duration.ofHours(1))));
        get(store.sent(lease("us"), List.of("5")));
        assertThat(get(store.file(report("5", MessageState.ENROUTE)))).isEqualTo(Filed.MATCHED);
        assertThat(get(store.file(report("5", MessageState.DELIVERED)))).isEqualTo(Filed.MATCHED);
        assertThat(get(store.file(report("5", MessageState.DELIVERED)))).isEqualTo(Filed.DUPLICATE);

        List<Outcome> outcomes = outcomes();

        assertThat(outcomes).extracting(Outcome::message).containsExactly(rejected, delivered);
        assertThat(outcomes).extracting(Outcome::state).containsExactly(MessageState.REJECTED, MessageState.DELIVERED);
        assertThat(outcomes.get(1).replyTo()).contains("joe@x.org");
        assertThat(outcomes()).isEmpty();
    }

    @Test
    void warnsOnceThenExpires10() {
        MessageId id = accept(message("slow"));
        clock.advance(Duration.ofHours(5));
        get(store.tick());
        get(store.tick());
        assertThat(outcomes()).extracting(Outcome::kind).containsExactly(Outcome.Kind.DELAYED);

        clock.advance(EXPIRY);
        assertThat(get(store.handOutgoing("us", 1)).items())
                .as("never after its expiry")
                .isEmpty();
        get(store.tick());
        get(store.tick());

        assertThat(outcomes()).extracting(Outcome::state).containsExactly(MessageState.EXPIRED);
        assertThat(state(id)).isEqualTo(MessageState.EXPIRED);
    }

    @Test
    void matchesAReportThatCameBeforeItsReference10() {
        MessageId id = accept(message("early"));
        Lease lease = lease("us");
        assertThat(get(store.file(report("77", MessageState.DELIVERED)))).isEqualTo(Filed.UNMATCHED);
        get(store.sent(lease, List.of("77")));

        assertThat(state(id)).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void foldsReportsOfPartsAndKnowsWhoTheyAreFor10() {
        MessageId id = accept(message("two parts"));
        get(store.sent(lease("us"), List.of("1", "2")));
        DeliveryReport stranger = new DeliveryReport(
                "us", "1", Optional.of("+4917012345678"), MessageState.DELIVERED, "", clock.instant());

        assertThat(get(store.file(stranger))).isEqualTo(Filed.UNMATCHED);
        get(store.file(report("1", MessageState.DELIVERED)));
        assertThat(state(id)).isEqualTo(MessageState.ENROUTE);
        get(store.file(report("2", MessageState.DELIVERED)));
        assertThat(state(id)).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void offersTheLinksThatWereLiveWhenTheAnswerCame11() {
        accept(message("a").withReplyTo(new ReplyTo("joe@x.org", Duration.ofHours(1))));
        accept(message("b").withReplyTo(new ReplyTo("JOE@x.org", Duration.ofMinutes(1))));
        accept(message("c").withReplyTo(new ReplyTo("ann@x.org", Duration.ofHours(2))));
        get(store.file(incoming("1555 first")));
        clock.advance(Duration.ofMinutes(90));
        get(store.file(incoming("second")));
        clock.advance(Duration.ofHours(9));

        List<Incoming> received = received();

        assertThat(received.get(0).replyLinks()).containsExactlyInAnyOrder("JOE@x.org", "ann@x.org");
        assertThat(received.get(1).replyLinks()).containsExactly("ann@x.org");
        assertThat(get(store.replyLinks("+15551234567"))).isEmpty();
    }

    @Test
    void keepsAnEmptyMessageOutOfTheMailbox12() {
        get(store.file(incoming("")));

        assertThat(received()).isEmpty();
    }

    @Test
    void givesBackWhatWasNotHandedOn5() {
        get(store.file(incoming("again")));
        Leased<Incoming> first = get(store.handIncoming(1)).items().get(0);
        Instant later = clock.instant().plusSeconds(10);
        get(store.release(first.lease(), "mail down", later));

        assertThat(get(store.handIncoming(1)).nextDue()).contains(later);
        clock.advance(Duration.ofSeconds(10));
        Leased<Incoming> second = get(store.handIncoming(1)).items().get(0);
        assertThat(second.lease().attempt()).isEqualTo(2);
        get(store.done(second.lease()));
        assertThat(received()).isEmpty();
    }

    @Test
    void wakesWhoWaits() throws Exception {
        CountDownLatch woken = new CountDownLatch(1);
        store.onDue(Mailbox.OUTGOING, woken::countDown);
        accept(message("wake"));

        assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void countsAddUp13() {
        List<MessageId> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(accept(message("n" + i)));
        }
        get(store.sent(lease("us"), List.of("1")));
        get(store.failed(lease("us"), temporary(), clock.instant().plusSeconds(99)));
        get(store.failed(lease("us"), new Failure(FailureKind.REJECTED, "x", "y"), clock.instant()));
        lease("us");

        assertThat(get(store.counts()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(ids.size());
    }

    @Test
    void refusesAfterItIsClosed2() {
        store.close();

        assertRejected(store.accept(List.of(message("late"))), Code.STORE_DOWN);
    }

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
        reopen();
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

    @Test
    void cancelsWhatWaitsAndNothingElse10and16() {
        MessageId waiting = accept(message("a"));
        assertThat(get(store.operate(waiting, Operation.CANCEL))).isEqualTo(waiting);
        assertThat(state(waiting)).isEqualTo(MessageState.CANCELLED);
        assertThat(outcomes()).extracting(Outcome::state).containsExactly(MessageState.CANCELLED);

        MessageId gone = accept(message("b"));
        Lease lease = lease("us");
        refusedInItsState(gone, Operation.values());
        get(store.sent(lease, List.of("1")));
        refusedInItsState(gone, Operation.values());
        get(store.file(report("1", MessageState.DELIVERED)));
        refusedInItsState(gone, Operation.values());
        refusedInItsState(waiting, Operation.CANCEL, Operation.HOLD, Operation.RELEASE);
        assertRejected(store.operate(new MessageId("0".repeat(26)), Operation.HOLD), Code.NOT_FOUND);
    }

    @Test
    void holdsUntilItIsReleasedOrItsTimeIsOver16() {
        MessageId id = accept(message("a"));
        refusedInItsState(id, Operation.RELEASE);
        get(store.operate(id, Operation.HOLD));
        refusedInItsState(id, Operation.HOLD);
        reopen();
        assertThat(state(id)).isEqualTo(MessageState.HELD);
        assertThat(get(store.handOutgoing("us", 1)).items()).isEmpty();

        get(store.operate(id, Operation.RELEASE));
        assertThat(lease("us").id()).isEqualTo(id);

        MessageId forgotten = accept(message("b"));
        get(store.operate(forgotten, Operation.HOLD));
        clock.advance(EXPIRY);
        get(store.tick());
        assertThat(state(forgotten)).isEqualTo(MessageState.EXPIRED);
    }

    @Test
    void requeuesWhatWaitsAtOnceAndWhatHasFailedAsANewOne16() {
        MessageId later = accept(message("a"));
        get(store.failed(lease("us"), temporary(), clock.instant().plusSeconds(99)));
        assertThat(get(store.operate(later, Operation.REQUEUE))).isEqualTo(later);
        Lease again = lease("us");
        assertThat(again.id()).isEqualTo(later);
        get(store.failed(again, new Failure(FailureKind.REJECTED, "cms-304", "bad"), clock.instant()));

        MessageId next = get(store.operate(later, Operation.REQUEUE));

        assertThat(next).isNotEqualTo(later);
        assertThat(state(later)).isEqualTo(MessageState.REJECTED);
        assertThat(get(store.find(next)).orElseThrow().message().body()).isEqualTo(Body.text("a"));
        assertThat(lease("us").id()).isEqualTo(next);
        assertThat(outcomes()).hasSize(1);
    }

    @Test
    void whatIsHeldForBeingUncertainIsReleasedByAPerson9and16() {
        MessageId id = accept(message("a").withGateways(GatewayChoice.parse("eu")));
        get(store.failed(lease("eu"), new Failure(FailureKind.UNCERTAIN, "no-answer", "silence"), clock.instant()));

        get(store.operate(id, Operation.RELEASE));

        assertThat(lease("eu").id()).isEqualTo(id);
    }

    @Test
    void findsByEachPropertyPageByPage17() {
        MessageId us = accept(message("us").withGateways(GatewayChoice.parse("us")));
        clock.advance(Duration.ofHours(1));
        Instant noon = clock.instant();
        MessageId other = accept(message("o").withRecipient(new PhoneNumber("+4917012345678")));
        MessageId held = accept(message("h"));
        get(store.operate(held, Operation.HOLD));
        Search all = Search.newest(100);

        assertThat(found(all)).containsExactly(held, other, us);
        assertThat(found(all.withGateway("us"))).containsExactly(us);
        assertThat(found(all.withNumber("4917012345678"))).containsExactly(other);
        assertThat(found(all.withNumber("+4917012345678"))).containsExactly(other);
        assertThat(found(all.withStates(Set.of(MessageState.HELD, MessageState.REJECTED))))
                .containsExactly(held);
        assertThat(found(all.withFrom(noon))).containsExactly(held, other);
        assertThat(found(all.withUntil(noon))).containsExactly(us);
        assertThat(found(all.withAccount("nobody"))).isEmpty();
        List<MessageId> paged = new ArrayList<>();
        Search page = Search.newest(2);
        for (List<MessageId> ids = found(page); !ids.isEmpty(); ids = found(page)) {
            paged.addAll(ids);
            accept(message("meanwhile"));
            page = page.withBefore(ids.get(ids.size() - 1));
        }
        assertThat(paged).containsExactly(held, other, us);
    }

    @Test
    void remembersWhatHappened20() {
        MessageId id = accept(message("a").withGateways(GatewayChoice.parse("us")));
        Lease first = lease("us");
        get(store.ledger(first).open(1));
        get(store.ledger(first).sending(1));
        reopen();
        Lease second = lease("us");
        get(store.ledger(second).open(1));
        get(store.ledger(second).sending(1));
        get(store.ledger(second).accepted(1, "7"));
        get(store.sent(second, List.of("7")));
        get(store.file(report("7", MessageState.DELIVERED)));

        assertThat(get(store.history(id)))
                .extracting(event -> event.kind().words())
                .containsExactly(
                        "accepted",
                        "handed out",
                        "part sending",
                        "uncertain",
                        "handed out",
                        "part sending",
                        "part accepted",
                        "sent",
                        "reported",
                        "ended");
        assertThat(get(store.history(id)).get(4).detail()).isEqualTo("to us, attempt 2");
        assertThat(get(store.history(new MessageId("0".repeat(26))))).isEmpty();
    }

    @Test
    void whatNoRouteTakesIsADeadLetterThatCanBeReplayed19() {
        get(store.file(incoming("nobody wants this")));
        get(store.file(incoming("")));
        for (int attempt = 1; attempt < 10; attempt++) {
            releaseIncoming();
        }
        clock.advance(Duration.ofDays(5));
        assertThat(get(store.incomingCounts()))
                .isEqualTo(Map.of(IncomingState.WAITING, 1L, IncomingState.DISCARDED, 1L));
        MessageId id = releaseIncoming();

        assertThat(received()).isEmpty();
        assertThat(get(store.incoming(IncomingSearch.newest(10).withStates(Set.of(IncomingState.DEAD)))))
                .singleElement()
                .satisfies(dead -> {
                    assertThat(dead.id()).isEqualTo(id);
                    assertThat(dead.reason()).isEqualTo("mail down");
                });
        get(store.replay(id));
        assertRejected(store.replay(id), Code.WRONG_STATE);
        assertThat(releaseIncoming()).as("with all its attempts").isEqualTo(id);
        assertThat(received()).hasSize(1);
    }

    @Test
    void whatARouteHasTakenCanBeHandedOutAgain19() {
        get(store.file(incoming("taken")));
        Lease lease = get(store.handIncoming(1)).items().get(0).lease();
        assertRejected(store.replay(lease.id()), Code.WRONG_STATE);
        get(store.done(lease));
        get(store.replay(lease.id()));
        assertThat(get(store.handIncoming(1)).items())
                .singleElement()
                .satisfies(again -> assertThat(again.lease().id()).isEqualTo(lease.id()));
        assertRejected(store.replay(new MessageId("01ARZ3NDEKTSV4RRFFQ69G5FAV")), Code.NOT_FOUND);
    }

    @Test
    void aWholeMessageIsFiledOnceUnderTheReferenceOfItsGateway12() {
        assertThat(get(store.file(referenced("us", "id 1", "once")))).isEqualTo(Filed.COMPLETE);
        reopen();
        assertThat(get(store.file(referenced("us", "id 1", "once")))).isEqualTo(Filed.DUPLICATE);
        assertThat(get(store.file(referenced("us", "id 1", "other text")))).isEqualTo(Filed.COMPLETE);
        assertThat(get(store.file(referenced("us", "id 2", "once")))).isEqualTo(Filed.COMPLETE);
        assertThat(get(store.file(referenced("eu", "id 1", "once")))).isEqualTo(Filed.COMPLETE);
        assertThat(get(store.file(incoming("once")))).isEqualTo(Filed.COMPLETE);
        assertThat(get(store.file(incoming("once")))).isEqualTo(Filed.COMPLETE);
        clock.advance(Duration.ofDays(8));
        get(store.tick());
        assertThat(get(store.file(referenced("us", "id 1", "once")))).isEqualTo(Filed.COMPLETE);
    }

    @Test
    void findsWhatWasReceivedPageByPage23() {
        for (int i = 0; i < 5; i++) {
            get(store.file(referenced(i == 2 ? "eu" : "us", "id " + i, "text " + i)));
        }
        get(store.file(incoming("")));
        List<IncomingRecord> all = get(store.incoming(IncomingSearch.newest(10)));
        assertThat(all).hasSize(6).isSortedAccordingTo((a, b) -> b.id().compareTo(a.id()));
        assertThat(texts(IncomingSearch.newest(2))).containsExactly("", "text 4");
        assertThat(texts(IncomingSearch.newest(2).withBefore(all.get(1).id()))).containsExactly("text 3", "text 2");
        assertThat(texts(IncomingSearch.newest(9).withGateway("eu"))).containsExactly("text 2");
        assertThat(texts(IncomingSearch.newest(9).withStates(Set.of(IncomingState.DISCARDED, IncomingState.DEAD))))
                .containsExactly("");
        assertThat(texts(IncomingSearch.newest(9).withNumber("15551234567"))).hasSize(6);
        assertThat(texts(IncomingSearch.newest(9).withNumber("1555"))).isEmpty();
        IncomingRecord third = all.get(3);
        assertThat(get(store.findIncoming(third.id()))).contains(third);
        assertThat(third.incoming().reference()).contains("id 2");
        assertThat(get(store.findIncoming(new MessageId("01ARZ3NDEKTSV4RRFFQ69G5FAV"))))
                .isEmpty();
    }

    private List<String> texts(IncomingSearch search) {
        return get(store.incoming(search)).stream()
                .map(found -> ((Body.Text) found.incoming().body()).value())
                .toList();
    }

    private Incoming referenced(String gateway, String reference, String text) {
        return new Incoming(
                gateway,
                "15551234567",
                Body.text(text),
                clock.instant(),
                new Attributes(Map.of(Incoming.REFERENCE, reference)),
                List.of());
    }

    private MessageId releaseIncoming() {
        Lease lease = get(store.handIncoming(1)).items().get(0).lease();
        get(store.release(lease, "mail down", clock.instant()));
        return lease.id();
    }

    private List<MessageId> found(Search search) {
        return get(store.search(search)).stream().map(MessageRecord::id).toList();
    }

    private void refusedInItsState(MessageId id, Operation... operations) {
        MessageState before = state(id);
        for (Operation operation : operations) {
            assertRejected(store.operate(id, operation), Code.WRONG_STATE);
        }
        assertThat(state(id)).isEqualTo(before);
    }

    private Message message(String text) {
        return Message.of(PHONE, Body.text(text), clock.instant().plus(EXPIRY));
    }

    private Message ofAccount(String name) {
        return new Message(
                Optional.of(name),
                PHONE,
                Optional.empty(),
                Body.text("a"),
                GatewayChoice.ANY,
                Optional.empty(),
                Message.NORMAL_PRIORITY,
                Optional.empty(),
                clock.instant().plus(EXPIRY),
                Attributes.NONE);
    }

    private Incoming incoming(String text) {
        return new Incoming("us", "15551234567", Body.text(text), clock.instant(), Attributes.NONE, List.of());
    }

    private DeliveryReport report(String reference, MessageState state) {
        return new DeliveryReport("us", reference, Optional.of("15551234567"), state, "", clock.instant());
    }

    private static Failure temporary() {
        return new Failure(FailureKind.TEMPORARY, "cms-38", "network out of order");
    }

    private MessageId accept(Message message) {
        return get(store.accept(List.of(message))).get(0);
    }

    private Lease lease(String gateway) {
        return get(store.handOutgoing(gateway, 1)).items().get(0).lease();
    }

    private MessageState state(MessageId id) {
        return get(store.find(id)).orElseThrow().state();
    }

    private List<Outcome> outcomes() {
        HandOut<Outcome> handOut = get(store.handReports(100));
        handOut.items().forEach(item -> get(store.done(item.lease())));
        return handOut.items().stream().map(Leased::item).toList();
    }

    private List<Incoming> received() {
        return get(store.handIncoming(100)).items().stream().map(Leased::item).toList();
    }

    private void reopen() {
        reopenWithoutGateways();
        get(store.registerGateway("us", UncertainPolicy.RETRY));
        get(store.registerGateway("eu", UncertainPolicy.HOLD));
    }

    private void reopenWithoutGateways() {
        store.close();
        store = under.open(clock);
    }

    private static List<MessageId> idsOf(HandOut<?> handOut) {
        return handOut.items().stream().map(item -> item.lease().id()).toList();
    }

    private static void assertRejected(CompletionStage<?> stage, Code code) {
        assertThatThrownBy(() -> get(stage))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(SmsRejectedException.class, rejected -> assertThat(rejected.code())
                        .isEqualTo(code));
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
