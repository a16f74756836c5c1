package io.github.camelsms.modem.camel;

import io.github.camelsms.modem.at.PduPayload;
import io.github.camelsms.modem.session.OutgoingPart;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.message.ContentOptions;
import io.github.camelsms.sms.message.MessageContent;
import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.message.Segmentation;
import io.github.camelsms.sms.message.SegmentationOptions;
import io.github.camelsms.sms.message.TooManyPartsException;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import io.github.camelsms.sms.tpdu.Address;
import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.DataCodingScheme;
import io.github.camelsms.sms.tpdu.MessageClass;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.Pdu;
import io.github.camelsms.sms.tpdu.ProtocolIdentifier;
import io.github.camelsms.sms.tpdu.SmsSubmit;
import io.github.camelsms.sms.tpdu.UserData;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import io.github.camelsms.sms.tpdu.ValidityPeriod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Message;
import org.apache.camel.TypeConversionException;

/**
 * A message as an exchange wants it sent: recipient, parts, and what is asked of the network.
 *
 * @param to one number
 */
record Submission(
        Address to,
        Segmentation segmentation,
        Optional<ProtocolIdentifier> protocolIdentifier,
        Optional<ValidityPeriod> validityPeriod,
        boolean reportRequested) {

    /** Most parts that are sent unless the exchange asks for another limit. */
    private static final int MAX_PARTS = 12;

    private static final int HARD_LIMIT = 128;

    /**
     * Reads an exchange.
     *
     * @throws SendFailedException of kind REJECTED when it cannot be sent, naming what is wrong with it
     */
    static Submission of(Message in) throws SendFailedException {
        Address to = recipient(in);
        try {
            ContentOptions options = options(in);
            Segmentation segmentation = Segmentation.of(content(in).with(options), segmentation(in));
            Optional<Duration> validity = Optional.ofNullable(in.getHeader(SmsConstants.VALIDITY, Duration.class));
            return new Submission(
                    to,
                    segmentation,
                    options.protocolIdentifier(),
                    validity.map(ValidityPeriod::of),
                    in.getHeader(SmsConstants.REPORT_REQUESTED, false, Boolean.class));
        } catch (TooManyPartsException e) {
            throw rejected("too-many-parts", e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw rejected("bad-message", e.getMessage(), e);
        } catch (TypeConversionException e) {
            throw rejected("bad-message", "a header of the message has a value that it cannot have", e);
        }
    }

    private static Address recipient(Message in) throws SendFailedException {
        String number = Numbers.withPlus(in.getHeader(SmsConstants.TO, "", String.class));
        if (number.isEmpty()) {
            throw rejected(
                    "no-number", "the header " + SmsConstants.TO + " with the number to send to is missing", null);
        }
        if (!Numbers.isNumber(number)) {
            throw rejected(
                    "bad-number",
                    "the header " + SmsConstants.TO
                            + " is one number of up to 20 digits, such as +15551234567, and not "
                            + Numbers.masked(number),
                    null);
        }
        try {
            return Address.of(number);
        } catch (IllegalArgumentException e) {
            throw rejected("bad-number", e.getMessage(), e);
        }
    }

    private static MessageContent content(Message in) {
        Object body = in.getBody();
        if (body instanceof byte[] data) {
            return MessageContent.data(data);
        }
        String text = in.getBody(String.class);
        if (text == null) {
            throw new IllegalArgumentException("the body is empty; a message is a String, or a byte[] of 8-bit data");
        }
        return MessageContent.text(text);
    }

    private static ContentOptions options(Message in) {
        ContentOptions options = ContentOptions.NONE;
        String udh = in.getHeader(SmsConstants.UDH, "", String.class);
        if (!udh.isEmpty()) {
            byte[] elements = Octets.ofHex(udh).toArray();
            byte[] header = new byte[elements.length + 1];
            header[0] = (byte) elements.length;
            System.arraycopy(elements, 0, header, 1, elements.length);
            options = options.withHeader(UserDataHeader.decode(header));
        }
        Integer dcs = in.getHeader(SmsConstants.DCS, Integer.class);
        Integer messageClass = in.getHeader(SmsConstants.MESSAGE_CLASS, Integer.class);
        Integer pid = in.getHeader(SmsConstants.PID, Integer.class);
        if (messageClass != null) {
            options = options.withMessageClass(messageClass(messageClass));
        } else if (dcs != null) {
            options = options.withDataCodingScheme(new DataCodingScheme(dcs));
        }
        return pid == null ? options : options.withProtocolIdentifier(new ProtocolIdentifier(pid));
    }

    private static MessageClass messageClass(int value) {
        return Stream.of(MessageClass.values())
                .filter(messageClass -> messageClass.value() == value)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a message class is 0 to 3, not " + value));
    }

    private static SegmentationOptions segmentation(Message in) {
        SegmentationOptions options = SegmentationOptions.DEFAULT;
        Integer maxParts = in.getHeader(SmsConstants.MAX_PARTS, Integer.class);
        if (maxParts == null) {
            options = options.withMaxParts(MAX_PARTS, SegmentationOptions.Overflow.REFUSE);
        } else if (maxParts < 1 || maxParts > HARD_LIMIT) {
            throw new IllegalArgumentException(SmsConstants.MAX_PARTS + " is 1 to " + HARD_LIMIT + ", not " + maxParts);
        } else {
            options = options.withMaxParts(maxParts, SegmentationOptions.Overflow.CUT);
        }
        String encoding = in.getHeader(SmsConstants.ENCODING, "", String.class);
        if (encoding.isEmpty() || in.getBody() instanceof byte[]) {
            return options;
        }
        return switch (encoding.toUpperCase(Locale.ROOT)) {
            case "GSM7" -> options.withAlphabet(Alphabet.GSM7);
            case "UCS2" -> options.withAlphabet(Alphabet.UCS2);
            default ->
                throw new IllegalArgumentException(
                        SmsConstants.ENCODING + " of a text is GSM7 or UCS2, not " + encoding);
        };
    }

    private static SendFailedException rejected(String code, String text, Throwable cause) {
        return new SendFailedException(FailureKind.REJECTED, code, text, cause);
    }

    /** Number of parts. */
    int total() {
        return segmentation.parts();
    }

    /** The parts that the network has not accepted yet, in ascending order. */
    List<OutgoingPart> outstanding(PartLedger.Plan plan) {
        List<OutgoingPart> parts = new ArrayList<>(total());
        List<UserData> userData = segmentation.userData(plan.concatReference());
        for (int i = 0; i < userData.size(); i++) {
            if (!plan.accepted().containsKey(i + 1)) {
                Pdu pdu = Pdu.of(submit(userData.get(i)));
                parts.add(new OutgoingPart(i + 1, new PduPayload(pdu.hex()), pdu.tpduLength()));
            }
        }
        return parts;
    }

    private SmsSubmit submit(UserData userData) {
        SmsSubmit submit = SmsSubmit.of(to, segmentation.dcs(), userData);
        submit = protocolIdentifier.map(submit::withProtocolIdentifier).orElse(submit);
        submit = validityPeriod.map(submit::withValidityPeriod).orElse(submit);
        return reportRequested ? submit.requestingStatusReport() : submit;
    }
}
