package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Number 26 of the contract of {@link MessageStore}: what a person has stopped stays so. */
class StopsContractTest extends StoreContract {

    @Test
    void whatIsStoppedStaysSoAndNothingIsLost26() {
        MessageId id = accept(message("a"));
        get(store.stop(new Stop(Stop.SEND, "test", clock.instant())));
        assertThat(get(store.handOutgoing("us", 10)).items()).isEmpty();
        accept(message("a"));
        get(store.stop(new Stop(Stop.ACCEPT, "test", clock.instant())));
        assertRejected(store.accept(List.of(message("a"))), Code.SENDING_STOPPED);

        restart();

        assertThat(get(store.stops())).extracting(Stop::scope).containsExactly(Stop.ACCEPT, Stop.SEND);
        assertRejected(store.accept(List.of(message("a"))), Code.SENDING_STOPPED);
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
}
