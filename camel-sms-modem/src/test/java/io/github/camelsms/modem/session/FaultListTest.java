package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.simulator.Personality;
import io.github.camelsms.modem.simulator.SentMessage;
import io.github.camelsms.modem.simulator.SimulatedModem;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Twelve messages through a modem that does one thing wrong, with the default settings and a retry as that of
 * {@code sms:outgoing}. Everything runs ten times as fast as life; {@code -Dcamelsms.faults.speed=1} runs it at the
 * speed of life.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class FaultListTest {

    private static final int SPEED = Integer.getInteger("camelsms.faults.speed", 10);
    private static final int MESSAGES = 12;
    private static final Duration MINUTE = Duration.ofSeconds(60);
    /** A busy machine takes longer than an idle one, but not many times as long. */
    private static final int PATIENCE = 3;

    private static final Duration RETRY_DELAY = Duration.ofSeconds(2);
    private static final Duration UNAVAILABLE_DELAY = Duration.ofSeconds(4);

    @TempDir
    private Path directory;

    private final SimulatedNetwork network = new SimulatedNetwork(Personality.STANDARD);
    private final Map<Integer, Integer> uncertain = new HashMap<>();

    /** What goes wrong. */
    private interface Trouble {
        void with(SimulatedModem modem, ScheduledExecutorService later);
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                trouble("clean line", MINUTE, (modem, later) -> {}),
                trouble("+CMS ERROR: 38 three times", MINUTE, (modem, later) -> modem.faults()
                        .answer("PDU", 3, "+CMS ERROR: 38")),
                trouble(
                        "+CMS ERROR: 500 at 30 %",
                        MINUTE, (modem, later) -> modem.faults().answerSometimes("PDU", 30, "+CMS ERROR: 500")),
                trouble("one lost answer", MINUTE, (modem, later) -> modem.faults()
                        .loseAnswer("PDU", 1)),
                trouble("one silent command", MINUTE, (modem, later) -> modem.faults()
                        .ignore("AT+CMGS", 1)),
                trouble("unplugged for 2 s", MINUTE, (modem, later) -> {
                    modem.unplug();
                    ScheduledFuture<?> unused = later.schedule(
                            modem::plugIn, scaled(Duration.ofSeconds(2)).toMillis(), TimeUnit.MILLISECONDS);
                }),
                trouble("hangs for 10 s", MINUTE, (modem, later) -> modem.faults()
                        .hang(scaled(Duration.ofSeconds(10)))),
                trouble("restarts", MINUTE, (modem, later) -> modem.restart()),
                trouble(
                        "unsolicited results at 50 %",
                        MINUTE, (modem, later) -> modem.faults().noise("^RSSI: 17", 50)),
                trouble(
                        "garbage at 20 %",
                        MINUTE, (modem, later) -> modem.faults().garbage(20)),
                trouble("reads of 1 octet", MINUTE, (modem, later) -> modem.faults()
                        .splitReads(1)),
                trouble("reads of 3 octets", MINUTE, (modem, later) -> modem.faults()
                        .splitReads(3)),
                trouble(
                        "10 % of the commands dropped",
                        MINUTE, (modem, later) -> modem.faults().ignoreSometimes("AT", 10)),
                // Each text that is dropped costs the 20 s after which it counts as uncertain, and a command that asks
                // the SIM 16 s: how long that takes is luck, but nothing may be lost.
                trouble(
                        "10 % of commands and texts dropped",
                        Duration.ofMinutes(6), (modem, later) -> modem.faults().ignoreSometimes("", 10)),
                // Two answers of 3 s for each message: the line itself needs 72 s.
                trouble("answers 3 s late", Duration.ofSeconds(90), (modem, later) -> modem.faults()
                        .delay(scaled(Duration.ofSeconds(3)))),
                trouble(
                        "20 % of the prompts missing",
                        MINUTE, (modem, later) -> modem.faults().loseAnswerSometimes("AT+CMGS", 20)));
    }

    private static Arguments trouble(String name, Duration within, Trouble trouble) {
        return Arguments.of(name, within, trouble);
    }

    private static Duration scaled(Duration duration) {
        return duration.dividedBy(SPEED);
    }

    private static SessionTiming timing() {
        SessionTiming life = SessionTiming.DEFAULT;
        return new SessionTiming(
                scaled(life.firstReopen()),
                scaled(life.longestReopen()),
                scaled(life.simPatience()),
                scaled(life.afterRestart()),
                scaled(life.hold()),
                scaled(life.search()),
                scaled(life.firstRedelivery()),
                scaled(life.longestRedelivery()));
    }

    private SessionSettings settings() {
        SessionSettings life = SessionSettings.of(new DeviceAddress.Simulator("faults"));
        return new SessionSettings(
                life.device(),
                life.serial(),
                Optional.empty(),
                Optional.empty(),
                scaled(life.pollInterval()),
                scaled(life.checkInterval()),
                scaled(life.commandTimeout()),
                scaled(life.sendTimeout()),
                directory,
                life.wireTrace(),
                life.policy());
    }

    /** All are sent, in time, and none twice unless that was uncertain. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void sendsAllOfThem(String name, Duration within, Trouble trouble) throws Exception {
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
        try (Bench bench =
                new Bench(directory, settings -> () -> network.modem().connect(), timing())) {
            ModemSession session = bench.open(settings());
            Bench.awaitState(session, SessionState.READY);
            trouble.with(network.modem(), later);
            long start = System.nanoTime();
            sendAll(session);
            Duration taken = Duration.ofNanos(System.nanoTime() - start).multipliedBy(SPEED);

            System.out.printf(
                    "%-35s %d of %d in %.1f s (wanted on an idle machine: %d s), %d sent twice%n",
                    name,
                    copies().size(),
                    MESSAGES,
                    taken.toMillis() / 1e3,
                    within.toSeconds(),
                    network.messages().size() - MESSAGES);
            assertThat(copies()).hasSize(MESSAGES);
            assertThat(taken).isLessThan(within.multipliedBy(PATIENCE));
            copies().forEach((text, count) -> assertThat(count)
                    .as("copies of %s", text)
                    .isLessThanOrEqualTo(1 + uncertain.getOrDefault(Integer.parseInt(text), 0)));
        } finally {
            later.shutdownNow();
        }
    }

    private Map<String, Long> copies() {
        return network.messages().stream().collect(Collectors.groupingBy(SentMessage::text, Collectors.counting()));
    }

    private record Due(long at, int number, int attempt) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    /** One at a time, as they are due; what failed is tried again later. */
    private void sendAll(ModemSession session) throws Exception {
        DelayQueue<Due> queue = new DelayQueue<>();
        long now = System.nanoTime();
        IntStream.range(0, MESSAGES).forEach(i -> queue.add(new Due(now + i, i, 1)));
        while (!queue.isEmpty()) {
            Due due = queue.take();
            Optional<FailureKind> failure = failureOf(session, due.number());
            if (failure.isPresent()) {
                boolean unavailable = failure.get() == FailureKind.UNAVAILABLE;
                Duration delay = unavailable
                        ? UNAVAILABLE_DELAY
                        : RETRY_DELAY.multipliedBy(1L << Math.min(due.attempt() - 1, 8));
                queue.add(new Due(
                        System.nanoTime() + scaled(delay).toNanos(),
                        due.number(),
                        unavailable ? due.attempt() : due.attempt() + 1));
            }
        }
    }

    private Optional<FailureKind> failureOf(ModemSession session, int number) throws Exception {
        try {
            session.send(Bench.parts("+15551234567", Integer.toString(number)), new RecordingLedger())
                    .toCompletableFuture()
                    .get(5, TimeUnit.MINUTES);
            return Optional.empty();
        } catch (ExecutionException e) {
            SendFailedException failure = (SendFailedException) e.getCause();
            if (failure.kind() == FailureKind.UNCERTAIN) {
                uncertain.merge(number, 1, Integer::sum);
            }
            assertThat(failure.kind()).isNotEqualTo(FailureKind.REJECTED);
            return Optional.of(failure.kind());
        }
    }
}
