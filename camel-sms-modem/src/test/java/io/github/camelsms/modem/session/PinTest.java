package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.simulator.Personality;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import io.github.camelsms.modem.simulator.SimulatedSim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PinTest {

    private static final DeviceAddress DEVICE = new DeviceAddress.Simulator("bench");

    @TempDir
    private Path directory;

    private final SimulatedNetwork network = new SimulatedNetwork(Personality.STANDARD);
    private final SimulatedSim sim = network.modem().sim();

    /** One life of the process, from start until the session has made up its mind. */
    private SessionState run(String pin) {
        try (Bench bench = new Bench(directory, () -> network.modem().connect());
                Sessions.Handle handle = bench.sessions()
                        .open(bench.settings(
                                DEVICE,
                                Optional.of(pin).filter(p -> !p.isEmpty()).map(Pin::new)))) {
            ModemSession session = handle.session();
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> session.status().isReady() || session.status().state() == SessionState.SIM_LOCKED);
            return session.status().state();
        }
    }

    private void powerCycle() {
        network.modem().unplug();
        network.modem().plugIn();
    }

    @Test
    void unlocksTheSimEachTimeItAsks() {
        sim.protectWith("1234");
        assertThat(run("1234")).isEqualTo(SessionState.READY);
        assertThat(run("1234")).isEqualTo(SessionState.READY);
        assertThat(sim.attempts()).isEqualTo(1);
        powerCycle();
        assertThat(run("1234")).isEqualTo(SessionState.READY);
        assertThat(sim.attempts()).isEqualTo(2);
    }

    @Test
    void triesAWrongPinOnceInTwentyLives() {
        sim.protectWith("1234");
        for (int i = 0; i < 20; i++) {
            assertThat(run("9999")).isEqualTo(SessionState.SIM_LOCKED);
            if (i % 3 == 0) {
                powerCycle();
            }
        }
        assertThat(sim.attempts()).isEqualTo(1);
        assertThat(sim.triesLeft()).isEqualTo(2);
    }

    @Test
    void triesAWrongPinOnceAlsoWhenTheModemTellsTheCardOnlySometimes() {
        sim.protectWith("1234");
        for (int i = 0; i < 6; i++) {
            network.modem().faults().clear();
            if (i % 2 == 0) {
                network.modem().faults().answer("AT+CCID", 1, "ERROR").answer("AT+CPINR", 1, "ERROR");
            }
            assertThat(run("9999")).isEqualTo(SessionState.SIM_LOCKED);
        }
        assertThat(sim.attempts()).isEqualTo(1);
    }

    @Test
    void triesAgainWithAnotherPinOrAnotherCard() {
        sim.protectWith("1234");
        assertThat(run("9999")).isEqualTo(SessionState.SIM_LOCKED);
        assertThat(run("1234")).isEqualTo(SessionState.READY);
        sim.replaceBy("8944000000000000002");
        assertThat(run("9999")).isEqualTo(SessionState.SIM_LOCKED);
        assertThat(sim.attempts()).isEqualTo(3);
    }

    @Test
    void leavesTheLastTryToAPerson() {
        sim.protectWith("1234");
        assertThat(run("9999")).isEqualTo(SessionState.SIM_LOCKED);
        assertThat(run("8888")).isEqualTo(SessionState.SIM_LOCKED);
        assertThat(run("1234")).isEqualTo(SessionState.SIM_LOCKED);
        assertThat(sim.attempts()).isEqualTo(2);
        assertThat(sim.triesLeft()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIM PIN2", "SIM PUK", "SIM PUK2", "PH-SIM PIN", "PH-NET PIN"})
    void sendsNothingForAnythingButThePin(String status) {
        network.modem().faults().answer("AT+CPIN?", 100, "+CPIN: " + status + "\r\n\r\nOK");
        SessionState expected = status.endsWith("2") ? SessionState.READY : SessionState.SIM_LOCKED;

        assertThat(run("1234")).isEqualTo(expected);
        assertThat(sim.attempts()).isZero();
    }

    @Test
    void sendsNothingWithoutAPinToSend() {
        sim.protectWith("1234");
        assertThat(run("")).isEqualTo(SessionState.SIM_LOCKED);
        assertThat(sim.attempts()).isZero();
    }

    @Test
    void sendsNothingWhenItCannotBeRemembered() throws IOException {
        sim.protectWith("1234");
        Files.writeString(directory.resolve("pins"), "what is this");
        assertThat(run("1234")).isEqualTo(SessionState.SIM_LOCKED);
        assertThat(sim.attempts()).isZero();
    }

    @Test
    void sendsAPinOfUnknownFateAgainOnlyWhenNoTryWasLost() throws IOException {
        Card card = new Card(DEVICE, Optional.of(sim.iccid()));
        new PinMemory(directory).remember(card, new Pin("1234"), PinMemory.Verdict.TRIED);
        sim.protectWith("1234");
        network.modem().faults().answer("AT+CPINR", 1, "ERROR");
        assertThat(run("1234")).isEqualTo(SessionState.SIM_LOCKED);
        assertThat(sim.attempts()).isZero();
        network.modem().faults().clear();
        assertThat(run("1234")).isEqualTo(SessionState.READY);
    }

    @Test
    void noticesThatAPersonHasUnlockedTheSim() {
        sim.protectWith("1234");
        try (Bench bench = new Bench(directory, () -> network.modem().connect())) {
            ModemSession session = bench.open(bench.settings(DEVICE, Optional.empty()));
            Bench.awaitState(session, SessionState.SIM_LOCKED);
            sim.unlock();
            Bench.awaitState(session, SessionState.READY);
        }
    }

    @Test
    void writesNeitherPinNorCardToTheDisk() throws IOException {
        sim.protectWith("1234");
        run("1234");
        assertThat(Files.readString(directory.resolve("pins")))
                .doesNotContain("1234")
                .doesNotContain(sim.iccid());
    }
}
