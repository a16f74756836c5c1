package io.github.camelsms.sms.fields;

import io.github.camelsms.sms.gsm7.NationalLanguage;
import io.github.camelsms.sms.message.MessageContent;
import io.github.camelsms.sms.message.Segmentation;
import io.github.camelsms.sms.message.SegmentationOptions;
import io.github.camelsms.sms.message.SegmentationOptions.Overflow;
import io.github.camelsms.sms.message.Transliteration;
import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.Concatenation;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The preview of a message: how it would be split, without sending it. */
public final class PreviewFields {

    private static final int LAST_LANGUAGE = NationalLanguage.values().length - 1;

    private PreviewFields() {}

    /**
     * Splits {@code text}, or {@code data} in hex. {@code refBits} is the width of the concatenation reference; {@code
     * maxParts} cuts; {@code locking} and {@code single} are national languages that may be used; {@code alphabet} asks
     * for one; {@code transliterate} allows replacements; {@code ies} go into every part.
     *
     * @throws FieldException naming the field that cannot be used
     */
    public static Map<String, Object> preview(Map<String, ?> fields) {
        Fields in = Fields.of(fields);
        Segmentation segmentation =
                in.checked(in.has("data") ? "data" : "text", () -> Segmentation.of(content(in), options(in)));
        Map<String, Object> out = new LinkedHashMap<>();
        out.put(AlphabetWord.NAME, AlphabetWord.of(segmentation.alphabet()));
        out.put("units", segmentation.units());
        out.put("parts", segmentation.parts());
        out.put("limit", segmentation.limit());
        out.put("remaining", segmentation.remaining());
        out.put(
                "partUnits",
                IntStream.range(0, segmentation.parts())
                        .map(segmentation::units)
                        .boxed()
                        .toList());
        out.put("partTexts", segmentation.partTexts());
        out.put(
                "forcedBy",
                segmentation.forcedBy().isPresent()
                        ? Character.toString(segmentation.forcedBy().getAsInt())
                        : null);
        return out;
    }

    private static MessageContent content(Fields in) {
        Optional<Octets> data = in.hex("data");
        MessageContent content = data.isPresent()
                ? MessageContent.data(data.get().toArray())
                : MessageContent.text(in.text("text").orElseThrow(() -> in.fail("text", "is missing")));
        Optional<UserDataHeader> header = HeaderFields.read(in);
        return header.isPresent() ? content.with(content.options().withHeader(header.get())) : content;
    }

    private static SegmentationOptions options(Fields in) {
        SegmentationOptions options = SegmentationOptions.DEFAULT
                .withReferenceBits(in.integer("refBits", 8, 16).orElse(8))
                .withMaxParts(
                        in.integer("maxParts", 1, Concatenation.MAX_PARTS).orElse(Concatenation.MAX_PARTS),
                        Overflow.CUT)
                .withNationalLanguages(language(in, "locking"), language(in, "single"));
        if (in.flag("transliterate").orElse(false)) {
            options = options.withTransliteration(Transliteration.TYPOGRAPHY);
        }
        Optional<Alphabet> alphabet = AlphabetWord.read(in);
        return alphabet.isPresent() && !in.has("data") ? options.withAlphabet(alphabet.get()) : options;
    }

    private static NationalLanguage language(Fields in, String name) {
        return in.integer(name, 0, LAST_LANGUAGE).flatMap(NationalLanguage::of).orElse(NationalLanguage.DEFAULT);
    }
}
