package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.message.ContentOptions;
import io.github.camelsms.sms.message.MessageContent;
import io.github.camelsms.sms.message.Segmentation;
import io.github.camelsms.sms.message.SegmentationOptions;
import io.github.camelsms.sms.message.TooManyPartsException;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.Concatenation;
import io.github.camelsms.sms.tpdu.DataCodingScheme;
import io.github.camelsms.sms.tpdu.MessageClass;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.ProtocolIdentifier;
import io.github.camelsms.sms.tpdu.TpduException;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Message;

/**
 * What the body and the headers {@code Encoding}, {@code Udh}, {@code Pid}, {@code Dcs} and {@code MessageClass} of an
 * exchange ask for. All endpoints that split messages read them here, so that all count the same parts.
 */
public final class ContentHeaders {

    private ContentHeaders() {}

    /**
     * The content that the exchange holds.
     *
     * @throws SmsRejectedException when a header has no such value
     */
    public static MessageContent content(Message in) {
        MessageContent content = in.getBody() instanceof byte[] octets
                ? MessageContent.data(octets)
                : MessageContent.text(MessageHeaders.bodyText(in).orElse(""));
        return content.with(options(in));
    }

    /**
     * How the exchange wants it split: the alphabet, where one is asked for.
     *
     * @throws SmsRejectedException when there is no such alphabet
     */
    public static SegmentationOptions segmentation(Message in) {
        Optional<String> encoding = MessageHeaders.text(in, SmsConstants.ENCODING);
        if (encoding.isEmpty() || in.getBody() instanceof byte[]) {
            return SegmentationOptions.DEFAULT;
        }
        return checked(
                Code.BAD_PARAM,
                SmsConstants.ENCODING + " of a text is GSM7 or UCS2",
                () -> SegmentationOptions.DEFAULT.withAlphabet(
                        Alphabet.valueOf(encoding.get().toUpperCase(Locale.ROOT))));
    }

    /**
     * The message split as the exchange wants it, {@code MaxParts} included, which cuts it.
     *
     * @throws SmsRejectedException when a header has no such value, or contradicts the body
     */
    public static Segmentation segment(Message in) {
        SegmentationOptions options = segmentation(in);
        Optional<Integer> maxParts = MessageHeaders.value(in, SmsConstants.MAX_PARTS, Integer.class);
        if (maxParts.isPresent()) {
            options = checked(
                    Code.BAD_PARAM,
                    SmsConstants.MAX_PARTS + " is 1 to " + Concatenation.MAX_PARTS,
                    () -> segmentation(in).withMaxParts(maxParts.get(), SegmentationOptions.Overflow.CUT));
        }
        try {
            return Segmentation.of(content(in), options);
        } catch (TooManyPartsException e) {
            throw new SmsRejectedException(Code.TOO_MANY_PARTS, e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new SmsRejectedException(Code.BAD_TEXT, "The message cannot be sent so: " + e.getMessage(), e);
        }
    }

    private static ContentOptions options(Message in) {
        ContentOptions options = ContentOptions.NONE;
        Optional<String> udh = MessageHeaders.text(in, SmsConstants.UDH);
        if (udh.isPresent()) {
            options = options.withHeader(checked(
                    Code.BAD_UDH,
                    "The user data header is not readable",
                    () -> UserDataHeader.ofElements(Octets.ofHex(udh.get()))));
        }
        Optional<Integer> dcs = MessageHeaders.value(in, SmsConstants.DCS, Integer.class);
        Optional<Integer> messageClass = MessageHeaders.value(in, SmsConstants.MESSAGE_CLASS, Integer.class);
        if (dcs.isPresent()) {
            options = options.withDataCodingScheme(
                    checked(Code.BAD_PARAM, SmsConstants.DCS + " is 0 to 255", () -> new DataCodingScheme(dcs.get())));
        } else if (messageClass.isPresent()) {
            options = options.withMessageClass(checked(
                    Code.BAD_PARAM, SmsConstants.MESSAGE_CLASS + " is 0 to 3", () -> MessageClass.of(messageClass.get())
                            .orElseThrow(IllegalArgumentException::new)));
        }
        Optional<Integer> pid = MessageHeaders.value(in, SmsConstants.PID, Integer.class);
        if (pid.isPresent()) {
            options = options.withProtocolIdentifier(checked(
                    Code.BAD_PARAM, SmsConstants.PID + " is 0 to 255", () -> new ProtocolIdentifier(pid.get())));
        }
        return options;
    }

    private static <T> T checked(Code code, String rule, Supplier<T> value) {
        try {
            return value.get();
        } catch (TpduException e) {
            throw new SmsRejectedException(code, rule + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new SmsRejectedException(code, rule, e);
        }
    }
}
