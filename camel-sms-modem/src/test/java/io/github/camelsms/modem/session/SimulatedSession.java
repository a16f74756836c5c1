package io.github.camelsms.modem.session;

import io.github.camelsms.modem.simulator.Personality;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import io.github.camelsms.sms.report.SendFailedException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A session with a simulated modem, and what a test asks of it. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
abstract class SimulatedSession {

    static final String LONG = "0123456789".repeat(40);

    @TempDir
    Path directory;

    SimulatedNetwork network;
    Bench bench;
    RecordingLedger ledger;

    @BeforeEach
    void start() {
        use(Personality.STANDARD);
        ledger = new RecordingLedger();
    }

    void use(Personality personality) {
        network = new SimulatedNetwork(personality);
        bench = new Bench(directory, () -> network.modem().connect());
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    ModemSession ready() {
        ModemSession session = bench.open(bench.settings());
        Bench.awaitState(session, SessionState.READY);
        return session;
    }

    Map<Integer, String> send(ModemSession session, String text) throws Exception {
        return session.send(Bench.parts("+15551234567", text), ledger)
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    SendFailedException failure(ModemSession session, String text) {
        try {
            throw new AssertionError("sent as " + send(session, text));
        } catch (ExecutionException e) {
            return (SendFailedException) e.getCause();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
