package io.github.camelsms.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.modem.simulator.Personality;
import io.github.camelsms.modem.simulator.SimulatedModemServer;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import io.github.camelsms.proofs.harness.Figures;
import io.github.camelsms.proofs.harness.Gateways;
import io.github.camelsms.proofs.harness.Mutant;
import io.github.camelsms.testing.GatewayProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R17, R19 and R22: the modem lives on while the gateway is killed again and again. Each message that the network has
 * delivered becomes one mail; its copy on the SIM goes only when the store has it.
 */
class ReceivingTest {

    private static final int MESSAGES = Integer.getInteger("proofs.received", 200);
    private static final int KILLS = Integer.getInteger("proofs.kills", 5);
    private static final int LOCKED_MESSAGES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    private final Random random = new Random(17);
    private final SimulatedNetwork network = new SimulatedNetwork(Personality.STANDARD);
    private SimulatedModemServer modem;

    @BeforeEach
    void startModem() throws Exception {
        modem = new SimulatedModemServer(network.modem(), 0);
        Files.writeString(folder.resolve("us.yaml"), """
            - route:
                from:
                  uri: "gsmmodem:tcp:127.0.0.1:%d"
                  steps:
                    - to: "sms:incoming?gateway=us"
            """.formatted(modem.port()));
    }

    @AfterEach
    void stopModem() throws Exception {
        modem.close();
    }

    private GatewayProcess start(List<Mutant> mutants) throws Exception {
        return Gateways.start(folder, mutants, "us.yaml");
    }

    /** How often each text has become a mail. */
    private Map<String, Long> mails() throws IOException {
        Path mails = folder.resolve("data/mail");
        if (!Files.isDirectory(mails)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.list(mails)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .map(ReceivingTest::text)
                    .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        }
    }

    private static String text(Path mail) {
        try {
            return Files.readString(mail)
                    .lines()
                    .filter(line -> line.startsWith("incoming "))
                    .findFirst()
                    .orElse("no text");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String message(int number) {
        return "incoming %04d of a proof".formatted(number);
    }

    /** Copies on the SIM. */
    private int kept() {
        return network.modem().stored("SM");
    }

    private boolean simIsEmpty() {
        return kept() == 0;
    }

    @Test
    void whatWasReceivedSurvivesKills() throws Exception {
        int delivered = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (GatewayProcess gateway = start(List.of())) {
                int until = MESSAGES * (kill + 1) / KILLS;
                while (delivered < until) {
                    network.deliver("+15559876543", message(delivered++));
                }
                int enough = until - 1 - random.nextInt(MESSAGES / KILLS - 1);
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).until(() -> mails().size() >= enough);
                gateway.kill();
            }
        }
        try (GatewayProcess gateway = start(List.of())) {
            await().atMost(PATIENCE).until(() -> mails().size() == MESSAGES && simIsEmpty());
            assertThat(gateway.stop()).isZero();
        }
        long twice = mails().values().stream().filter(times -> times > 1).count();
        Figures.row(
                "received while killed (kill -9)",
                MESSAGES + " messages, " + KILLS + " kills",
                "lost " + (MESSAGES - mails().size()) + ", twice " + twice + ", left on the SIM 0",
                "next line");
        assertThat(mails().keySet())
                .containsExactlyElementsOf(IntStream.range(0, MESSAGES)
                        .mapToObj(ReceivingTest::message)
                        .toList());
        assertThat(twice).isZero();
    }

    @Test
    void theCopyOnTheSimGoesOnlyWhenTheStoreHasIt() throws Exception {
        int kept = killWhileTheStoreIsLocked(List.of());
        assertThat(kept).as("copies on the SIM").isEqualTo(LOCKED_MESSAGES);
        try (GatewayProcess gateway = start(List.of())) {
            await().atMost(PATIENCE).until(() -> mails().size() == LOCKED_MESSAGES + 1 && simIsEmpty());
            gateway.stop();
        }
    }

    @Test
    void noticesThatTheCopyIsDeletedBefore() throws Exception {
        Mutant early = Mutant.completedEarly("io.github.camelsms.modem.camel.GsmModemConsumer", "received");
        int kept = killWhileTheStoreIsLocked(List.of(early));

        try (GatewayProcess gateway = start(List.of(early))) {
            await().during(LONG_ENOUGH).atMost(PATIENCE).until(() -> mails().size() <= LOCKED_MESSAGES);
            gateway.stop();
        }
        Figures.row(
                "",
                "deleted before it is stored",
                "lost " + (LOCKED_MESSAGES + 1 - mails().size()) + " of " + LOCKED_MESSAGES + ", left on the SIM "
                        + kept,
                "loses, as it has to");
        assertThat(mails().size()).isLessThan(LOCKED_MESSAGES + 1);
    }

    /** Nothing can be stored while messages come, and then the gateway is gone; returns how many the SIM still has. */
    private int killWhileTheStoreIsLocked(List<Mutant> mutants) throws Exception {
        try (GatewayProcess gateway = start(mutants);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/sms.db"));
                Statement statement = other.createStatement()) {
            network.deliver("+15559876543", message(LOCKED_MESSAGES));
            await().atMost(PATIENCE).until(() -> mails().size() == 1 && simIsEmpty());
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.execute("BEGIN IMMEDIATE");
            for (int i = 0; i < LOCKED_MESSAGES; i++) {
                network.deliver("+15559876543", message(i));
            }
            int most = mutants.isEmpty() ? LOCKED_MESSAGES : 0;
            await().during(LONG_ENOUGH).atMost(PATIENCE).until(() -> kept() <= most);
            gateway.kill();
            statement.execute("ROLLBACK");
        }
        return kept();
    }
}
