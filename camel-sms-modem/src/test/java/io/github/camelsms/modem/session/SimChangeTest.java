package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.modem.simulator.Personality;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SimChangeTest {

    private static final String OTHER = "8944000000000000002";

    @TempDir
    private Path directory;

    private final SimulatedNetwork network = new SimulatedNetwork(Personality.STANDARD);

    private Bench bench() {
        return new Bench(directory, () -> network.modem().connect());
    }

    private void useOnce() {
        try (Bench bench = bench()) {
            ModemSession session = bench.open(bench.settings());
            Bench.awaitState(session, SessionState.READY);
            session.close();
        }
    }

    @Test
    void holdsWhenTheCardWasChangedWhileTheGatewayWasDown() throws Exception {
        useOnce();
        network.modem().sim().replaceBy(OTHER);
        try (Bench bench = bench()) {
            ModemSession session = bench.open(bench.settings());
            Bench.awaitState(session, SessionState.SIM_CHANGED);

            assertThat(session.status().reason())
                    .contains("another SIM", "onSimChange")
                    .doesNotContain(OTHER);
            assertThatThrownBy(() -> session.send(Bench.parts("+15551234567", "Hello"), new RecordingLedger())
                            .toCompletableFuture()
                            .get(5, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class);
            network.modem().sim().replaceBy("8944000000000000001");
            Bench.awaitState(session, SessionState.READY);
            session.close();
        }
        assertThat(network.messages()).isEmpty();
        assertThat(Files.readString(directory.resolve("sims"))).doesNotContain("8944");
    }

    @Test
    void noticesACardThatIsChangedWhileItRuns() {
        try (Bench bench = bench()) {
            ModemSession session = bench.open(bench.settings());
            Bench.awaitState(session, SessionState.READY);
            network.modem().sim().replaceBy(OTHER);
            network.modem().unsolicited("+CPIN: NOT READY");

            Bench.awaitState(session, SessionState.SIM_CHANGED);
        }
    }

    @Test
    void goesOnWhereThatIsAllowed() {
        useOnce();
        network.modem().sim().replaceBy(OTHER);
        try (Bench bench = bench()) {
            SessionSettings settings = bench.settings();
            ModemSession session = bench.open(settings.with(settings.policy().withSimChange(SimChange.ALLOW)));
            Bench.awaitState(session, SessionState.READY);
            session.close();
        }
        useOnce();
    }
}
