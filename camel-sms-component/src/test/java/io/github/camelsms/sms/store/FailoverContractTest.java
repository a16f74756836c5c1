package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.report.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Number 21 of the contract of {@link MessageStore}, and failed attempts: when a message is tried again and by whom. */
class FailoverContractTest extends StoreContract {

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
}
