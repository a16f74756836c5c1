package io.github.camelsms.sms.gsm7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class Gsm7AlphabetTest {

    private static final NationalLanguage NONE = NationalLanguage.DEFAULT;

    static Stream<Gsm7Alphabet> allAlphabets() {
        return Arrays.stream(NationalLanguage.values()).flatMap(locking -> Arrays.stream(NationalLanguage.values())
                .map(singleShift -> Gsm7Alphabet.of(locking, singleShift)));
    }

    @ParameterizedTest
    @EnumSource
    void hasTheCellsOfTheTablesThatTwoSourcesAgreeOn(NationalLanguage language) throws Exception {
        Map<String, Object> table = table(language.identifier());

        assertThat(table.get("name").toString()).isEqualToIgnoringCase(language.name());
        assertCells(table.get("locking"), CharacterTable.locking(language));
        assertCells(table.get("single_shift"), CharacterTable.singleShift(language));
    }

    @SuppressWarnings("unchecked")
    private static void assertCells(Object expected, char[] actual) {
        if (expected == null) {
            assertThat(actual).isSameAs(CharacterTable.locking(NONE));
            return;
        }
        Map<String, Object> cells = (Map<String, Object>) expected;
        for (int septet = 0; septet < 128; septet++) {
            Object cell = cells.getOrDefault(String.format("%02X", septet), "\uFFFF");
            assertThat(String.valueOf(actual[septet])).as("%02X", septet).isEqualTo(cell);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> table(int identifier) throws IOException, DeserializationException {
        try (InputStream in = Gsm7AlphabetTest.class.getResourceAsStream("/vectors/gsm7_tables.json");
                InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            JsonObject all = (JsonObject) Jsoner.deserialize(text);
            return ((List<Map<String, Object>>) all.get("tables")).get(identifier);
        }
    }

    @ParameterizedTest
    @MethodSource("allAlphabets")
    void readsBackEveryUnitThatItCanWrite(Gsm7Alphabet alphabet) {
        for (int unit = 0; unit <= 0xFFFF; unit++) {
            String text = String.valueOf((char) unit);
            int septets = alphabet.septets((char) unit);
            assertThat(alphabet.firstUnencodable(text).isEmpty()).isEqualTo(septets > 0);
            if (septets > 0) {
                byte[] encoded = alphabet.encode(text);
                assertThat(encoded).hasSize(septets);
                assertThat(alphabet.decode(encoded)).isEqualTo(text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("allAlphabets")
    void canWriteEveryCharacterThatItReads(Gsm7Alphabet alphabet) {
        for (byte septet = 0; septet >= 0; septet++) {
            String plain = alphabet.decode(new byte[] {septet});
            String shifted = alphabet.decode(new byte[] {Gsm7Alphabet.ESCAPE, septet});
            assertThat(plain).hasSize(1);
            assertThat(shifted).hasSize(1);
            assertThat(alphabet.firstUnencodable(plain + shifted)).isEmpty();
        }
    }

    @Test
    void writesWhatIsInBothTablesAsOneSeptet() {
        Gsm7Alphabet portuguese = Gsm7Alphabet.of(NationalLanguage.PORTUGUESE, NationalLanguage.PORTUGUESE);

        assertThat(portuguese.encode("\u20AC")).hasSize(1);
        assertThat(Gsm7Alphabet.DEFAULT.encode("\u20AC")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"1B, ' '", "411B, 'A '", "1B1B, ' '", "1B1B41, ' A'", "1B41, A", "1B0D, '\r'", "1B651B, '\u20AC '"})
    void readsEscapesAsTheStandardSays(String hex, String text) {
        byte[] septets = java.util.HexFormat.of().parseHex(hex);

        assertThat(Gsm7Alphabet.DEFAULT.decode(septets)).isEqualTo(text);
    }

    @Test
    void writesAnyMixOfPlainAndShiftedCharacters() {
        Random random = new Random(4711);
        String characters = "ab@\u00E9 \u20AC[]{}^~\\|\f";
        for (int length = 0; length < 400; length++) {
            StringBuilder text = new StringBuilder();
            int septets = 0;
            for (int i = 0; i < length; i++) {
                char next = characters.charAt(random.nextInt(characters.length()));
                septets += Gsm7Alphabet.DEFAULT.septets(next);
                text.append(next);
            }
            byte[] encoded = Gsm7Alphabet.DEFAULT.encode(text);
            assertThat(encoded).hasSize(septets);
            assertThat(Gsm7Alphabet.DEFAULT.decode(encoded)).isEqualTo(text.toString());
        }
    }

    @Test
    void namesTheCharacterThatItLacks() {
        assertThatThrownBy(() -> Gsm7Alphabet.DEFAULT.encode("ab\uD83D\uDE01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("U+1F601 at index 2 is not in the GSM 7 bit alphabet");
        assertThat(Gsm7Alphabet.DEFAULT.firstUnencodable("ab\uD83D\uDE01")).hasValue(2);
    }

    @Test
    void knowsTheLanguagesByTheirIdentifiers() {
        for (NationalLanguage language : NationalLanguage.values()) {
            assertThat(NationalLanguage.of(language.identifier())).contains(language);
        }
        assertThat(NationalLanguage.of(14)).isEmpty();
        assertThat(NationalLanguage.of(-1)).isEmpty();
    }
}
