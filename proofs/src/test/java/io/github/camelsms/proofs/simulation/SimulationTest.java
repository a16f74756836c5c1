package io.github.camelsms.proofs.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.proofs.harness.Figures;
import io.github.camelsms.proofs.harness.Mutant;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract of the store in as many worlds as {@code proofs.seeds} says, from {@code proofs.seed} on. What breaks it
 * is printed with its seed and its history; the same seed makes the same world again.
 */
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("proofs.seeds", 1_000);
    private static final long FIRST = Long.getLong("proofs.seed", 1);
    private static final int CONTROL_SEEDS = 300;
    private static final String TABLES = "io.github.camelsms.sms.store.jdbc.";

    @Test
    void theContractIsKeptInEveryWorld() {
        long begin = System.nanoTime();
        String violations = LongStream.range(FIRST, FIRST + SEEDS)
                .parallel()
                .mapToObj(Simulation::run)
                .filter(violation -> !violation.isEmpty())
                .findFirst()
                .orElse("");
        assertThat(violations).isEmpty();
        Figures.row(
                "simulation: crashes, takeovers, clock jumps, reports early, late and twice",
                SEEDS + " seeds from " + FIRST,
                "0 violations in " + (System.nanoTime() - begin) / 1_000_000_000 + " s",
                "next lines");
    }

    static Stream<Arguments> mutants() {
        return Stream.of(
                Arguments.of(
                        "leases without their fencing token",
                        Mutant.text(TABLES + "Leases", " AND lease = ? AND worker = ?", " AND ? <> 0 AND ? <> ''")),
                Arguments.of("SENDING not written", Mutant.constant(TABLES + "HandingOut", "SENDING", "QUEUED")),
                Arguments.of(
                        "handed out without a lease",
                        Mutant.text(TABLES + "Leases", "due_at = NULL, worker", "worker")),
                Arguments.of(
                        "parts not remembered",
                        Mutant.text(
                                TABLES + "PartTable", "reference IS NOT NULL", "reference IS NOT NULL AND part < 0")),
                Arguments.of(
                        "received twice, filed twice",
                        Mutant.text(
                                TABLES + "ReceivedPartTable",
                                "DO NOTHING",
                                "DO UPDATE SET received_at = excluded.received_at")),
                Arguments.of(
                        "early reports forgotten",
                        Mutant.text(
                                TABLES + "UnmatchedReportTable",
                                "WHERE gateway = ? AND reference = ?",
                                "WHERE gateway = ? AND reference < ? AND 1 = 0")),
                Arguments.of(
                        "acceptance not counted",
                        Mutant.text(TABLES + "Tallies", "tally.amount + excluded.amount", "tally.amount")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void noticesEachRuleThatIsMissing(String name, Mutant mutant) throws Exception {
        String found = "";
        long seeds = 0;
        try (MutatedClasses classes = new MutatedClasses(mutant)) {
            for (long seed : LongStream.range(FIRST, FIRST + CONTROL_SEEDS).toArray()) {
                found = found.isEmpty() ? classes.run(seed) : found;
                seeds += found.isEmpty() ? 1 : 0;
            }
        }
        assertThat(found).as(name).contains("Violation");
        String violation = found.lines().findFirst().orElseThrow();
        Figures.row(
                "",
                name,
                violation.substring(violation.indexOf("Violation: ") + 11),
                "found by seed " + (FIRST + seeds));
    }
}
