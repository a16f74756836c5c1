package io.github.camelsms.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.proofs.harness.Clients;
import io.github.camelsms.proofs.harness.Figures;
import io.github.camelsms.proofs.harness.Gateways;
import io.github.camelsms.proofs.harness.Mutant;
import io.github.camelsms.proofs.harness.Network;
import io.github.camelsms.proofs.harness.Strace;
import io.github.camelsms.proofs.harness.Verdict;
import io.github.camelsms.testing.GatewayProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R1, R2, R5 and R27: the k-th write or sync of the store fails, for k = 1, 2, 3 and so on. Whoever is answered with OK
 * has been right, the gateway goes on by itself, and the file is whole.
 */
class FailingDiskTest {

    private static final int WRITES = Integer.getInteger("proofs.failing.writes", 6);
    private static final int SYNCS = Integer.getInteger("proofs.failing.syncs", 3);
    private static final int CLIENTS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private static List<String> faults() {
        List<String> faults = new ArrayList<>();
        IntStream.rangeClosed(1, WRITES).forEach(k -> faults.add("pwrite64:error=EIO:when=" + k));
        IntStream.rangeClosed(1, WRITES).forEach(k -> faults.add("pwrite64:error=ENOSPC:when=" + k));
        IntStream.rangeClosed(1, SYNCS).forEach(k -> faults.add("fsync,fdatasync:error=EIO:when=" + k));
        faults.add("pwrite64:error=EIO:when=1+");
        faults.add("fsync,fdatasync:error=EIO:when=1+");
        return faults;
    }

    private record Result(Verdict verdict, int faults, long injected, int refused, String integrity) {}

    private Result fail(List<String> faults, List<Mutant> mutants) throws Exception {
        long injected = 0;
        try (Network network = new Network();
                Clients clients = new Clients(CLIENTS, 5_000, network)) {
            Files.writeString(folder.resolve("us.yaml"), network.route(CLIENTS));
            try (GatewayProcess gateway = Gateways.start(folder, mutants, "us.yaml")) {
                clients.sendTo(gateway.uri());
                for (String fault : faults) {
                    awaitMore(clients);
                    try (Strace strace = Strace.inject(gateway, folder, fault)) {
                        int before = clients.answers();
                        int enough = fault.endsWith("+") ? before + 20 : before;
                        await(fault)
                                .atMost(PATIENCE)
                                .pollInterval(Duration.ofMillis(10))
                                .until(() -> strace.injected() > 0 && clients.answers() >= enough);
                        injected += strace.injected();
                    }
                    assertThat(gateway.isAlive()).as(fault).isTrue();
                }
                awaitMore(clients);
                gateway.kill();
            }
            clients.close();
            try (GatewayProcess gateway = Gateways.start(folder, mutants, "us.yaml")) {
                awaitSent(clients, network, mutants.isEmpty() ? PATIENCE : Duration.ofSeconds(5));
                gateway.stop();
            }
            Path store = folder.resolve("data/sms.db");
            return new Result(
                    Verdict.of(clients, network, store), faults.size(), injected, clients.refused(), integrity(store));
        }
    }

    private static void awaitMore(Clients clients) {
        int before = clients.acceptedCount();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> clients.acceptedCount() > before + 20);
    }

    /** A mutant never sends what it has lost. */
    private static void awaitSent(Clients clients, Network network, Duration patience) {
        try {
            await().atMost(patience).until(() -> network.taken()
                    .keySet()
                    .containsAll(clients.accepted().keySet()));
        } catch (ConditionTimeoutException e) {
            assertThat(patience).isLessThan(PATIENCE);
        }
    }

    private static String integrity(Path store) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
            return result.getString(1);
        }
    }

    @Test
    void aWriteThatFailsIsNotAnsweredWithOk() throws Exception {
        Strace.assume("k-th write or sync fails");

        Result result = fail(faults(), List.of());

        Figures.row(
                "k-th write or sync of the store fails (EIO, ENOSPC)",
                result.faults() + " faults, " + result.injected() + " calls failed",
                result.verdict().words() + ", refused " + result.refused() + ", integrity_check " + result.integrity(),
                "next line");
        assertThat(result.verdict().isClean()).as(result.verdict().words()).isTrue();
        assertThat(result.refused()).isPositive();
        assertThat(result.integrity()).isEqualTo("ok");
    }

    @Test
    void noticesThatAFailureIsTakenForSuccess() throws Exception {
        Strace.assume("k-th write or sync fails: control");

        Result result = fail(
                List.of("pwrite64:error=EIO:when=1+"),
                List.of(Mutant.swallowing("io.github.camelsms.sms.store.jdbc.SqliteDatabase", "commit")));

        Figures.row("", "a failed commit is taken for success", result.verdict().words(), "loses, as it has to");
        assertThat(result.verdict().lost()).isPositive();
    }
}
