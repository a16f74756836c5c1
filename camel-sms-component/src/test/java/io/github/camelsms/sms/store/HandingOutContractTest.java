package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers 5 to 7 of the contract of {@link MessageStore}: who gets which message, when and in which order. */
class HandingOutContractTest extends StoreContract {

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
    void wakesWhoWaits() throws Exception {
        CountDownLatch woken = new CountDownLatch(1);
        store.onDue(Mailbox.OUTGOING, woken::countDown);
        accept(message("wake"));

        assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
