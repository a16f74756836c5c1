package io.github.camelsms.sms.template;

import io.github.camelsms.sms.message.MessageContent;
import io.github.camelsms.sms.message.Segmentation;
import io.github.camelsms.sms.message.SegmentationOptions;
import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.Octets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The message that a template is expanded for.
 *
 * @param content text or 8-bit data, with what its sender asks for
 * @param udh user data header without its length octet, empty when there is none
 * @param options how the content is split, which decides {@code %parts%} and whether it is Unicode
 * @param texts by name in lower case: {@code number}, {@code sender}, {@code msgid} …, and the names that the template
 *     was parsed with
 */
public record TemplateMessage(
        MessageContent content, Octets udh, SegmentationOptions options, Map<String, String> texts) {

    public TemplateMessage {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(udh, "udh");
        Objects.requireNonNull(options, "options");
        texts = Map.copyOf(texts);
    }

    /** The same message with other texts. */
    public TemplateMessage withTexts(Map<String, String> newTexts) {
        return new TemplateMessage(content, udh, options, newTexts);
    }

    /** Whether it is 8-bit data. */
    boolean isBinary() {
        return content instanceof MessageContent.Data;
    }

    /** Whether it travels as UCS-2. */
    boolean isUnicode() {
        return !isBinary() && segmentation().alphabet() == Alphabet.UCS2;
    }

    int parts() {
        return segmentation().parts();
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name.toLowerCase(Locale.ROOT)));
    }

    private Segmentation segmentation() {
        try {
            return Segmentation.of(content, options);
        } catch (IllegalArgumentException e) {
            // a coding scheme that contradicts the content is the provider's to judge; the content is what it is
            MessageContent bare = content instanceof MessageContent.Text text
                    ? MessageContent.text(text.text())
                    : MessageContent.data(((MessageContent.Data) content).data().toArray());
            return Segmentation.of(bare, SegmentationOptions.DEFAULT);
        }
    }

    /** Neither content nor numbers, which are nobody's business in a log. */
    @Override
    public String toString() {
        return "TemplateMessage" + texts.keySet();
    }
}
