package io.github.camelsms.sms.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.gsm7.NationalLanguage;
import io.github.camelsms.sms.tpdu.Address;
import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.DataCodingScheme;
import io.github.camelsms.sms.tpdu.Generated;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.ServiceCentreTimeStamp;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.SmsSubmit;
import io.github.camelsms.sms.tpdu.UserData;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is sent arrives: split, encoded, decoded, received in any order, joined. */
class RoundTripTest {

    private static final String[] ALPHABETS = {
        "abcdefghijklmnopqrstuvwxyz @",
        "abc @\u20AC[]{}^~\\|",
        "\u0430\u0431\u0432\u0433 ab",
        "a\uD83D\uDE01\uD83D\uDC4D\uD83C\uDFFD\u200D\u0301\uFE0F",
    };

    private final Random random = new Random(20_261_121L);
    private final Generated generated = new Generated(20_261_121L);

    @Test
    void textArrivesAsSent() {
        for (int i = 0; i < 3_000; i++) {
            String text = wellFormed(generated.text(ALPHABETS[i % ALPHABETS.length], generated.upTo(900)));
            SegmentationOptions options = SegmentationOptions.DEFAULT.withReferenceBits(i % 2 == 0 ? 8 : 16);

            Segmentation segmentation = Segmentation.of(MessageContent.text(text), options);

            assertThat(String.join("", segmentation.partTexts())).isEqualTo(text);
            assertThat(received(segmentation).text()).contains(text);
        }
    }

    @Test
    void dataArrivesAsSent() {
        for (int length = 0; length < 600; length++) {
            byte[] data = generated.array(length);

            Segmentation segmentation = Segmentation.of(MessageContent.data(data), SegmentationOptions.DEFAULT);

            assertThat(received(segmentation).data()).contains(Octets.of(data));
        }
    }

    @Test
    void textInEveryNationalLanguageArrivesAsSent() {
        for (NationalLanguage locking : NationalLanguage.values()) {
            for (NationalLanguage singleShift : NationalLanguage.values()) {
                String characters = characters(locking, singleShift);
                String text = generated.text(characters, 400);
                SegmentationOptions options = SegmentationOptions.DEFAULT.withNationalLanguages(locking, singleShift);

                Segmentation segmentation = Segmentation.of(MessageContent.text(text), options);

                assertThat(segmentation.alphabet()).isEqualTo(Alphabet.GSM7);
                assertThat(received(segmentation).text()).contains(text);
            }
        }
    }

    private static String characters(NationalLanguage locking, NationalLanguage singleShift) {
        StringBuilder characters = new StringBuilder();
        var alphabet = io.github.camelsms.sms.gsm7.Gsm7Alphabet.of(locking, singleShift);
        for (int unit = 0; unit <= 0xFFFF; unit++) {
            if (alphabet.septets((char) unit) > 0) {
                characters.append((char) unit);
            }
        }
        return characters.toString();
    }

    /** A random draw of UTF-16 units may hold halves of surrogate pairs, which no text has. */
    private static String wellFormed(String text) {
        return text.codePoints()
                .filter(codePoint -> codePoint < 0xD800 || codePoint > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private ReceivedContent received(Segmentation segmentation) {
        List<SmsDeliver> delivered = new ArrayList<>();
        for (UserData part : segmentation.userData(generated.upTo(0xFFFF))) {
            SmsSubmit submit = SmsSubmit.of(Address.of("+1555"), segmentation.dcs(), part);
            assertThat(submit.encode()).hasSizeLessThanOrEqualTo(140 + 10);
            delivered.add(overTheAir(SmsSubmit.decode(submit.encode())));
        }
        if (delivered.size() == 1) {
            return ReceivedContent.join(delivered);
        }
        Collections.shuffle(delivered, random);
        PartSet set = PartSet.empty(PartKey.of(delivered.get(0)).orElseThrow());
        for (int i = 0; i < delivered.size(); i++) {
            PartSet.Offer offer = set.offer(new Part(delivered.get(i), Instant.EPOCH));
            assertThat(offer.outcome())
                    .isEqualTo(i < delivered.size() - 1 ? PartSet.Outcome.STORED : PartSet.Outcome.COMPLETE);
            set = offer.set();
        }
        return set.content();
    }

    private static SmsDeliver overTheAir(SmsSubmit submit) {
        DataCodingScheme dcs = submit.dataCodingScheme();
        OffsetDateTime now = OffsetDateTime.parse("2026-11-21T12:00:00+01:00");
        SmsDeliver deliver = SmsDeliver.of(Address.of("+1777"), dcs, ServiceCentreTimeStamp.of(now), submit.userData());
        return SmsDeliver.decode(deliver.encode());
    }
}
