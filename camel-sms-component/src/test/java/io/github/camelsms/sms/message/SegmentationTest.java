package io.github.camelsms.sms.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.gsm7.NationalLanguage;
import io.github.camelsms.sms.message.SegmentationOptions.Overflow;
import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.Concatenation;
import io.github.camelsms.sms.tpdu.DataCodingScheme;
import io.github.camelsms.sms.tpdu.MessageClass;
import io.github.camelsms.sms.tpdu.Ports;
import io.github.camelsms.sms.tpdu.UserData;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentationTest {

    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";

    private static Segmentation of(String text) {
        return Segmentation.of(MessageContent.text(text), SegmentationOptions.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"GSM7, 8, 160, 153", "GSM7, 16, 160, 152", "UCS2, 8, 70, 67", "UCS2, 16, 70, 66"})
    void limitsAreThoseOfTheField(Alphabet alphabet, int bits, int single, int part) {
        SegmentationOptions options =
                SegmentationOptions.DEFAULT.withReferenceBits(bits).withAlphabet(alphabet);

        assertThat(Segmentation.of(MessageContent.text("a".repeat(single)), options))
                .returns(1, Segmentation::parts)
                .returns(single, Segmentation::limit);
        assertThat(Segmentation.of(MessageContent.text("a".repeat(single + 1)), options))
                .returns(2, Segmentation::parts)
                .returns(part, Segmentation::limit);
        assertThat(Segmentation.of(MessageContent.text("a".repeat(2 * part)), options))
                .returns(2, Segmentation::parts)
                .returns(0, Segmentation::remaining);
        assertThat(Segmentation.of(MessageContent.text("a".repeat(2 * part + 1)), options)
                        .parts())
                .isEqualTo(3);
    }

    @Test
    void portsBesideConcatenationLeave128Octets() {
        MessageContent push = MessageContent.data(new byte[141]);
        UserDataHeader ports = UserDataHeader.of(new Ports(16, 2948, 9200).toElement());

        Segmentation segmentation =
                Segmentation.of(push.with(push.options().withHeader(ports)), SegmentationOptions.DEFAULT);

        assertThat(segmentation.limit()).isEqualTo(128);
        assertThat(segmentation.userData(5))
                .hasSize(2)
                .allSatisfy(
                        part -> assertThat(part.header().orElseThrow().ports()).contains(new Ports(16, 2948, 9200)))
                .extracting(part -> part.concatenation().orElseThrow())
                .containsExactly(new Concatenation(8, 5, 2, 1), new Concatenation(8, 5, 2, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 64, 65, 66, 67})
    void neverSplitsWhatLooksLikeOneCharacter(int before) {
        String[] clusters = {
            FAMILY,
            "e\u0301\u0323",
            "\uD83C\uDDE9\uD83C\uDDEA",
            "\uD83D\uDC4D\uD83C\uDFFD",
            "\u2764\uFE0F",
            "\u1112\u1161\u11AB",
            "\u0915\u093F",
            "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F"
        };
        for (String cluster : clusters) {
            Segmentation segmentation = of("\u4E00".repeat(before) + cluster + "\u4E00".repeat(20));

            assertThat(segmentation.partTexts())
                    .anySatisfy(part -> assertThat(part).contains(cluster));
        }
    }

    @Test
    void splitsBetweenFlagsAndNotInside() {
        String flag = "\uD83C\uDDE9\uD83C\uDDEA";

        Segmentation segmentation = of(flag.repeat(40));

        assertThat(segmentation.partTexts())
                .allSatisfy(part -> assertThat(part.replace(flag, "")).isEmpty());
        assertThat(segmentation.units(0)).isEqualTo(64);
    }

    @Test
    void splitsAClusterThatIsLongerThanAPartButNoSurrogatePair() {
        String variationSelectors = "a" + "\uDB40\uDD00".repeat(200);

        Segmentation segmentation = of(variationSelectors);

        assertThat(String.join("", segmentation.partTexts())).isEqualTo(variationSelectors);
        assertThat(segmentation.partTexts())
                .allSatisfy(part -> assertThat(part.codePoints().noneMatch(SegmentationTest::isSurrogate))
                        .isTrue());
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= 0xD800 && codePoint <= 0xDFFF;
    }

    @Test
    void namesTheCharacterThatForcesUcs2() {
        assertThat(of("plain \u20AC").forcedBy()).isEmpty();
        assertThat(of("ab\uD83D\uDE01\u4E00").forcedBy()).hasValue(0x1F601);
        assertThat(of("\u00E7").forcedBy()).hasValue(0xE7);
    }

    @Test
    void refusesOrCutsWhatNeedsTooManyParts() {
        MessageContent text = MessageContent.text("x".repeat(500));

        assertThatThrownBy(() -> Segmentation.of(text, SegmentationOptions.DEFAULT.withMaxParts(3, Overflow.REFUSE)))
                .isInstanceOfSatisfying(TooManyPartsException.class, e -> {
                    assertThat(e.parts()).isEqualTo(4);
                    assertThat(e.limit()).isEqualTo(3);
                });
        assertThat(Segmentation.of(text, SegmentationOptions.DEFAULT.withMaxParts(3, Overflow.CUT)))
                .returns(3, Segmentation::parts)
                .returns(459, Segmentation::units);
        assertThat(Segmentation.of(text, SegmentationOptions.DEFAULT.withMaxParts(1, Overflow.CUT)))
                .returns(1, Segmentation::parts)
                .returns(160, Segmentation::units);
        assertThat(of("x".repeat(255 * 153)).parts()).isEqualTo(255);
        assertThatThrownBy(() -> of("x".repeat(255 * 153 + 1)))
                .hasMessage("the message needs 256 parts, at most 255 are allowed; shorten it or let it be cut");
    }

    @Test
    void takesAPartOfASenderWhoHasSplitAsItIs() {
        MessageContent part = MessageContent.text("x".repeat(153));
        UserDataHeader header = UserDataHeader.of(new Concatenation(8, 7, 3, 2).toElement());
        MessageContent given = part.with(part.options().withHeader(header));

        assertThat(Segmentation.of(given, SegmentationOptions.DEFAULT).userData(99))
                .singleElement()
                .extracting(userData -> userData.concatenation().orElseThrow())
                .isEqualTo(new Concatenation(8, 7, 3, 2));
        MessageContent tooLong = MessageContent.text("x".repeat(154)).with(given.options());
        assertThatThrownBy(() -> Segmentation.of(tooLong, SegmentationOptions.DEFAULT))
                .isInstanceOf(TooManyPartsException.class);
    }

    @Test
    void takesTheLowBitsOfALongReference() {
        UserData first = of("x".repeat(161)).userData(0x1234).get(0);

        assertThat(first.concatenation()).contains(new Concatenation(8, 0x34, 2, 1));
    }

    @Test
    void dataCodingSchemeIsMadeOfAlphabetAndClassUnlessGiven() {
        MessageContent text = MessageContent.text("hello");
        MessageContent flash = text.with(text.options().withMessageClass(MessageClass.CLASS_0));
        MessageContent waiting = text.with(text.options().withDataCodingScheme(new DataCodingScheme(0xD8)));
        MessageContent ucs2 = text.with(text.options().withDataCodingScheme(DataCodingScheme.UCS2));

        assertThat(of("hello").dcs().octet()).isZero();
        assertThat(of("\u4E00").dcs().octet()).isEqualTo(0x08);
        assertThat(Segmentation.of(flash, SegmentationOptions.DEFAULT).dcs().octet())
                .isEqualTo(0x10);
        assertThat(Segmentation.of(waiting, SegmentationOptions.DEFAULT).dcs().octet())
                .isEqualTo(0xD8);
        assertThat(Segmentation.of(ucs2, SegmentationOptions.DEFAULT).alphabet())
                .isEqualTo(Alphabet.UCS2);
    }

    @Test
    void explainsContradictions() {
        MessageContent chinese = MessageContent.text("a\u4E00");
        MessageContent asGsm7 = chinese.with(chinese.options().withDataCodingScheme(DataCodingScheme.GSM7));
        MessageContent asData = chinese.with(chinese.options().withDataCodingScheme(DataCodingScheme.OCTETS));
        MessageContent data = MessageContent.data(new byte[3]);
        MessageContent asText = data.with(data.options().withDataCodingScheme(DataCodingScheme.UCS2));

        assertThatThrownBy(() -> Segmentation.of(asGsm7, SegmentationOptions.DEFAULT))
                .hasMessageContaining("U+4E00");
        assertThatThrownBy(() -> Segmentation.of(asData, SegmentationOptions.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Segmentation.of(asText, SegmentationOptions.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void usesNationalTablesOnlyWhenAskedAndNeeded() {
        SegmentationOptions turkish =
                SegmentationOptions.DEFAULT.withNationalLanguages(NationalLanguage.TURKISH, NationalLanguage.TURKISH);

        assertThat(of("\u015F").alphabet()).isEqualTo(Alphabet.UCS2);
        Segmentation needed = Segmentation.of(MessageContent.text("\u015F"), turkish);
        assertThat(needed.alphabet()).isEqualTo(Alphabet.GSM7);
        assertThat(needed.limit()).isEqualTo(155);
        assertThat(needed.userData(0).get(0).text()).contains("\u015F");
        assertThat(Segmentation.of(MessageContent.text("plain"), turkish).limit())
                .isEqualTo(160);
        // 100 characters of the shift table take 200 septets, but 100 of the locking table.
        assertThat(Segmentation.of(MessageContent.text("\u015F".repeat(100)), turkish)
                        .parts())
                .isEqualTo(1);
    }

    @Test
    void replacesTypographyOnlyWhenAskedAndEnough() {
        SegmentationOptions replacing = SegmentationOptions.DEFAULT.withTransliteration(Transliteration.TYPOGRAPHY);
        String typographic = "\u201CIt\u2019s\u00A0\u2013 well\u2026\u201D";

        assertThat(of(typographic).alphabet()).isEqualTo(Alphabet.UCS2);
        assertThat(Segmentation.of(MessageContent.text(typographic), replacing).partTexts())
                .containsExactly("\"It's - well...\"");
        assertThat(Segmentation.of(MessageContent.text(typographic + "\u4E00"), replacing)
                        .partTexts())
                .containsExactly(typographic + "\u4E00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u20AC", "\u4E00", "\uD83C\uDDE9", "\u0301", "\u200D", "\uDB40\uDD00"})
    @Timeout(20)
    void aMillionCharactersTakeNoSeconds(String unit) {
        SegmentationOptions cut = SegmentationOptions.DEFAULT.withMaxParts(255, Overflow.CUT);
        MessageContent content = MessageContent.text(unit.repeat(1_000_000 / unit.length()));
        Segmentation.of(content, cut);

        long start = System.nanoTime();
        Segmentation segmentation = Segmentation.of(content, cut);

        assertThat(segmentation.parts()).isEqualTo(255);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void anEmptyMessageIsOneEmptyPart() {
        assertThat(of("").userData(1)).singleElement().satisfies(part -> {
            assertThat(part.header()).isEmpty();
            assertThat(part.length()).isZero();
        });
        assertThat(Segmentation.of(MessageContent.data(new byte[0]), SegmentationOptions.DEFAULT)
                        .parts())
                .isEqualTo(1);
    }
}
