package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session does while its modem is not ready, goes or comes back. */
class SessionStatesTest extends SimulatedSession {

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
}
