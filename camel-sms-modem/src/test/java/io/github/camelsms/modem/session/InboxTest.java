package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.modem.simulator.Personality;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class InboxTest {

    @TempDir
    private Path directory;

    private final List<ReceivedPdu> offered = new CopyOnWriteArrayList<>();
    private SimulatedNetwork network;
    private Bench bench;

    @BeforeEach
    void start() {
        use(Personality.STANDARD);
    }

    private void use(Personality personality) {
        network = new SimulatedNetwork(personality);
        bench = new Bench(directory, () -> network.modem().connect());
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private ModemSession attached(ReceivedListener listener) {
        ModemSession session = bench.open(bench.settings());
        session.attach(pdu -> {
            offered.add(pdu);
            return listener.received(pdu);
        });
        Bench.awaitState(session, SessionState.READY);
        return session;
    }

    private static CompletionStage<Void> safe(ReceivedPdu pdu) {
        return CompletableFuture.completedFuture(null);
    }

    private void awaitEmpty() {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> network.modem().stored("SM") == 0);
    }

    private void awaitOffered(int count) {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> offered.size() >= count);
    }

    @Test
    void takesWhatCameWhileItWasAwayAndWhatIsAnnounced() {
        network.deliver("+15551", "before");
        attached(InboxTest::safe);
        awaitOffered(1);
        network.deliver("+15551", "after");
        awaitOffered(2);
        awaitEmpty();
        assertThat(offered).hasSize(2);
    }

    @Test
    void findsByPollingWhatIsNotAnnounced() {
        use(Personality.STANDARD.withIndications(""));
        attached(InboxTest::safe);
        network.deliver("+15551", "silent");
        awaitOffered(1);
        awaitEmpty();
    }

    @Test
    void drainsAFullStorage() {
        use(Personality.STANDARD.withStorages(5, "SM"));
        for (int i = 0; i < 50; i++) {
            network.deliver("+15551", "message " + i);
        }
        attached(InboxTest::safe);
        awaitOffered(50);
        awaitEmpty();
        assertThat(offered).extracting(ReceivedPdu::hex).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void deletesOnlyAfterTheListenerHasSaidSo() {
        CompletableFuture<Void> decision = new CompletableFuture<>();
        attached(pdu -> decision);
        network.deliver("+15551", "slow");
        awaitOffered(1);

        await().during(Duration.ofMillis(700)).atMost(Duration.ofSeconds(3)).until(() -> offered.size() == 1);
        assertThat(network.modem().stored("SM")).isEqualTo(1);
        decision.complete(null);
        awaitEmpty();
    }

    @Test
    void offersAgainWhatTheListenerHasRefusedAndDoesNotDeleteIt() {
        attached(pdu -> pdu.delivery() < 3
                ? CompletableFuture.failedFuture(new IllegalStateException("disk full"))
                : safe(pdu));
        network.deliver("+15551", "again");
        awaitOffered(1);
        assertThat(network.modem().stored("SM")).isEqualTo(1);
        awaitOffered(3);
        awaitEmpty();
        assertThat(offered).extracting(ReceivedPdu::delivery).containsExactly(1, 2, 3);
    }

    @Test
    void offersNothingTwiceWhenDeletingFails() {
        network.modem().faults().answer("AT+CMGD", 4, "+CMS ERROR: 500");
        attached(InboxTest::safe);
        network.deliver("+15551", "once");
        awaitEmpty();
        assertThat(offered).hasSize(1);
    }

    @Test
    void isNotHeldUpByAMessageThatNobodyTakes() {
        attached(pdu -> pdu.hex().equals("FFFF") ? new CompletableFuture<>() : safe(pdu));
        network.deliverPdu("FFFF");
        network.deliver("+15551", "good");
        awaitOffered(2);
        await().atMost(Duration.ofSeconds(5)).until(() -> network.modem().stored("SM") == 1);
    }

    @Test
    void leavesMessagesAloneWhileNobodyListens() {
        ModemSession session = bench.open(bench.settings());
        Bench.awaitState(session, SessionState.READY);
        network.deliver("+15551", "kept");
        await().during(Duration.ofMillis(600))
                .atMost(Duration.ofSeconds(3))
                .until(() -> network.modem().stored("SM") == 1);
        session.attach(pdu -> {
            offered.add(pdu);
            return safe(pdu);
        });
        awaitOffered(1);
        awaitEmpty();
    }

    @Test
    void takesWhatAModemHandsOutThoughAskedToStoreIt() {
        attached(InboxTest::safe);
        network.modem().unsolicited("+CMT: ,23\r\n07918497483252F0040B918496445078F700007121320144744004D4F29C0E");

        awaitOffered(1);
        assertThat(offered.get(0).hex()).startsWith("0791849748");
    }

    @Test
    void deletesNoOtherMessageAfterTheModemWasAway() {
        CompletableFuture<Void> decision = new CompletableFuture<>();
        ModemSession session =
                attached(pdu -> pdu.delivery() == 1 && offered.size() == 1 ? decision : new CompletableFuture<>());
        network.deliver("+15551", "first");
        awaitOffered(1);
        network.modem().unplug();
        Bench.awaitState(session, SessionState.DISCONNECTED);
        network.modem().replaceMessages("SM", List.of("00AA"));
        network.modem().plugIn();
        Bench.awaitState(session, SessionState.READY);
        awaitOffered(2);

        decision.complete(null);

        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(3))
                .until(() -> network.modem().stored("SM") == 1);
    }

    @Test
    void hasOneListener() {
        ModemSession session = attached(InboxTest::safe);
        assertThatThrownBy(() -> session.attach(InboxTest::safe)).hasMessageContaining("has a consumer already");
    }
}
