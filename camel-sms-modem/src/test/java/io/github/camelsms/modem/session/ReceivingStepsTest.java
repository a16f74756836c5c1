package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.modem.channel.Channel;
import io.github.camelsms.modem.simulator.Personality;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The gateway loses its power between any two steps of receiving. Behind it is a store that knows what it has, as that
 * of {@code sms:incoming}: nothing may be missing there, and nothing may reach the route behind it twice.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ReceivingStepsTest {

    /** Between which steps. */
    enum Cut {
        /** The modem has announced it; nothing was asked yet. */
        BEFORE_READING,
        /** The modem was asked for it; its answer does not arrive. */
        BEFORE_THE_PDU,
        /** The PDU is here, and with nobody else. */
        BEFORE_THE_LISTENER,
        /** The listener has it, and it is not on the disk. */
        BEFORE_IT_IS_STORED,
        /** It is on the disk, and the listener has not said so. */
        AFTER_IT_IS_STORED,
        /** The listener has said so, and the slot is not freed. */
        BEFORE_DELETING,
        /** The slot is freed, and the answer does not arrive. */
        AFTER_DELETING,
        /** The route is broken, and then the power fails. */
        AFTER_THE_ROUTE_HAS_FAILED
    }

    @TempDir
    private Path directory;

    private final SimulatedNetwork network = new SimulatedNetwork(Personality.STANDARD);
    private final Set<String> stored = ConcurrentHashMap.newKeySet();
    private final List<String> routed = new CopyOnWriteArrayList<>();
    private final CountDownLatch dark = new CountDownLatch(1);

    /** A line on which nothing happens any more once the power is gone. */
    private final class Cable implements Channel {

        private final Channel cable;
        private final Cut cut;
        private boolean deleting;

        private Cable(Channel cable, Cut cut) {
            this.cable = cable;
            this.cut = cut;
        }

        @Override
        public int read(byte[] buffer) throws IOException {
            int count = cable.read(buffer);
            String text = count < 0 ? "" : new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
            boolean pdu = text.contains("+CMGR:") || text.contains("+CMGL:");
            powerFails(pdu && (cut == Cut.BEFORE_THE_PDU || cut == Cut.BEFORE_THE_LISTENER));
            powerFails(deleting && cut == Cut.AFTER_DELETING);
            return isDark() ? -1 : count;
        }

        @Override
        public void write(byte[] octets) throws IOException {
            String text = new String(octets, StandardCharsets.ISO_8859_1);
            powerFails(cut == Cut.BEFORE_READING && (text.startsWith("AT+CMGR") || text.startsWith("AT+CMGL")));
            powerFails(cut == Cut.BEFORE_DELETING && text.startsWith("AT+CMGD"));
            if (isDark()) {
                throw new IOException("the power is gone");
            }
            deleting |= text.startsWith("AT+CMGD");
            cable.write(octets);
        }

        private void powerFails(boolean now) {
            if (now) {
                dark.countDown();
            }
        }

        @Override
        public void close() {
            cable.close();
        }
    }

    private boolean isDark() {
        return dark.getCount() == 0;
    }

    private CompletionStage<Void> take(ReceivedPdu pdu, Cut cut) {
        if (cut == Cut.AFTER_THE_ROUTE_HAS_FAILED) {
            if (pdu.delivery() == 3) {
                dark.countDown();
            }
            return CompletableFuture.failedFuture(new IllegalStateException("the route is broken"));
        }
        if (cut == Cut.BEFORE_IT_IS_STORED) {
            dark.countDown();
        }
        if (isDark()) {
            return new CompletableFuture<>();
        }
        store(pdu);
        if (cut == Cut.AFTER_IT_IS_STORED) {
            dark.countDown();
            return new CompletableFuture<>();
        }
        return CompletableFuture.completedFuture(null);
    }

    private void store(ReceivedPdu pdu) {
        if (stored.add(pdu.hex())) {
            routed.add(pdu.hex());
        }
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void losesAndDoublesNothing(Cut cut) throws Exception {
        network.deliver("+15551", "while it was away");
        try (Bench bench = new Bench(directory, () -> new Cable(network.modem().connect(), cut))) {
            ModemSession session = bench.open(bench.settings());
            session.attach(pdu -> take(pdu, cut));
            network.deliver("+15552", "just now");
            assertThat(dark.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(stored.size() + network.modem().stored("SM"))
                .as("what is in the store or on the SIM")
                .isGreaterThanOrEqualTo(2);

        try (Bench bench = new Bench(directory, () -> network.modem().connect())) {
            ModemSession session = bench.open(bench.settings());
            session.attach(pdu -> {
                store(pdu);
                return CompletableFuture.completedFuture(null);
            });
            await().atMost(Duration.ofSeconds(20)).until(() -> network.modem().stored("SM") == 0);
        }
        assertThat(routed).hasSize(2).doesNotHaveDuplicates();
    }
}
