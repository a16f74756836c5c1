package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.modem.simulator.Personality;
import io.github.camelsms.modem.simulator.SentMessage;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a session sends and how it judges what the modem says to that. */
class SessionSendingTest extends SimulatedSession {

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
}
