package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.simulator.Personality;
import io.github.camelsms.modem.simulator.SentMessage;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class ModemSessionTest {

    private static final String LONG = "0123456789".repeat(40);

    @TempDir
    private Path directory;

    private SimulatedNetwork network;
    private Bench bench;
    private RecordingLedger ledger;

    @BeforeEach
    void start() {
        use(Personality.STANDARD);
        ledger = new RecordingLedger();
    }

    private void use(Personality personality) {
        network = new SimulatedNetwork(personality);
        bench = new Bench(directory, () -> network.modem().connect());
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private ModemSession ready() {
        ModemSession session = bench.open(bench.settings());
        Bench.awaitState(session, SessionState.READY);
        return session;
    }

    private Map<Integer, String> send(ModemSession session, String text) throws Exception {
        return session.send(Bench.parts("+15551234567", text), ledger)
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    private SendFailedException failure(ModemSession session, String text) {
        try {
            throw new AssertionError("sent as " + send(session, text));
        } catch (ExecutionException e) {
            return (SendFailedException) e.getCause();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void sendsAllPartsInOrderAndTellsTheLedgerBeforeAndAfter() throws Exception {
        assertThat(send(ready(), LONG)).isEqualTo(Map.of(1, "0", 2, "1", 3, "2"));

        assertThat(network.messages()).containsExactly(new SentMessage("+15551234567", LONG, List.of(0, 1, 2)));
        assertThat(ledger.entries)
                .containsExactly("sending 1", "accepted 1 0", "sending 2", "accepted 2 1", "sending 3", "accepted 3 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n> ", "> ", "\r\n> \r\n", "\r\n>"})
    void sendsWithEveryPrompt(String prompt) throws Exception {
        use(Personality.STANDARD.withPrompt(prompt));

        assertThat(send(ready(), "Hello")).isEqualTo(Map.of(1, "0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\r\n"})
    void speaksWithEveryLineEnd(String lineEnd) throws Exception {
        use(Personality.STANDARD.withLineEnd(lineEnd));

        assertThat(send(ready(), "Hello")).isEqualTo(Map.of(1, "0"));
    }

    @ParameterizedTest
    @CsvSource({
        "'+CMS ERROR: 304', REJECTED, cms-304",
        "'+CMS ERROR: 1', REJECTED, cms-1",
        "'+CMS ERROR: 38', TEMPORARY, cms-38",
        "'+CMS ERROR: 500', TEMPORARY, cms-500",
        "'+CMS ERROR: 4711', TEMPORARY, cms-4711",
        "'+CMS ERROR: 330', UNAVAILABLE, cms-330",
        "'+CMS ERROR: 316', UNAVAILABLE, cms-316",
        "'+CMS ERROR: 302', TEMPORARY, cms-302",
        "ERROR, TEMPORARY, error"
    })
    void judgesErrorsByTheirCode(String answer, FailureKind kind, String code) {
        network.modem().faults().answer("PDU", 1, answer);

        SendFailedException failure = failure(ready(), "Hello");

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(network.messages()).isEmpty();
    }

    @Test
    void holdsTheQueueAfterAnErrorThatEveryMessageWouldMeet() throws Exception {
        ModemSession session = ready();
        network.modem().faults().answer("PDU", 1, "+CMS ERROR: 330");
        failure(session, "Hello");

        assertThat(session.status().state()).isEqualTo(SessionState.HELD);
        assertThat(failure(session, "again").code()).isEqualTo("modem-down");
        Bench.awaitState(session, SessionState.READY);
        assertThat(send(session, "later")).isEqualTo(Map.of(1, "0"));
    }

    @Test
    void nothingIsSentWhenAnErrorComesInsteadOfThePrompt() {
        network.modem().faults().answer("AT+CMGS", 1, "+CMS ERROR: 500");

        assertThat(failure(ready(), "Hello").kind()).isEqualTo(FailureKind.TEMPORARY);
        assertThat(ledger.entries).isEmpty();
    }

    @Test
    void asksAgainForAMissingPrompt() throws Exception {
        ModemSession session = ready();
        network.modem().faults().ignore("AT+CMGS", 2);

        assertThat(send(session, "Hello")).isEqualTo(Map.of(1, "0"));
        assertThat(network.submissions()).hasSize(1);
    }

    @Test
    void silenceAfterThePduIsUncertainAndTheSessionRecovers() throws Exception {
        ModemSession session = ready();
        network.modem().faults().loseAnswer("PDU", 1);

        assertThat(failure(session, "Hello").kind()).isEqualTo(FailureKind.UNCERTAIN);
        assertThat(ledger.entries).containsExactly("sending 1");
        assertThat(network.submissions()).hasSize(1);
        Bench.awaitState(session, SessionState.READY);
        assertThat(send(session, "next")).isEqualTo(Map.of(1, "1"));
    }

    @Test
    void okWithoutReferenceIsUncertain() {
        network.modem().faults().answer("PDU", 1, "OK");

        SendFailedException failure = failure(ready(), "Hello");

        assertThat(failure.kind()).isEqualTo(FailureKind.UNCERTAIN);
        assertThat(failure.code()).isEqualTo("no-reference");
    }

    @Test
    void sendsNothingMoreWhenTheLeaseIsLost() throws Exception {
        ModemSession session = ready();
        ledger.leaseLost = true;

        assertThat(failure(session, "Hello").code()).isEqualTo("lease-lost");
        assertThat(network.submissions()).isEmpty();
        ledger.leaseLost = false;
        assertThat(send(session, "next")).isEqualTo(Map.of(1, "0"));
    }

    @Test
    void stopsAtTheFirstPartThatFailsAndKeepsWhatWasAccepted() throws Exception {
        ModemSession session = ready();
        List<OutgoingPart> parts = Bench.parts("+15551234567", LONG);
        network.modem().faults().answer("AT+CMGS=" + parts.get(2).tpduLength(), 1, "+CMS ERROR: 38");

        assertThat(failure(session, LONG).code()).isEqualTo("cms-38");
        assertThat(ledger.entries).containsExactly("sending 1", "accepted 1 0", "sending 2", "accepted 2 1");

        session.send(parts.subList(2, 3), ledger).toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(network.messages()).extracting(SentMessage::text).containsExactly(LONG);
        assertThat(network.submissions()).hasSize(3);
    }

    @Test
    void refusesAtOnceWhileThereIsNoModem() {
        network.modem().unplug();
        ModemSession session = bench.open(bench.settings());

        SendFailedException failure = failure(session, "Hello");

        assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(failure.code()).isEqualTo("modem-down");
        network.modem().plugIn();
        Bench.awaitState(session, SessionState.READY);
    }

    @Test
    void comesBackAfterUnplugging() throws Exception {
        ModemSession session = ready();
        for (int i = 0; i < 5; i++) {
            network.modem().unplug();
            Bench.awaitState(session, SessionState.DISCONNECTED);
            network.modem().plugIn();
            Bench.awaitState(session, SessionState.READY);
            assertThat(send(session, "Hello " + i)).hasSize(1);
        }
        assertThat(network.messages()).hasSize(5);
    }

    @Test
    void setsTheModemUpAgainAfterItsRestart() throws Exception {
        ModemSession session = ready();
        Instants before = new Instants(session);
        network.modem().restart();
        before.awaitLater();
        Bench.awaitState(session, SessionState.READY);

        assertThat(send(session, "Hello")).isEqualTo(Map.of(1, "0"));
    }

    private record Instants(ModemSession session, java.time.Instant since) {
        Instants(ModemSession session) {
            this(session, session.status().since());
        }

        void awaitLater() {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> session.status().since().isAfter(since));
        }
    }

    @Test
    void reopensTheLineWhenTheModemStaysSilent() throws Exception {
        ModemSession session = ready();
        network.modem().faults().ignore("", 12);

        Bench.awaitState(session, SessionState.DISCONNECTED);
        Bench.awaitState(session, SessionState.READY);
        assertThat(send(session, "Hello")).isEqualTo(Map.of(1, "0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AT+CMEE", "AT+CNMI", "AT+CPMS", "AT+CSMS", "AT+CREG", "AT+CGMI", "AT+CPIN"})
    void startsWithoutWhatAModemMayRefuse(String refused) throws Exception {
        network.modem().faults().answer(refused, 100, "ERROR");

        assertThat(send(ready(), "Hello")).isEqualTo(Map.of(1, "0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AT+CMEE", "AT+CNMI", "AT+CGMI"})
    void startsWithoutWhatAModemMayPassOver(String ignored) throws Exception {
        network.modem().faults().ignore(ignored, 100);

        assertThat(send(ready(), "Hello")).isEqualTo(Map.of(1, "0"));
    }

    @Test
    void waitsWhileTheSimIsBusy() throws Exception {
        network.modem().faults().answer("AT+CPIN?", 3, "+CME ERROR: 14");

        assertThat(send(ready(), "Hello")).isEqualTo(Map.of(1, "0"));
    }

    @Test
    void sendsNothingWhileNotRegistered() {
        network.modem().faults().answer("AT+CREG?", 3, "+CREG: 0,2\r\n\r\nOK");
        ModemSession session = bench.open(bench.settings());
        Bench.awaitState(session, SessionState.SEARCHING);

        assertThat(failure(session, "Hello").kind()).isEqualTo(FailureKind.UNAVAILABLE);
        Bench.awaitState(session, SessionState.READY);
    }

    @Test
    void missesNothingOnABadLine() throws Exception {
        network.modem().faults().splitReads(1).noise("^RSSI: 14").delay(Duration.ofMillis(5));
        List<String> received = Collections.synchronizedList(new ArrayList<>());
        ModemSession session = ready();
        session.attach(pdu -> {
            received.add(pdu.hex());
            return CompletableFuture.completedFuture(null);
        });

        network.deliver("+15559876543", LONG);
        assertThat(send(session, LONG)).hasSize(3);

        await().atMost(Duration.ofSeconds(30)).until(() -> network.modem().stored("SM") == 0);
        assertThat(received).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void sharesOneSessionBetweenAllWhoNameTheDevice() {
        Sessions.Handle first = bench.sessions().open(bench.settings());
        Sessions.Handle second = bench.sessions().open(bench.settings());
        assertThat(second.session()).isSameAs(first.session());
        Bench.awaitState(first.session(), SessionState.READY);

        first.close();
        first.close();
        assertThat(second.session().status().state()).isEqualTo(SessionState.READY);
        second.close();
        assertThat(second.session().status().state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    void mergesSettingsAndRefusesContradictions() {
        DeviceAddress device = new DeviceAddress.Simulator("bench");
        SessionSettings plain = SessionSettings.of(device);
        SessionSettings withPin = bench.settings(device, Optional.of(new Pin("1234")));

        assertThat(plain.mergedWith(withPin)).isEqualTo(withPin);
        assertThat(withPin.mergedWith(plain)).isEqualTo(withPin);
        assertThatThrownBy(() -> withPin.mergedWith(bench.settings(device, Optional.of(new Pin("4321")))))
                .hasMessageContaining("option pin")
                .hasMessageContaining("simulator:bench")
                .hasMessageNotContaining("4321");
    }
}
