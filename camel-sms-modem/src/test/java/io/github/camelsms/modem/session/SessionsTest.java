package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.modem.channel.DeviceAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One device, one session, whoever names it. */
class SessionsTest extends SimulatedSession {

    @Test
    void sharesOneSessionBetweenAllWhoNameTheDevice() {
        Sessions.Handle first = bench.sessions().open(bench.settings());
        Sessions.Handle second = bench.sessions().open(bench.settings());
        assertThat(second.session()).isSameAs(first.session());
        Bench.awaitState(first.session(), SessionState.READY);

        first.close();
        first.close();
        assertThat(second.session().status().state()).isEqualTo(SessionState.READY);
        second.close();
        assertThat(second.session().status().state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    void mergesSettingsAndRefusesContradictions() {
        DeviceAddress device = new DeviceAddress.Simulator("bench");
        SessionSettings plain = SessionSettings.of(device);
        SessionSettings withPin = bench.settings(device, Optional.of(new Pin("1234")));

        assertThat(plain.mergedWith(withPin)).isEqualTo(withPin);
        assertThat(withPin.mergedWith(plain)).isEqualTo(withPin);
        assertThatThrownBy(() -> withPin.mergedWith(bench.settings(device, Optional.of(new Pin("4321")))))
                .hasMessageContaining("option pin")
                .hasMessageContaining("simulator:bench")
                .hasMessageNotContaining("4321");
    }
}
