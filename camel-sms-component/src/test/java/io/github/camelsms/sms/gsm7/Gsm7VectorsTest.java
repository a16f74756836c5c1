package io.github.camelsms.sms.gsm7;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.tpdu.Vectors;
import io.github.camelsms.sms.tpdu.Vectors.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Gsm7VectorsTest {

    static Stream<Vector> pack7() {
        return Stream.concat(Vectors.of("gsm7.jsonl", "pack7"), Vectors.of("pdu_decode.jsonl", "pack7"));
    }

    static Stream<Vector> septetsText() {
        return Vectors.of("gsm7.jsonl", "septets-text");
    }

    static Stream<Vector> crPadding() {
        return Vectors.of("gsm7.jsonl", "cr-padding");
    }

    @ParameterizedTest
    @MethodSource
    void pack7(Vector vector) {
        byte[] septets = vector.octets("septets");
        byte[] octets = vector.octets("hex");
        int fill = vector.integer("fill");

        assertThat(SeptetPacking.pack(septets, fill)).isEqualTo(octets);
        assertThat(SeptetPacking.unpack(octets, 0, fill, septets.length)).isEqualTo(septets);
        if (vector.expect().has("text")) {
            String text = vector.expect().string("text");
            assertThat(Gsm7Alphabet.DEFAULT.encode(text)).isEqualTo(septets);
            assertThat(Gsm7Alphabet.DEFAULT.decode(septets)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource
    void septetsText(Vector vector) {
        Gsm7Alphabet alphabet = Gsm7Alphabet.of(
                NationalLanguage.of(vector.integer("lock", 0)).orElseThrow(),
                NationalLanguage.of(vector.integer("shift", 0)).orElseThrow());
        String text = vector.expect().string("text");

        assertThat(alphabet.decode(vector.octets("septets"))).isEqualTo(text);
        assertThat(alphabet.decode(alphabet.encode(text))).isEqualTo(text);
    }

    /** CR is filler in cell broadcast and USSD; the length of a short message says how many septets there are. */
    @ParameterizedTest
    @MethodSource
    void crPadding(Vector vector) {
        String text = vector.expect().string("text");

        byte[] septets = SeptetPacking.unpack(vector.octets("hex"), 0, 0, text.length());

        assertThat(Gsm7Alphabet.DEFAULT.decode(septets)).isEqualTo(text);
    }
}
