package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.message.MessageContent;
import io.github.camelsms.sms.message.Segmentation;
import io.github.camelsms.sms.message.SegmentationOptions;
import io.github.camelsms.sms.message.SegmentationOptions.Overflow;
import io.github.camelsms.sms.message.SendableText;
import io.github.camelsms.sms.message.TooManyPartsException;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.tpdu.Octets;
import java.util.OptionalInt;
import org.apache.camel.Message;

/**
 * What is to be sent, checked before it is accepted: there is something, it is text that can be sent, and it needs no
 * more parts than it may. A text is cut only where the number of parts was asked for.
 */
final class OutgoingBody {

    /** Longer messages are rarely meant, and phones and networks cut them. */
    private static final int PARTS_WITHOUT_ASKING = 12;

    private OutgoingBody() {}

    /**
     * What is to be sent, as it is stored.
     *
     * @param parts how many short messages it takes
     */
    record Content(Body body, int parts) {}

    /** Reads and checks the body of an exchange. */
    static Content read(Message in, SmsSettings settings) {
        MessageContent content = ContentHeaders.content(in);
        OptionalInt maxParts = maxParts(in, settings);
        SegmentationOptions options = ContentHeaders.segmentation(in)
                .withMaxParts(
                        maxParts.orElse(PARTS_WITHOUT_ASKING), maxParts.isPresent() ? Overflow.CUT : Overflow.REFUSE);
        if (content instanceof MessageContent.Text text) {
            check(text.text());
            Segmentation segmentation = segment(content, options);
            return new Content(Body.text(String.join("", segmentation.partTexts())), segmentation.parts());
        }
        Octets octets = ((MessageContent.Data) content).data();
        if (octets.length() == 0) {
            throw empty();
        }
        Segmentation segmentation = segment(content, options.withMaxParts(options.maxParts(), Overflow.REFUSE));
        return new Content(new Body.Data(octets), segmentation.parts());
    }

    /** How many parts were asked for, by the exchange or by the endpoint. */
    static OptionalInt maxParts(Message in, SmsSettings settings) {
        OptionalInt asked = MessageHeaders.value(in, SmsConstants.MAX_PARTS, Integer.class)
                .map(OptionalInt::of)
                .orElse(settings.maxParts());
        if (asked.isPresent() && (asked.getAsInt() < 1 || asked.getAsInt() > SmsSettings.MOST_PARTS)) {
            throw new SmsRejectedException(
                    Code.BAD_PARAM,
                    "The number of parts is 1 to " + SmsSettings.MOST_PARTS + ", not " + asked.getAsInt());
        }
        return asked;
    }

    private static Segmentation segment(MessageContent content, SegmentationOptions options) {
        try {
            return Segmentation.of(content, options);
        } catch (TooManyPartsException e) {
            throw new SmsRejectedException(Code.TOO_MANY_PARTS, e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new SmsRejectedException(Code.BAD_TEXT, "The message cannot be sent so: " + e.getMessage(), e);
        }
    }

    private static void check(String text) {
        if (text.isEmpty()) {
            throw empty();
        }
        try {
            SendableText.check(text);
        } catch (IllegalArgumentException e) {
            throw new SmsRejectedException(Code.BAD_TEXT, e.getMessage(), e);
        }
    }

    private static SmsRejectedException empty() {
        return new SmsRejectedException(Code.MISSING_PARAM, "The message is empty");
    }
}
