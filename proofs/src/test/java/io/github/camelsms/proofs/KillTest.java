package io.github.camelsms.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.proofs.harness.Clients;
import io.github.camelsms.proofs.harness.Figures;
import io.github.camelsms.proofs.harness.Gateways;
import io.github.camelsms.proofs.harness.Mutant;
import io.github.camelsms.proofs.harness.Network;
import io.github.camelsms.proofs.harness.Verdict;
import io.github.camelsms.testing.GatewayProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R1, R2, R6, R34 and R35 over HTTP: what was answered with OK is sent, whatever happens to the process, and sent again
 * only where the store has said that nobody can know.
 */
class KillTest {

    private static final String TABLES = "io.github.camelsms.sms.store.jdbc.";
    private static final int KILLS = Integer.getInteger("proofs.kills", 5);
    private static final int WINDOW = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Random random = new Random(20_261_122);

    private Network network;

    @BeforeEach
    void startNetwork() throws Exception {
        network = new Network();
        Files.writeString(folder.resolve("us.yaml"), network.route(WINDOW));
    }

    @AfterEach
    void stopNetwork() {
        network.close();
    }

    private GatewayProcess start(List<Mutant> mutants) throws Exception {
        return Gateways.start(folder, mutants, "us.yaml");
    }

    /** Kills it so many times under load, lets the last one send what waits, and judges. */
    private Verdict kill(int times, List<Mutant> mutants) throws Exception {
        Path store = folder.resolve("data/sms.db");
        try (Clients clients = new Clients(WINDOW, 200, network)) {
            for (int i = 0; i < times; i++) {
                try (GatewayProcess gateway = start(mutants)) {
                    int before = clients.acceptedCount();
                    clients.sendTo(gateway.uri());
                    int enough = 100 + random.nextInt(800);
                    await().atMost(PATIENCE)
                            .pollInterval(Duration.ofMillis(1))
                            .until(() -> clients.acceptedCount() - before > enough);
                    gateway.kill();
                    clients.pause();
                }
            }
            clients.close();
            try (GatewayProcess gateway = start(mutants)) {
                await().atMost(PATIENCE).until(() -> network.taken()
                        .keySet()
                        .containsAll(clients.accepted().keySet()));
                assertThat(gateway.stop()).isZero();
            }
            return Verdict.of(clients, network, store);
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesKills() throws Exception {
        Verdict verdict = kill(KILLS, List.of());

        Figures.row("kill -9 under load", KILLS + " kills", verdict.words(), "next two lines");
        assertThat(verdict.isClean()).as(verdict.words()).isTrue();
        assertThat(verdict.acknowledged()).isGreaterThan(KILLS * 100);
        assertThat(verdict.uncertain()).isLessThanOrEqualTo(KILLS * WINDOW);
    }

    @Test
    void noticesThatAMessageIsHandedOutWithoutALease() throws Exception {
        Verdict verdict = kill(1, List.of(Mutant.text(TABLES + "Leases", "due_at = NULL, worker", "worker")));

        Figures.row("", "handed out without a lease", verdict.words(), "doubles, as it has to");
        assertThat(verdict.doubled()).isPositive();
    }

    @Test
    void noticesThatSendingIsNotWrittenDownBefore() throws Exception {
        List<Mutant> mutants = List.of(Mutant.constant(TABLES + "HandingOut", "SENDING", "QUEUED"));
        // a kill that finds nothing on its way to the network says nothing
        Verdict verdict = kill(2, mutants);
        for (int tries = 1; tries < 10 && verdict.doubled() == 0; tries++) {
            verdict = kill(2, mutants);
        }

        Figures.row("", "SENDING not written before", verdict.words(), "doubles, as it has to");
        assertThat(verdict.doubled()).isPositive();
    }

    @Test
    void aProcessThatStandsStillLosesAndDoublesNothing() throws Exception {
        try (GatewayProcess gateway = start(List.of());
                Clients clients = new Clients(WINDOW, 200, network)) {
            clients.sendTo(gateway.uri());
            await().atMost(PATIENCE).until(() -> clients.acceptedCount() > 100);
            gateway.signal("STOP");
            try (GatewayProcess second = Gateways.launch(folder, List.of(), "us.yaml")) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.errors()).contains("in use by another gateway");
            } finally {
                gateway.signal("CONT");
            }
            int before = clients.acceptedCount();
            await().atMost(PATIENCE).until(() -> clients.acceptedCount() > before + 100);
            clients.close();
            await().atMost(PATIENCE).until(() -> network.taken()
                    .keySet()
                    .containsAll(clients.accepted().keySet()));
            assertThat(gateway.stop()).isZero();

            Verdict verdict = Verdict.of(clients, network, folder.resolve("data/sms.db"));
            Figures.row("SIGSTOP, a second gateway, SIGCONT", "1 stop", verdict.words(), "the second one is refused");
            assertThat(verdict.isClean()).as(verdict.words()).isTrue();
            assertThat(verdict.uncertain()).isZero();
        }
    }
}
