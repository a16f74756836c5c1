package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.modem.Vectors;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import io.github.camelsms.sms.tpdu.Pdu;
import io.github.camelsms.sms.tpdu.SmsStatusReport;
import io.github.camelsms.sms.tpdu.Tpdu;
import io.github.camelsms.sms.tpdu.TpduException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dialogues as modems hold them, from a table. Delays are twenty times shorter than there, and so are deadlines. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TranscriptTest {

    private static final Map<String, FailureKind> OUTCOMES = Map.of(
            "drop", FailureKind.REJECTED,
            "retry", FailureKind.TEMPORARY,
            "retry-after-reinit", FailureKind.TEMPORARY,
            "config-error", FailureKind.UNAVAILABLE,
            "gateway-down", FailureKind.UNAVAILABLE,
            "uncertain", FailureKind.UNCERTAIN);

    @TempDir
    private Path directory;

    private final List<ReceivedPdu> received = new CopyOnWriteArrayList<>();

    static Stream<JsonObject> dialogues() {
        return Vectors.load("at_transcripts.jsonl", "at-dialogue");
    }

    private static Map<String, String> ordinaryModem() {
        JsonObject profile =
                Vectors.load("at_transcripts.jsonl", "at-profile").findFirst().orElseThrow();
        Map<String, String> answers = new HashMap<>();
        ((JsonObject) profile.getMap("responses")).forEach((command, answer) -> answers.put(command, (String) answer));
        answers.put("ATV1", "OK");
        return answers;
    }

    private static ScriptedModem modem(JsonObject dialogue) {
        List<ScriptedModem.Step> steps = new ArrayList<>();
        for (Object each : (JsonArray) dialogue.get("steps")) {
            JsonObject step = (JsonObject) each;
            if (step.containsKey("on")) {
                steps.add(new ScriptedModem.Step(
                        step.getString("on"),
                        new ArrayList<>((JsonArray) step.get("reply")),
                        step.getIntegerOrDefault("chunk", 0),
                        step.getIntegerOrDefault("times", 1)));
            }
        }
        return new ScriptedModem(steps, ordinaryModem());
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void endsAsItShould(JsonObject dialogue) throws Exception {
        JsonObject asserts = (JsonObject) dialogue.getMap("asserts");
        ScriptedModem modem = modem(dialogue);
        try (Bench bench = new Bench(directory, () -> modem)) {
            ModemSession session = bench.open(bench.settings());
            session.attach(pdu -> {
                received.add(pdu);
                return CompletableFuture.completedFuture(null);
            });
            Bench.awaitState(session, SessionState.READY);
            if (asserts.containsKey("mrs")) {
                sendsAllParts(session, asserts, modem);
            } else if (asserts.containsKey("outcome")) {
                sends(session, asserts, modem);
            }
            receives(asserts, modem);
        }
    }

    private static Map<Integer, String> send(ModemSession session, List<OutgoingPart> parts) throws Exception {
        return session.send(parts, new RecordingLedger()).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static void sends(ModemSession session, JsonObject asserts, ScriptedModem modem) throws Exception {
        List<OutgoingPart> part = Bench.parts("+15551230001", "Hello");
        String outcome = asserts.getString("outcome");
        try {
            Map<Integer, String> references = send(session, part);
            assertThat(outcome).isEqualTo("sent");
            assertThat(references).containsOnlyKeys(1);
            Optional.ofNullable(asserts.getInteger("mr"))
                    .ifPresent(mr -> assertThat(references).containsValue(String.valueOf(mr)));
        } catch (ExecutionException e) {
            SendFailedException failure = (SendFailedException) e.getCause();
            assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(OUTCOMES.get(outcome));
            Optional.ofNullable(asserts.getInteger("cms"))
                    .ifPresent(code -> assertThat(failure.code()).isEqualTo("cms-" + code));
        }
        assertThat(modem.written().contains(part.get(0).pdu().hex()))
                .isEqualTo(!asserts.getBooleanOrDefault("pdu_never_written", false));
    }

    private static void sendsAllParts(ModemSession session, JsonObject asserts, ScriptedModem modem) throws Exception {
        List<OutgoingPart> parts = Bench.parts("+15551230001", "0123456789".repeat(40));
        Map<Integer, String> references = new HashMap<>();
        RecordingLedger ledger = new RecordingLedger();
        while (references.size() < parts.size()) {
            try {
                references.putAll(session.send(
                                parts.stream()
                                        .filter(p -> !references.containsKey(p.index()))
                                        .toList(),
                                ledger)
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS));
            } catch (ExecutionException e) {
                ledger.entries.stream()
                        .filter(entry -> entry.startsWith("accepted"))
                        .forEach(entry ->
                                references.put(Integer.parseInt(entry.split(" ", -1)[1]), entry.split(" ", -1)[2]));
            }
        }
        assertThat(new ArrayList<>(references.values()))
                .isEqualTo(((JsonArray) asserts.get("mrs"))
                        .stream().map(String::valueOf).toList());
        assertThat(modem.written().stream().filter(parts.get(0).pdu().hex()::equals))
                .hasSize(1);
    }

    private void receives(JsonObject asserts, ScriptedModem modem) {
        int expected = asserts.getIntegerOrDefault("received", 0)
                + asserts.getIntegerOrDefault("quarantined", 0)
                + (asserts.containsKey("report_mr") || asserts.containsKey("st") ? 1 : 0);
        await().atMost(Duration.ofSeconds(10)).until(() -> received.size() >= expected);
        if (asserts.containsKey("received")) {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> modem.written().stream()
                                    .filter(c -> c.startsWith("AT+CMGD="))
                                    .count()
                            >= expected);
        }
        assertThat(received).hasSize(expected);
        assertThat(received.stream().filter(pdu -> decoded(pdu).isEmpty()))
                .hasSize(asserts.getIntegerOrDefault("quarantined", 0));
        Optional.ofNullable(asserts.getInteger("report_mr"))
                .ifPresent(mr -> assertThat(report().messageReference()).isEqualTo(mr));
        Optional.ofNullable(asserts.getInteger("st"))
                .ifPresent(st -> assertThat(report().status().octet()).isEqualTo(st));
        if (asserts.get("never") instanceof JsonArray never) {
            never.forEach(command -> assertThat(modem.written()).doesNotContain((String) command));
        }
    }

    private SmsStatusReport report() {
        return (SmsStatusReport) decoded(received.get(0)).orElseThrow();
    }

    private static Optional<Tpdu> decoded(ReceivedPdu pdu) {
        try {
            return Optional.of(Tpdu.decodeIncoming(Pdu.parse(pdu.hex()).tpdu().toArray()));
        } catch (TpduException e) {
            return Optional.empty();
        }
    }
}
