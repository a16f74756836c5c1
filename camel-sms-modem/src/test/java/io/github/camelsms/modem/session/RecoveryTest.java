package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.modem.simulator.Personality;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The ladder, rung by rung. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RecoveryTest {

    @TempDir
    private Path directory;

    private final SimulatedNetwork network = new SimulatedNetwork(Personality.STANDARD);
    private Bench bench;

    private ModemSession ready(SessionPolicy policy) {
        bench = new Bench(directory, () -> network.modem().connect());
        ModemSession session = bench.open(bench.settings().with(policy));
        Bench.awaitState(session, SessionState.READY);
        return session;
    }

    @AfterEach
    void stop() {
        network.modem().faults().clear();
        bench.close();
    }

    @Test
    void climbsNothingWhileAllIsWellOrAnErrorIsTheAnswer() throws Exception {
        ModemSession session = ready(SessionPolicy.DEFAULT);
        network.modem().faults().answer("PDU", 2, "+CMS ERROR: 38");
        for (int i = 0; i < 2; i++) {
            trySending(session);
        }
        assertThat(session.recoveries())
                .allSatisfy((rung, count) -> assertThat(count).as(rung.name()).isZero());
    }

    private static void trySending(ModemSession session) throws Exception {
        try {
            session.send(Bench.parts("+15551234567", "Hello"), new RecordingLedger())
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // as intended
        }
    }

    @Test
    void asksAndSetsUpAgainAfterALostAnswer() throws Exception {
        ModemSession session = ready(SessionPolicy.DEFAULT);
        network.modem().faults().loseAnswer("PDU", 1);
        trySending(session);
        Bench.awaitState(session, SessionState.READY);

        assertThat(session.recoveries())
                .containsEntry(Rung.PROBE, 1L)
                .containsEntry(Rung.INITIALISE, 1L)
                .containsEntry(Rung.RESET, 0L)
                .containsEntry(Rung.REOPEN, 0L);
    }

    @Test
    void tellsAModemToRestartThatHearsNothingElse() {
        ModemSession session = ready(SessionPolicy.DEFAULT);
        network.modem().faults().ignore("AT+CPIN", 3).ignore("AT+CREG", 2).ignore("AT+CMGL", 3);
        session.attach(pdu -> null);

        await().atMost(Duration.ofSeconds(20)).until(() -> session.recoveries().get(Rung.RESET) == 1);
        Bench.awaitState(session, SessionState.READY);
        assertThat(network.modem().restarts()).isEqualTo(1);
        assertThat(session.recoveries()).containsEntry(Rung.REOPEN, 0L);
    }

    @Test
    void switchesThePowerWhenNothingElseHelps() {
        Path proof = directory.resolve("switched off; and on");
        ModemSession session =
                ready(SessionPolicy.DEFAULT.withPower(new PowerHook(List.of("touch", proof.toString()))));
        network.modem().unplug();

        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(proof));
        network.modem().plugIn();
        Bench.awaitState(session, SessionState.READY);
        assertThat(session.recoveries().get(Rung.POWER)).isPositive();
        assertThat(session.recoveries().get(Rung.REOPEN)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void comesBackAlthoughThePowerCommandFails() {
        ModemSession session = ready(SessionPolicy.DEFAULT.withPower(new PowerHook(List.of("/nowhere/at all"))));
        network.modem().unplug();
        await().atMost(Duration.ofSeconds(20)).until(() -> session.recoveries().get(Rung.POWER) > 0);
        network.modem().plugIn();

        Bench.awaitState(session, SessionState.READY);
    }
}
