package io.github.camelsms.sms.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.gsm7.NationalLanguage;
import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.InformationElement;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import io.github.camelsms.sms.tpdu.Vectors;
import io.github.camelsms.sms.tpdu.Vectors.Vector;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentationVectorsTest {

    static Stream<Vector> segment() {
        return Vectors.of("segmentation.jsonl", "segment");
    }

    static Stream<Vector> truncate() {
        return Vectors.of("segmentation.jsonl", "truncate");
    }

    @ParameterizedTest
    @MethodSource
    void segment(Vector vector) {
        Segmentation segmentation = Segmentation.of(content(vector), options(vector));
        Vector expect = vector.expect();

        if (expect.has("alphabet")) {
            Alphabet alphabet = expect.string("alphabet").equals("ucs2") ? Alphabet.UCS2 : Alphabet.GSM7;
            assertThat(segmentation.alphabet()).isEqualTo(alphabet);
        }
        assertInteger(expect, "units", segmentation.units());
        assertInteger(expect, "parts", segmentation.parts());
        assertInteger(expect, "limit", segmentation.limit());
        assertInteger(expect, "remaining", segmentation.remaining());
        if (expect.has("part_texts")) {
            assertThat(segmentation.partTexts()).isEqualTo(expect.list("part_texts"));
        }
        if (expect.has("part_units")) {
            assertIntegers(expect.list("part_units"), units(segmentation));
        }
        if (expect.has("lengths")) {
            assertIntegers(expect.list("lengths"), units(segmentation));
        }
        if (expect.has("part_lengths")) {
            assertIntegers(
                    expect.list("part_lengths"),
                    segmentation.partTexts().stream().map(String::length).toList());
        }
        segmentation.userData(0x1234).forEach(userData -> assertThat(userData.octetLength())
                .isLessThanOrEqualTo(140));
    }

    @ParameterizedTest
    @MethodSource
    void truncate(Vector vector) {
        SegmentationOptions cut =
                SegmentationOptions.DEFAULT.withMaxParts(vector.integer("maxmsgs"), SegmentationOptions.Overflow.CUT);

        Segmentation segmentation = Segmentation.of(MessageContent.text(vector.string("text")), cut);

        assertThat(segmentation.parts()).isEqualTo(vector.expect().integer("parts"));
        assertThat(String.join("", segmentation.partTexts()))
                .isEqualTo(vector.expect().string("text"));
    }

    private static MessageContent content(Vector vector) {
        if (vector.is("binary")) {
            return MessageContent.data(vector.octets("data"));
        }
        MessageContent content = MessageContent.text(text(vector));
        if (vector.string("name").contains("03 03 010203")) {
            UserDataHeader header = UserDataHeader.of(new InformationElement(3, Octets.ofHex("010203")));
            return content.with(content.options().withHeader(header));
        }
        return content;
    }

    private static String text(Vector vector) {
        if (vector.has("text")) {
            return vector.string("text");
        }
        StringBuilder text = new StringBuilder();
        for (Object each : vector.list("repeat")) {
            List<?> repeat = (List<?>) each;
            text.append(((String) repeat.get(0)).repeat(((Number) repeat.get(1)).intValue()));
        }
        return text.toString();
    }

    private static SegmentationOptions options(Vector vector) {
        SegmentationOptions options = SegmentationOptions.DEFAULT
                .withReferenceBits(vector.integer("refbits", 8))
                .withNationalLanguages(
                        NationalLanguage.of(vector.integer("lock", 0)).orElseThrow(),
                        NationalLanguage.of(vector.integer("shift", 0)).orElseThrow());
        return "ucs2".equals(vector.string("force")) ? options.withAlphabet(Alphabet.UCS2) : options;
    }

    private static List<Integer> units(Segmentation segmentation) {
        return IntStream.range(0, segmentation.parts())
                .mapToObj(segmentation::units)
                .toList();
    }

    private static void assertInteger(Vector expect, String key, int actual) {
        if (expect.has(key)) {
            assertThat(actual).as(key).isEqualTo(expect.integer(key));
        }
    }

    private static void assertIntegers(List<?> expected, List<Integer> actual) {
        assertThat(actual)
                .isEqualTo(expected.stream()
                        .map(each -> ((Number) each).intValue())
                        .toList());
    }
}
