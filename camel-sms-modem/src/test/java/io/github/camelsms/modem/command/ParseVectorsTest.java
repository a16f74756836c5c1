package io.github.camelsms.modem.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.modem.Vectors;
import io.github.camelsms.modem.at.Answer;
import io.github.camelsms.modem.at.Dialogue;
import io.github.camelsms.modem.at.FinalResult;
import io.github.camelsms.modem.profile.UnsolicitedTable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParseVectorsTest {

    private static final Deadlines SHORT =
            Deadlines.of(Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(50));

    static Stream<JsonObject> parse() {
        return Vectors.load("at_parse.jsonl");
    }

    static Stream<JsonObject> cms() {
        return Vectors.load("cms_errors.jsonl");
    }

    static Stream<JsonObject> cme() {
        return Vectors.load("cme_errors.jsonl");
    }

    private static <A> Reply<A> reply(Command<A> command, String raw) throws InterruptedException {
        Dialogue[] dialogue = new Dialogue[1];
        dialogue[0] = new Dialogue(
                octets -> {
                    byte[] answer = raw.getBytes(StandardCharsets.ISO_8859_1);
                    dialogue[0].received(answer, answer.length);
                },
                Duration.ofMillis(1),
                UnsolicitedTable.STANDARD::knows,
                unsolicited -> {});
        return command.on(dialogue[0], SHORT);
    }

    private static String withResult(String line) {
        return "\r\n" + line + "\r\n\r\nOK\r\n";
    }

    @ParameterizedTest
    @MethodSource("parse")
    void readsWhatModemsSay(JsonObject vector) throws Exception {
        String raw = vector.getString("raw");
        JsonObject expect = vector.getMap("expect") instanceof JsonObject o ? o : null;
        switch (vector.getString("kind")) {
            case "at-final" -> {
                Answer answer = reply(GeneralCommands.attention(), raw).answer();
                assertThat(answer instanceof Answer.Ok || answer instanceof Answer.Refused)
                        .isEqualTo(expect.getBoolean("final"));
                assertThat(answer instanceof Answer.Refused).isEqualTo(expect.getBoolean("error"));
            }
            case "at-cmgr-pdu" ->
                assertThat(reply(MessageCommands.read(1), raw).value()).isEmpty();
            case "at-cpin" -> {
                SimStatus status =
                        reply(SimCommands.status(), withResult(raw)).value().orElseThrow();
                assertThat(status.text()).isEqualTo(expect.getString("state"));
                assertThat(status.wantsPin()).isEqualTo(expect.getBoolean("may_enter_pin"));
            }
            case "at-csq" ->
                assertThat(reply(NetworkCommands.signal(), withResult(raw)).value())
                        .hasValue(expect.getInteger("dbm"));
            case "at-cmti" ->
                assertThat(SmsSetupCommands.announced(raw))
                        .hasValue(new SlotReference(expect.getString("mem"), expect.getInteger("index")));
            case "at-cmgs" -> assertThat(Fields.of(raw).number(0)).isEqualTo(OptionalInt.of(expect.getInteger("mr")));
            case "at-urc" ->
                assertThat(UnsolicitedTable.STANDARD
                                .category(raw)
                                .orElseThrow()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'))
                        .isEqualTo(expect.getString("category"));
            default -> throw new AssertionError("no test for " + vector);
        }
    }

    @ParameterizedTest
    @MethodSource("cms")
    void knowsEveryCmsError(JsonObject vector) {
        JsonObject expect = (JsonObject) vector.getMap("expect");
        ModemError error = ModemError.of(
                FinalResult.parse("+CMS ERROR: " + vector.getInteger("code")).orElseThrow());
        assertThat(error.errorClass().name().toLowerCase(Locale.ROOT)).isEqualTo(expect.getString("suggested_class"));
        assertThat(error.text()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("cme")
    void knowsEveryCmeError(JsonObject vector) {
        ModemError error = ModemError.of(
                FinalResult.parse("+CME ERROR: " + vector.getInteger("code")).orElseThrow());
        assertThat(error.code()).isEqualTo("cme-" + vector.getInteger("code"));
        assertThat(error.text()).isNotBlank().isNotEqualTo("unknown error code");
    }
}
