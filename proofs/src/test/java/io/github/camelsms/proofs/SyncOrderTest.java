package io.github.camelsms.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.proofs.harness.Clients;
import io.github.camelsms.proofs.harness.Figures;
import io.github.camelsms.proofs.harness.Gateways;
import io.github.camelsms.proofs.harness.Mutant;
import io.github.camelsms.proofs.harness.Network;
import io.github.camelsms.proofs.harness.Strace;
import io.github.camelsms.proofs.harness.SyncOrder;
import io.github.camelsms.testing.GatewayProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R1 as the system sees it: before each OK on the wire there is a finished sync of the file that holds the message. */
class SyncOrderTest {

    private static final int CLIENTS = 8;
    private static final int MESSAGES = Integer.getInteger("proofs.answers", 200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CALLS = "pwrite64,fsync,fdatasync,write,writev,sendto";

    @TempDir
    private Path folder;

    private record Answers(int watched, long unsynced, int syncs) {}

    private Answers watch(List<Mutant> mutants) throws Exception {
        try (Network network = new Network();
                Clients clients = new Clients(CLIENTS, MESSAGES, network)) {
            Files.writeString(folder.resolve("us.yaml"), network.route(1));
            try (GatewayProcess gateway = Gateways.start(folder, mutants, "us.yaml");
                    Strace strace = Strace.watch(gateway, folder, CALLS)) {
                clients.sendTo(gateway.uri());
                await().atMost(PATIENCE).until(() -> clients.acceptedCount() >= MESSAGES);
                clients.close();
                strace.close();
                SyncOrder order = new SyncOrder(strace.lines());
                long unsynced = clients.accepted().entrySet().stream()
                        .filter(answer -> !order.isSyncedBeforeAnswer(answer.getKey(), answer.getValue()))
                        .count();
                return new Answers(clients.acceptedCount(), unsynced, order.syncs());
            }
        }
    }

    @Test
    void eachAnswerComesAfterTheSyncThatCoversIt() throws Exception {
        Strace.assume("fsync before the answer");

        Answers answers = watch(List.of());
        Answers control =
                watch(List.of(Mutant.constant("io.github.camelsms.sms.store.jdbc.SqliteDatabase", "FULL", "OFF")));

        Figures.row(
                "fsync before the answer (strace)",
                answers.watched() + " answers, " + CLIENTS + " clients",
                answers.unsynced() + " before their sync; " + answers.syncs() + " syncs",
                "synchronous=OFF: " + control.unsynced() + " of " + control.watched() + " before their sync");
        assertThat(answers.unsynced()).isZero();
        assertThat(control.unsynced()).isEqualTo(control.watched());
    }
}
