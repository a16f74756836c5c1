package io.github.camelsms.sms.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.camelsms.sms.fields.Framing;
import io.github.camelsms.sms.fields.PduFields;
import io.github.camelsms.sms.gsm7.Gsm7Alphabet;
import io.github.camelsms.sms.gsm7.NationalLanguage;
import io.github.camelsms.sms.gsm7.SeptetPacking;
import io.github.camelsms.sms.message.MessageContent;
import io.github.camelsms.sms.message.Reassembly;
import io.github.camelsms.sms.message.Segmentation;
import io.github.camelsms.sms.message.SegmentationOptions;
import io.github.camelsms.sms.tpdu.Direction;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.Pdu;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.Tpdu;
import io.github.camelsms.sms.tpdu.TpduException;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Any octets give a value or an explained failure. In a build the seeds under {@code CodecFuzzTestInputs} run as tests;
 * with {@code JAZZER_FUZZ=1} one of these looks for more.
 */
class CodecFuzzTest {

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @FuzzTest
    void pdu(byte[] input) {
        for (Direction direction : Direction.values()) {
            try {
                Tpdu tpdu = Tpdu.decode(input, direction);
                require(Tpdu.decode(tpdu.encode(), direction).equals(tpdu), "not the same when read again");
                String hex = Octets.of(input).hex();
                Map<String, Object> fields = new HashMap<>(PduFields.decode(hex, direction, Framing.TPDU_ALONE));
                // the records do without what a sender left in the spare bits
                fields.remove("spare");
                String again = PduFields.encode(fields, Framing.SERVICE_CENTRE, CLOCK);
                require(again.equals(Octets.of(tpdu.encode()).hex()), "the fields say less");
            } catch (TpduException e) {
                require(e.octet() >= 0 && e.octet() <= input.length, "an octet that there is not");
            }
        }
    }

    @FuzzTest
    void serviceCentre(byte[] input) {
        try {
            Pdu pdu = Pdu.parse(Octets.of(input).hex());
            require(Pdu.parse(pdu.hex()).equals(pdu), "not the same when read again");
        } catch (TpduException e) {
            require(e.octet() >= 0, "an octet that there is not");
        }
    }

    @FuzzTest
    void userDataHeader(byte[] input) {
        try {
            UserDataHeader header = UserDataHeader.decode(input);
            require(Arrays.equals(header.encode().toArray(), input), "another header");
            header.concatenation();
            header.ports();
            header.gsm7Alphabet();
        } catch (TpduException e) {
            require(e.octet() >= 0, "an octet that there is not");
        }
    }

    @FuzzTest
    void gsm7(FuzzedDataProvider data) {
        NationalLanguage locking = data.pickValue(NationalLanguage.values());
        NationalLanguage single = data.pickValue(NationalLanguage.values());
        int fill = data.consumeInt(0, 6);
        Gsm7Alphabet alphabet = Gsm7Alphabet.of(locking, single);
        byte[] packed = data.consumeRemainingAsBytes();
        int count = Math.max(0, (packed.length * 8 - fill) / 7);
        byte[] septets = SeptetPacking.unpack(packed, 0, fill, count);
        String text = alphabet.decode(septets);
        if (alphabet.firstUnencodable(text).isEmpty()) {
            require(alphabet.decode(alphabet.encode(text)).equals(text), "another text");
        }
    }

    @FuzzTest
    void segmentation(FuzzedDataProvider data) {
        SegmentationOptions options = SegmentationOptions.DEFAULT
                .withReferenceBits(data.consumeBoolean() ? 8 : 16)
                .withMaxParts(data.consumeInt(1, 255), SegmentationOptions.Overflow.CUT)
                .withNationalLanguages(
                        data.pickValue(NationalLanguage.values()), data.pickValue(NationalLanguage.values()));
        String text = data.consumeRemainingAsString();
        Segmentation segmentation = Segmentation.of(MessageContent.text(text), options);
        require(text.startsWith(String.join("", segmentation.partTexts())), "another text");
        require(segmentation.parts() <= options.maxParts() && segmentation.remaining() >= 0, "too much");
        segmentation.userData(7).forEach(part -> require(part.octetLength() <= 140, "too long"));
    }

    @FuzzTest
    void reassembly(FuzzedDataProvider data) {
        Reassembly reassembly = new Reassembly(Duration.ofHours(1));
        Instant now = Instant.EPOCH;
        while (data.remainingBytes() > 0) {
            now = now.plusSeconds(data.consumeInt(0, 3600));
            try {
                SmsDeliver deliver = SmsDeliver.decode(data.consumeBytes(data.consumeInt(0, 180)));
                reassembly.offer(deliver, now).forEach(Reassembly.Result::content);
            } catch (TpduException e) {
                require(e.octet() >= 0, "an octet that there is not");
            }
        }
        reassembly.rest().forEach(Reassembly.Result::content);
        require(reassembly.rest().isEmpty(), "something is left");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
