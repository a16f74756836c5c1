package io.github.camelsms.modem.at;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DialogueTest {

    private static final Duration SOON = Duration.ofMillis(120);
    private static final String PDU = "0011000B915155214365F70000AA05E8329BFD06";

    private final List<Unsolicited> heard = new ArrayList<>();

    private Dialogue dialogue(ScriptedLine line) {
        Dialogue dialogue = new Dialogue(
                line,
                SOON,
                text -> Stream.of("^", "RING", "+CMTI:", "+CREG:", "NO CARRIER").anyMatch(text::startsWith),
                heard::add);
        line.connect(dialogue);
        return dialogue;
    }

    private static AtRequest request(String line) {
        return AtRequest.of(AtCommandLine.of(line), SOON);
    }

    private static AtRequest send() {
        return request("AT+CMGS=19").answeredBy("+CMGS:").prompting(new PduPayload(PDU), SOON);
    }

    private Answer ask(AtRequest request, String answer) throws InterruptedException {
        return dialogue(new ScriptedLine(text -> text.startsWith("AT") ? answer : ""))
                .execute(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\r\\n+CSQ: 7,0\\r\\n\\r\\nOK\\r\\n",
                "+CSQ: 7,0\\rOK\\r",
                "+CSQ: 7,0\\nOK\\n",
                "\\r\\r\\n+CSQ: 7,0\\r\\r\\n\\r\\r\\nOK\\r\\r\\n",
                "AT+CSQ\\r\\r\\n+CSQ: 7,0\\r\\n\\r\\nOK\\r\\n",
                "AT+CSQ\\rAT+CSQ\\r\\r\\n+CSQ: 7,0\\r\\n\\r\\nOK\\r\\n",
                "\\0\\0\\r\\n+CSQ: 7,0\\r\\n\\0\\r\\nOK\\r\\n",
                "\\r\\n^RSSI:14\\r\\nAT+CSQ\\r\\r\\n+CSQ: 7,0\\r\\n\\r\\nOK\\r\\n",
                "\\r\\n+CSQ: 7,0\\r\\n\\r\\nRING\\r\\n\\r\\nNO CARRIER\\r\\n\\r\\nOK\\r\\n",
                "AT+C\\r\\n^RSSI:14\\r\\nSQ\\r\\r\\n+CS\\r\\n^RSSI:15\\r\\nQ: 7,0\\r\\nO\\r\\n^RSSI:16\\r\\nK\\r\\n",
                "xx\\r\\n  +CSQ: 7,0  \\r\\n OK \\r\\n",
            })
    void readsEveryKindOfFraming(String escaped) throws Exception {
        String answer = escaped.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0");

        assertThat(ask(request("AT+CSQ").answeredBy("+CSQ:"), answer))
                .isEqualTo(new Answer.Ok(List.of("+CSQ: 7,0"), false));
    }

    @ParameterizedTest
    @CsvSource({
        "'+CMS ERROR: 304', CMS_ERROR, 304",
        "'+CMS ERROR:304', CMS_ERROR, 304",
        "'+CME ERROR: 14', CME_ERROR, 14",
        "'+CME ERROR: SIM busy', CME_ERROR, -1",
        "'+CMS ERROR:', CMS_ERROR, -1",
        "'+CMS ERROR', CMS_ERROR, -1",
        "ERROR, ERROR, -1",
        "'MODEM ERROR: 5', ERROR, -1",
        "'COMMAND NOT SUPPORT', NOT_SUPPORTED, -1"
    })
    void readsEveryKindOfError(String line, FinalResult.Kind kind, int code) throws Exception {
        Answer answer = ask(request("AT+X"), "\r\n" + line + "\r\n");

        FinalResult result = ((Answer.Refused) answer).result();
        assertThat(result.kind()).isEqualTo(kind);
        assertThat(result.code().orElse(-1)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK then", "NOT OK", "ERROR in my heart", "+CMS ERROR: 304 and so on x", "OKOK", "XERROR"})
    void takesNoWordInALineForAResult(String line) {
        assertThat(FinalResult.parse(line).filter(r -> r.code().isPresent() || r.isOk()))
                .isEmpty();
        assertThat(FinalResult.parse("ERROR in my heart")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n> ",
                "> ",
                "\r\n> \r\n",
                ">\r\n",
                ">",
                "\r\n\r\n> ",
                "AT+CMGS=19\r\r\n> ",
                "\r\n^RSSI:1\r\n> "
            })
    void seesEveryKindOfPrompt(String prompt) throws Exception {
        ScriptedLine line = new ScriptedLine(text -> text.startsWith("AT") ? prompt : "\r\n+CMGS: 7\r\n\r\nOK\r\n");

        Answer answer = dialogue(line).execute(send());

        assertThat(answer).isEqualTo(new Answer.Ok(List.of("+CMGS: 7"), true));
        assertThat(line.written()).containsExactly("AT+CMGS=19\r", PDU + "\u001a");
    }

    @Test
    void takesTheEchoOfThePduForNoAnswer() throws Exception {
        ScriptedLine line = new ScriptedLine(
                text -> text.startsWith("AT") ? text + "\r\n> " : text + "\r\n\r\n+CMGS: 7\r\n\r\nOK\r\n");

        assertThat(dialogue(line).execute(send())).isEqualTo(new Answer.Ok(List.of("+CMGS: 7"), true));
        assertThat(heard).isEmpty();
    }

    @Test
    void writesNoPayloadAfterAnErrorInsteadOfThePrompt() throws Exception {
        ScriptedLine line = new ScriptedLine(text -> "\r\n+CMS ERROR: 304\r\n");

        Answer answer = dialogue(line).execute(send());

        assertThat(answer).isInstanceOf(Answer.Refused.class);
        assertThat(answer.payloadWritten()).isFalse();
        assertThat(line.written()).containsExactly("AT+CMGS=19\r");
    }

    @Test
    void leavesAMissingPromptWithEscapeAndNeverWithCtrlZ() throws Exception {
        ScriptedLine line = new ScriptedLine(text -> "");

        assertThat(dialogue(line).execute(send())).isEqualTo(new Answer.Silence(false));
        assertThat(line.written()).containsExactly("AT+CMGS=19\r", "\u001b\r");
    }

    @Test
    void leavesThePromptWhenTheGateStaysClosed() throws Exception {
        ScriptedLine line = new ScriptedLine(text -> text.startsWith("AT") ? "\r\n> " : "");

        assertThat(dialogue(line).execute(send(), () -> false)).isEqualTo(new Answer.Withheld());
        assertThat(line.written()).containsExactly("AT+CMGS=19\r", "\u001b\r");
    }

    @Test
    void tellsSilenceAfterThePayloadFromSilenceBefore() throws Exception {
        ScriptedLine line = new ScriptedLine(text -> text.startsWith("AT") ? "\r\n> " : "");

        assertThat(dialogue(line).execute(send())).isEqualTo(new Answer.Silence(true));
    }

    @Test
    void handsOverReportsThatComeBetweenCommandAndResult() throws Exception {
        String report = "07914356060013F1065A098136395339F6219011700463802190117004638030";
        ScriptedLine line = new ScriptedLine(text ->
                text.startsWith("AT") ? "\r\n> " : "\r\n+CMGS: 90\r\n\r\n+CDS: 24\r\n" + report + "\r\n\r\nOK\r\n");

        assertThat(dialogue(line).execute(send())).isEqualTo(new Answer.Ok(List.of("+CMGS: 90"), true));
        assertThat(heard).containsExactly(new Unsolicited("+CDS: 24", report));
    }

    @Test
    void keepsAReportInTheMiddleOfAListingApart() throws Exception {
        AtRequest list = request("AT+CMGL=4").answeredBy("+CMGL:").with(AtRequest.Body.PDU);

        Answer answer = ask(
                list,
                "\r\n+CMGL: 1,0,,23\r\n+CDS: 3\r\nAABBCC\r\n0102\r\n+CMGL: 2,1,,23\r\n03\r\n^X\r\n04\r\n\r\nOK\r\n");

        assertThat(((Answer.Ok) answer).lines()).containsExactly("+CMGL: 1,0,,23\n0102", "+CMGL: 2,1,,23\n0304");
        assertThat(heard).containsExactly(new Unsolicited("+CDS: 3", "AABBCC"), new Unsolicited("^X", ""));
    }

    @Test
    void countsAnInformationLineAloneWhereItMay() throws Exception {
        Answer answer = ask(
                request("AT+CPIN?").answeredBy("+CPIN:").settlingAfter(Duration.ofMillis(30)), "\r\n+CPIN: READY\r\n");

        assertThat(answer).isEqualTo(new Answer.Ok(List.of("+CPIN: READY"), false));
    }

    @Test
    void takesALateAnswerForNoOther() throws Exception {
        ScriptedLine line = new ScriptedLine(text -> text.startsWith("AT+CREG") ? "\r\n+CREG: 0,1\r\n\r\nOK\r\n" : "");
        Dialogue dialogue = dialogue(line);
        assertThat(dialogue.execute(request("AT+SLOW"))).isEqualTo(new Answer.Silence(false));

        line.say("\r\n+CMS ERROR: 500\r\n");
        Answer answer = dialogue.execute(request("AT+CREG?").answeredBy("+CREG:"));

        assertThat(answer).isEqualTo(new Answer.Ok(List.of("+CREG: 0,1"), false));
    }

    @Test
    void endsAtOnceWhenTheLineIsLost() throws Exception {
        ScriptedLine line = new ScriptedLine(text -> "");
        Dialogue dialogue = dialogue(line);
        dialogue.lineLost("unplugged");

        AtRequest patient = AtRequest.of(AtCommandLine.of("AT"), Duration.ofMinutes(1));

        assertThat(dialogue.execute(patient)).isEqualTo(new Answer.LineLost("unplugged", false));
    }

    /** Every way to cut a conversation into two reads gives the same result. */
    @Test
    void readsTheSameHoweverItIsCut() throws Exception {
        String answer = "AT+CMGR=1\r\r\n+CMTI: \"SM\",2\r\n\r\n+CMGR: 0,,3\r\r\n0011AA\r\n\r\nRING\r\n\r\nOK\r\n";
        AtRequest read = request("AT+CMGR=1").answeredBy("+CMGR:").with(AtRequest.Body.PDU);
        for (int i = 0; i <= answer.length(); i++) {
            int at = i;
            heard.clear();
            ScriptedLine line =
                    new ScriptedLine(text -> answer).cutBy(text -> List.of(text.substring(0, at), text.substring(at)));

            assertThat(dialogue(line).execute(read))
                    .as("cut at %d", at)
                    .isEqualTo(new Answer.Ok(List.of("+CMGR: 0,,3\n0011AA"), false));
            assertThat(heard).extracting(Unsolicited::line).containsExactly("+CMTI: \"SM\",2", "RING");
        }
    }

    /** Unsolicited lines anywhere between the lines, any chunks: no answer is missed, and none goes to another. */
    @Test
    void survivesNoiseBySeed() throws Exception {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            int reference = random.nextInt(256);
            int unsolicited = 0;
            StringBuilder answer = new StringBuilder();
            for (String part : List.of("+CMGS: " + reference, "OK")) {
                for (int i = random.nextInt(4); i > 0; i--) {
                    answer.append("\r\n^RSSI:").append(random.nextInt(32)).append("\r\n");
                    unsolicited++;
                }
                answer.append("\r\n").append(part).append("\r\n");
            }
            ScriptedLine line = new ScriptedLine(
                            text -> text.startsWith("AT") ? "\r\n^BOOT:1\r\n\r\n> " : answer.toString())
                    .cutBy(chunks(random));
            heard.clear();

            assertThat(dialogue(line).execute(send()))
                    .as("seed %d", seed)
                    .isEqualTo(new Answer.Ok(List.of("+CMGS: " + reference), true));
            assertThat(heard).as("seed %d", seed).hasSize(unsolicited + 1);
        }
    }

    /** Garbage ends in an answer or in silence, never in a crash or a hang. */
    @Test
    void survivesGarbageBySeed() throws Exception {
        AtRequest impatient =
                AtRequest.of(AtCommandLine.of("AT+CSQ"), Duration.ofMillis(1)).answeredBy("+CSQ:");
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            byte[] garbage = new byte[random.nextInt(3000)];
            random.nextBytes(garbage);
            ScriptedLine line =
                    new ScriptedLine(text -> new String(garbage, java.nio.charset.StandardCharsets.ISO_8859_1));

            assertThat(dialogue(line).execute(impatient)).as("seed %d", seed).isNotNull();
        }
    }

    private static Function<String, List<String>> chunks(Random random) {
        return text -> {
            List<String> chunks = new ArrayList<>();
            for (int from = 0; from < text.length(); ) {
                int to = Math.min(text.length(), from + 1 + random.nextInt(3));
                chunks.add(text.substring(from, to));
                from = to;
            }
            return chunks;
        };
    }

    @Test
    void dropsTheRestOfALineThatNeverEnds() throws Exception {
        String endless = IntStream.range(0, 100_000).mapToObj(i -> "x").reduce("", String::concat);

        assertThat(ask(request("AT"), endless + "\r\nOK\r\n")).isEqualTo(new Answer.Ok(List.of(), false));
        assertThat(Optional.of(heard.get(0).line().length())).hasValue(AtFramer.LONGEST_LINE);
    }
}
