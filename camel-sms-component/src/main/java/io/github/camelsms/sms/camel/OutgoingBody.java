package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.message.MessageContent;
import io.github.camelsms.sms.message.Segmentation;
import io.github.camelsms.sms.message.SegmentationOptions;
import io.github.camelsms.sms.message.SegmentationOptions.Overflow;
import io.github.camelsms.sms.message.TooManyPartsException;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.tpdu.Octets;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.apache.camel.Message;

/**
 * What is to be sent, checked before it is accepted: there is something, it is text that can be sent, and it needs no
 * more parts than it may. A text is cut only where the number of parts was asked for.
 */
final class OutgoingBody {

    /** Longer messages are rarely meant, and phones and networks cut them. */
    private static final int PARTS_WITHOUT_ASKING = 12;

    private static final Pattern SENDER = Pattern.compile("\\+?[0-9]{1,15}|[ -~]{1,11}");

    private OutgoingBody() {}

    /** Reads and checks the body of an exchange. */
    static Body read(Message in, SmsSettings settings) {
        MessageContent content = ContentHeaders.content(in);
        OptionalInt maxParts = maxParts(in, settings);
        SegmentationOptions options = ContentHeaders.segmentation(in)
                .withMaxParts(
                        maxParts.orElse(PARTS_WITHOUT_ASKING), maxParts.isPresent() ? Overflow.CUT : Overflow.REFUSE);
        if (content instanceof MessageContent.Text text) {
            check(text.text());
            return Body.text(String.join("", segment(content, options).partTexts()));
        }
        Octets octets = ((MessageContent.Data) content).data();
        if (octets.length() == 0) {
            throw empty();
        }
        segment(content, options.withMaxParts(options.maxParts(), Overflow.REFUSE));
        return new Body.Data(octets);
    }

    /** A sender is a number, or a name of at most eleven characters (3GPP TS 23.040, 9.1.2.5). */
    static String checkedSender(String sender) {
        if (!SENDER.matcher(sender).matches()) {
            throw new SmsRejectedException(
                    Code.BAD_PARAM, "A sender is a number of at most 15 digits or a name of at most 11 characters");
        }
        return sender;
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
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean control = unit < ' ' && unit != '\n' && unit != '\r' && unit != '\t' && unit != '\f';
            boolean lone = Character.isSurrogate(unit)
                    && !(Character.isHighSurrogate(unit)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1)));
            if (control || lone || unit == '\uFFFE' || unit == '\uFFFF') {
                throw new SmsRejectedException(
                        Code.BAD_TEXT,
                        String.format("The text has U+%04X at %d, which is no character of a text", (int) unit, i));
            }
            if (Character.isHighSurrogate(unit)) {
                i++;
            }
        }
    }

    private static SmsRejectedException empty() {
        return new SmsRejectedException(Code.MISSING_PARAM, "The message is empty");
    }
}
