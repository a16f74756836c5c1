package io.github.camelsms.sms.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.tpdu.Direction;
import io.github.camelsms.sms.tpdu.Generated;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.Tpdu;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PduFieldsTest {

    private static final long SEED = 20_261_122L;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private static final Map<String, Object> SUBMIT =
            Map.of("type", "SUBMIT", "addr", Map.of("number", "+15551234567"), "text", "hi");

    private static String encode(Map<String, ?> fields) {
        return PduFields.encode(fields, Framing.SERVICE_CENTRE, CLOCK);
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> fields = new HashMap<>(SUBMIT);
        fields.put(name, value);
        return fields;
    }

    @ParameterizedTest
    @EnumSource
    void theFieldsOfEveryTpduSayAllOfIt(Direction direction) {
        Generated generated = new Generated(SEED);
        for (int i = 0; i < 20_000; i++) {
            String hex = Octets.of(generated.tpdu(direction).encode()).hex();
            Map<String, Object> fields = PduFields.decode(hex, direction, Framing.TPDU_ALONE);

            assertThat(encode(fields)).as(fields.toString()).isEqualTo(hex);
            assertThat(FieldNames.PDU.unknown(fields)).isEmpty();
        }
    }

    @Test
    void spareBitsAreKept() {
        // warthog618/sms, encoding/tpdu/tpdu_test.go (MIT): 8 bit text where septets are announced
        String hex = "01120451507132200523067265706F7274";
        Map<String, Object> fields = PduFields.decode(hex, Direction.MOBILE_TERMINATED, Framing.TPDU_ALONE);

        assertThat(fields).containsEntry("spare", 0x74);
        assertThat(encode(fields)).isEqualTo(hex);
        assertThatThrownBy(() -> encode(with("spare", 0x10)))
                .isInstanceOf(FieldException.class)
                .hasMessageContaining("spare");
        assertThat(encode(with("spare", 0xC0))).endsWith("02" + "E8F4");
    }

    @Test
    void anUnknownNameIsFound() {
        assertThat(FieldNames.PDU.unknown(with("txt", "hi"))).containsExactly("txt");
        assertThat(FieldNames.PREVIEW.unknown(Map.of("text", "hi", "refBits", 8, "maxparts", 2)))
                .containsExactly("maxparts");
    }

    @ParameterizedTest
    @EnumSource
    void whateverCanBeReadGivesFieldsThatCanBeWritten(Direction direction) {
        Generated generated = new Generated(SEED);
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            String hex = Octets.of(generated.array(generated.upTo(180))).hex();
            Map<String, Object> fields;
            try {
                fields = PduFields.decode(hex, direction, Framing.TPDU_ALONE);
            } catch (FieldException e) {
                continue;
            }
            read++;
            Tpdu first = Tpdu.decode(Octets.ofHex(hex).toArray(), direction);
            Tpdu again = Tpdu.decode(Octets.ofHex(encode(fields)).toArray(), direction);
            assertThat(again).as(fields.toString()).isEqualTo(first);
        }
        assertThat(read).isPositive();
    }

    @Test
    void whatIsMissingAsksForNothing() {
        assertThat(encode(SUBMIT)).isEqualTo("0001000B915155214365F7000002E834");
        assertThat(encode(with("text", "hi “x”"))).endsWith("0008" + "0C" + "006800690020201C0078201D");
        assertThat(encode(with("smsc", "+4917"))).startsWith("0391947101");
        assertThat(encode(with("vp_minutes", 1440))).contains("F70000A702");
        assertThat(encode(with("srr", true))).startsWith("0021");
        assertThat(encode(Map.of("type", "DELIVER", "addr", "Bank", "text", "hi")))
                .isEqualTo("000407D0C2B07B0D00006211120100000002E834");
        assertThat(encode(Map.of("type", "STATUS-REPORT", "mr", 7, "addr", "+1555")))
                .isEqualTo("0006070491515562111201000000621112010000000000".substring(0, 44));
        assertThat(encode(Map.of("type", "DELIVER-REPORT"))).isEqualTo("000000");
    }

    @Test
    void aPartNeedsNoElementsByHand() {
        Map<String, Object> fields = with("concat", Map.of("ref", 7, "total", 2, "seq", 1));
        fields.put("ports", Map.of("dst", 5505));

        assertThat(encode(fields)).startsWith("0041").contains("0B0003070201050415810000".substring(0, 24));
    }

    @Test
    void aFieldThatCannotBeUsedIsNamed() {
        Map<String, Map<String, Object>> bad = Map.of(
                "type", Map.of("type", "SMS"),
                "addr", Map.of("type", "SUBMIT"),
                "addr.number", with("addr", Map.of("number", "12+", "ton", 1)),
                "mr", with("mr", 256),
                "fo", with("fo", 2),
                "vp", with("vp", "tomorrow"),
                "text", with("text", "half \ud83d"),
                "ies[1].iei", with("ies", List.of(Map.of("iei", "00", "data", "010101"), Map.of("iei", "5"))),
                "concat.seq", with("concat", Map.of("total", 2)),
                "SUBMIT", with("text", "a".repeat(161)));
        bad.forEach((field, fields) -> assertThatThrownBy(() -> encode(fields))
                .as(field)
                .isInstanceOfSatisfying(
                        FieldException.class, e -> assertThat(e.field()).startsWith(field)));
    }
}
