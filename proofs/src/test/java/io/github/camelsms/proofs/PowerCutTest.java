package io.github.camelsms.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.proofs.harness.Clients;
import io.github.camelsms.proofs.harness.Figures;
import io.github.camelsms.proofs.harness.Gateways;
import io.github.camelsms.proofs.harness.LoopDisk;
import io.github.camelsms.proofs.harness.Mutant;
import io.github.camelsms.proofs.harness.Network;
import io.github.camelsms.proofs.harness.Verdict;
import io.github.camelsms.testing.GatewayProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R1 over HTTP: the store lies on a disk of its own; the gateway is killed and the disk is copied as it is in that
 * moment, without what the system had not written yet. A gateway that starts on the copy has to send everything that
 * was answered with OK.
 */
class PowerCutTest {

    private static final int CUTS = Integer.getInteger("proofs.cuts", 3);
    private static final int CONTROL_CUTS = 4;
    private static final int MEBIBYTES = 192;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Mutant UNSYNCED =
            Mutant.constant("io.github.camelsms.sms.store.jdbc.SqliteDatabase", "FULL", "OFF");

    @TempDir
    private Path folder;

    private final Random random = new Random(5);

    @Test
    void whatWasAcknowledgedSurvivesAPowerCut() throws Exception {
        LoopDisk.assume("power cut", folder);
        int acknowledged = 0;
        int uncertain = 0;
        for (int i = 0; i < CUTS; i++) {
            Verdict verdict = cut(List.of());
            assertThat(verdict.isClean()).as("cut %d: %s", i, verdict.words()).isTrue();
            acknowledged += verdict.acknowledged();
            uncertain += verdict.uncertain();
        }
        int lost = 0;
        int ofThose = 0;
        for (int i = 0; i < CONTROL_CUTS && lost == 0; i++) {
            Verdict control = cut(List.of(UNSYNCED));
            lost = control.lost();
            ofThose += control.acknowledged();
        }
        Figures.row(
                "power cut under load",
                CUTS + " cuts",
                acknowledged + " acknowledged, lost 0, doubled 0, again after UNCERTAIN " + uncertain,
                "synchronous=OFF: " + ofThose + " acknowledged, lost " + lost);
        assertThat(lost).as("without fsync something is lost").isPositive();
    }

    private Verdict cut(List<Mutant> mutants) throws Exception {
        Path image = folder.resolve("disk.img");
        Path copy = folder.resolve("cut.img");
        try (Network network = new Network();
                Clients clients = new Clients(16, 300, network)) {
            Files.writeString(folder.resolve("us.yaml"), network.route(4));
            try (LoopDisk disk = LoopDisk.create(image, MEBIBYTES);
                    GatewayProcess gateway = start(disk, mutants)) {
                clients.sendTo(gateway.uri());
                int enough = 300 + random.nextInt(1000);
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> clients.acceptedCount() > enough);
                gateway.kill();
                LoopDisk.copy(image, copy);
                clients.close();
            }
            try (LoopDisk disk = LoopDisk.mount(copy)) {
                goOn(disk, mutants, clients, network);
                return Verdict.of(clients, network, disk.path("sms.db"));
            }
        } finally {
            Files.deleteIfExists(image);
            Files.deleteIfExists(copy);
        }
    }

    /** A gateway sends what is on the copy; of the control that is not everything. */
    private void goOn(LoopDisk disk, List<Mutant> mutants, Clients clients, Network network) throws Exception {
        try (GatewayProcess gateway = start(disk, mutants)) {
            await().atMost(mutants.isEmpty() ? PATIENCE : Duration.ofSeconds(5)).until(() -> network.taken()
                    .keySet()
                    .containsAll(clients.accepted().keySet()));
            gateway.stop();
        } catch (ConditionTimeoutException e) {
            if (mutants.isEmpty()) {
                throw e;
            }
        }
    }

    private GatewayProcess start(LoopDisk disk, List<Mutant> mutants) throws Exception {
        return Gateways.start(
                folder, mutants, "--property", "sms.store.url=jdbc:sqlite:" + disk.path("sms.db"), "us.yaml");
    }
}
