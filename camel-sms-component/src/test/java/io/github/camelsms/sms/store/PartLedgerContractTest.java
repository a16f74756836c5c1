package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.message.PartLedger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Number 8 of the contract of {@link MessageStore}: what is known of the parts of a message. */
class PartLedgerContractTest extends StoreContract {

    @Test
    void neverForgetsAPartThatTheNetworkHas8() {
        MessageId id = accept(message("long").withGateways(GatewayChoice.parse("us,eu")));
        Lease first = lease("us");
        PartLedger.Plan plan = get(store.ledger(first).open(3));
        get(store.ledger(first).sending(1));
        get(store.ledger(first).accepted(1, "41"));
        get(store.failed(first, temporary(), clock.instant()));

        restart();
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

        restart();
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
}
