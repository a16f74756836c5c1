package io.github.camelsms.modem.camel;

import io.github.camelsms.modem.at.PduPayload;
import io.github.camelsms.modem.session.OutgoingPart;
import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.camel.ContentHeaders;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.camel.SubmitHeaders;
import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.message.Segmentation;
import io.github.camelsms.sms.message.SegmentationOptions;
import io.github.camelsms.sms.message.TooManyPartsException;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.tpdu.Address;
import io.github.camelsms.sms.tpdu.Pdu;
import io.github.camelsms.sms.tpdu.UserData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Message;
import org.apache.camel.TypeConversionException;

/**
 * A message as an exchange wants it sent: recipient, parts, and what is asked of the network.
 *
 * @param to one number
 */
record Submission(Address to, Segmentation segmentation, SubmitHeaders asked) {

    /** Most parts that are sent unless the exchange asks for another limit. */
    private static final int MAX_PARTS = 12;

    private static final int HARD_LIMIT = 128;

    /**
     * Reads an exchange.
     *
     * @throws SendFailedException of kind REJECTED when it cannot be sent, naming what is wrong with it
     */
    static Submission of(Message in) throws SendFailedException {
        try {
            PhoneNumber to = recipient(in);
            return new Submission(
                    Address.of(to.value()),
                    Segmentation.of(ContentHeaders.content(in), limited(ContentHeaders.segmentation(in), in)),
                    SubmitHeaders.of(in));
        } catch (SmsRejectedException e) {
            throw rejected(e.code().word().replace('_', '-'), e.getMessage(), e);
        } catch (TooManyPartsException e) {
            throw rejected("too-many-parts", e.getMessage(), e);
        } catch (TypeConversionException e) {
            throw rejected("bad-param", "a header of the message has a value that it cannot have", e);
        } catch (IllegalArgumentException e) {
            throw rejected("bad-message", e.getMessage(), e);
        }
    }

    private static PhoneNumber recipient(Message in) throws SendFailedException {
        String written = value(in, SmsConstants.TO, String.class).orElse("");
        try {
            return PhoneNumber.parse(written);
        } catch (IllegalArgumentException e) {
            throw rejected("bad-number", "the header " + SmsConstants.TO + " is one number: " + e.getMessage(), e);
        }
    }

    private static <T> Optional<T> value(Message in, String header, Class<T> type) {
        return Optional.ofNullable(in.getHeader(header, type));
    }

    /** Cut where the exchange asks for it, refused otherwise. */
    private static SegmentationOptions limited(SegmentationOptions options, Message in) {
        Optional<Integer> maxParts = value(in, SmsConstants.MAX_PARTS, Integer.class);
        maxParts.filter(parts -> parts < 1 || parts > HARD_LIMIT).ifPresent(parts -> {
            throw new IllegalArgumentException(SmsConstants.MAX_PARTS + " is 1 to " + HARD_LIMIT + ", not " + parts);
        });
        return maxParts.map(parts -> options.withMaxParts(parts, SegmentationOptions.Overflow.CUT))
                .orElse(options.withMaxParts(MAX_PARTS, SegmentationOptions.Overflow.REFUSE));
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
                Pdu pdu = Pdu.of(asked.submit(to, segmentation, userData.get(i)));
                parts.add(new OutgoingPart(i + 1, new PduPayload(pdu.hex()), pdu.tpduLength()));
            }
        }
        return parts;
    }
}
