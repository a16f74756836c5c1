package io.github.camelsms.sms.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.MessageStore.Timing;
import io.github.camelsms.sms.store.Search;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.store.UncertainPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.helpers.MessageFormatter;

/**
 * R1, R2, R6, R27 and R35: what was acknowledged survives the end of the process, of the power and of the room on the
 * disk. Each figure is printed; the run without synchronous commits has to lose, or the harness proves nothing.
 */
class DurabilityTest {

    private static final Path REPORT = Path.of("target", "durability-report.txt");
    private static final int KILLS = 8;
    private static final int CUTS = 6;
    private static final int CONTROL_CUTS = 5;
    private static final int ENOUGH = 500;

    @TempDir
    Path folder;

    private final Random random = new Random(5);

    /** What a history says: what was acknowledged, how often each was begun to be sent, and what became of it. */
    private record Verdict(int acknowledged, int lost, int sent, int twice, long drift) {

        static Verdict of(List<String> history, Map<String, MessageState> stored, long drift) {
            Map<String, Integer> sends = new HashMap<>();
            Set<String> acknowledged = new HashSet<>();
            for (String line : history) {
                if (line.length() == 28) {
                    if (line.startsWith("A ")) {
                        acknowledged.add(line.substring(2));
                    } else {
                        sends.merge(line.substring(2), 1, Integer::sum);
                    }
                }
            }
            Set<String> lost = new HashSet<>(acknowledged);
            lost.removeAll(stored.keySet());
            int twice = (int) sends.values().stream().filter(times -> times > 1).count();
            return new Verdict(acknowledged.size(), lost.size(), sends.size(), twice, drift);
        }
    }

    @Test
    void losesNothingWhenTheProcessIsKilled() throws Exception {
        Path store = folder.resolve("sms.db");
        Path output = folder.resolve("history.txt");
        StringBuilder history = new StringBuilder();
        for (int kill = 0; kill < KILLS; kill++) {
            runAndKill(store, "FULL", output);
            history.append(Files.readString(output)).append('\n');
        }

        Verdict verdict = verdict(store, history.toString());

        figure("kill -9: {} kills, {}", KILLS, verdict);
        assertThat(verdict.acknowledged()).isGreaterThan(KILLS * ENOUGH);
        assertThat(verdict.lost()).isZero();
        assertThat(verdict.drift()).isZero();
        assertThat(verdict.twice()).as("one in flight, so at most one a kill").isLessThanOrEqualTo(KILLS);
    }

    @Test
    void losesNothingWhenThePowerIsCut() throws Exception {
        assumeDisk("the power cut");
        int acknowledged = 0;
        for (int cut = 0; cut < CUTS; cut++) {
            Verdict verdict = cutPower("FULL");
            assertThat(verdict.lost()).as("cut %d: %s", cut, verdict).isZero();
            assertThat(verdict.drift()).as("cut %d: %s", cut, verdict).isZero();
            acknowledged += verdict.acknowledged();
        }
        figure("power cut, synchronous: {} cuts, {} acknowledged, 0 lost", CUTS, acknowledged);
        int lost = 0;
        int control = 0;
        for (int cut = 0; cut < CONTROL_CUTS && lost == 0; cut++) {
            Verdict verdict = cutPower("OFF");
            lost += verdict.lost();
            control += verdict.acknowledged();
        }
        figure("power cut, negative control without synchronous commits: {} acknowledged, {} lost", control, lost);
        assertThat(lost).as("the harness sees a loss").isPositive();
    }

    @Test
    void stopsToAcceptBeforeTheDiskIsFullAndGoesOnByItself() throws Exception {
        assumeDisk("the full disk");
        try (LoopDisk disk = LoopDisk.create(folder.resolve("full.img"), 128);
                MessageStore store = JdbcMessageStore.open(
                        "jdbc:sqlite:" + disk.path("sms.db"), Timing.DEFAULT, Clock.systemUTC())) {
            get(store.registerGateway("us", UncertainPolicy.RETRY));
            accept(store);
            Path filler = disk.path("filler");
            Files.write(filler, new byte[70 << 20]);
            Instant begin = Instant.now();
            await().atMost(Duration.ofSeconds(20)).until(() -> refusal(store) == Code.STORE_FULL);

            var leased = get(store.handOutgoing("us", 1)).items().get(0);
            get(store.sent(leased.lease(), List.of("7")));
            Files.delete(filler);
            await().atMost(Duration.ofSeconds(20)).until(() -> refusal(store) == null);

            assertThat(get(store.counts()).get(MessageState.ENROUTE)).isEqualTo(1L);
            figure(
                    "full disk: refused and accepted again within {} ms",
                    Duration.between(begin, Instant.now()).toMillis());
        }
    }

    private Verdict cutPower(String synchronous) throws Exception {
        Path image = folder.resolve("disk.img");
        Path cut = folder.resolve("cut.img");
        Path output = folder.resolve("acknowledged.txt");
        try (LoopDisk disk = LoopDisk.create(image, 128)) {
            runAndKill(disk.path("sms.db"), synchronous, output);
            LoopDisk.copy(image, cut);
        }
        String history = Files.readString(output);
        try (LoopDisk disk = LoopDisk.mount(cut)) {
            return verdict(disk.path("sms.db"), history);
        } finally {
            Files.delete(image);
            Files.delete(cut);
        }
    }

    private void runAndKill(Path store, String synchronous, Path output) throws Exception {
        Process process = AcceptingProcess.start(store, synchronous, output);
        try {
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20 + random.nextInt(200)))
                    .until(() -> !process.isAlive() || Files.size(output) > ENOUGH * 60L);
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Verdict verdict(Path file, String history) {
        try (MessageStore store = JdbcMessageStore.open("jdbc:sqlite:" + file, Timing.DEFAULT, Clock.systemUTC())) {
            return Verdict.of(history.lines().toList(), stored(store), get(store.drift()));
        } catch (SmsRejectedException e) {
            figure("the store cannot be opened: {}", e.getMessage());
            return Verdict.of(history.lines().toList(), Map.of(), 0);
        }
    }

    private static Map<String, MessageState> stored(MessageStore store) {
        Map<String, MessageState> stored = new HashMap<>();
        Search page = Search.newest(Search.LARGEST_PAGE);
        List<MessageRecord> found = get(store.search(page));
        while (!found.isEmpty()) {
            stored.putAll(found.stream()
                    .collect(Collectors.toMap(message -> message.id().value(), MessageRecord::state)));
            found = get(store.search(page.withBefore(found.get(found.size() - 1).id())));
        }
        return stored;
    }

    /** Figures belong into the log of the build, whether or not the test passes. */
    private static void figure(String format, Object... values) {
        String line = MessageFormatter.arrayFormat(format, values).getMessage();
        System.out.println("[durability] " + line);
        try {
            Files.writeString(REPORT, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assumeDisk(String what) throws Exception {
        String why = LoopDisk.whyNot(folder);
        if (!why.isEmpty()) {
            figure("NOT PROVED HERE: {} needs a loop device, and {}", what, why);
        }
        assumeTrue(why.isEmpty(), why);
    }

    private static Code refusal(MessageStore store) {
        try {
            accept(store);
            return null;
        } catch (java.util.concurrent.CompletionException e) {
            return ((SmsRejectedException) e.getCause()).code();
        }
    }

    private static void accept(MessageStore store) {
        get(store.accept(List.of(Message.of(
                new PhoneNumber("+15551234567"),
                Body.text("full"),
                Instant.now().plus(Duration.ofDays(1))))));
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
