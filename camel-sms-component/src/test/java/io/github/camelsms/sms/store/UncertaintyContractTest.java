package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.report.FailureKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Number 9 of the contract of {@link MessageStore}: what a worker that has died or a silent network may have sent. */
class UncertaintyContractTest extends StoreContract {

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

        reopen();

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
        reopen();

        assertThat(get(store.handOutgoing("us", 1)).items()).hasSize(1);
    }

    @Test
    void whatIsHeldForBeingUncertainIsReleasedByAPerson9and16() {
        MessageId id = accept(message("a").withGateways(GatewayChoice.parse("eu")));
        get(store.failed(lease("eu"), new Failure(FailureKind.UNCERTAIN, "no-answer", "silence"), clock.instant()));

        get(store.operate(id, Operation.RELEASE));

        assertThat(lease("eu").id()).isEqualTo(id);
    }
}
