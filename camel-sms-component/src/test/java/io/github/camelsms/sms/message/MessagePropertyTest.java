package io.github.camelsms.sms.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.gsm7.NationalLanguage;
import io.github.camelsms.sms.message.SegmentationOptions.Overflow;
import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.Generated;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.SmsSubmit;
import io.github.camelsms.sms.tpdu.UserData;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever comes, from a sender or from the network, there is an answer. */
class MessagePropertyTest {

    private static final long SEED = 20_261_121L;

    private final Generated generated = new Generated(SEED);

    @Test
    void everyTextWithEveryOptionGivesPartsThatFit() {
        for (int i = 0; i < 20_000; i++) {
            String text = text(generated.upTo(400));
            int maxParts = 1 + generated.upTo(8);
            UserDataHeader header = generated.header();
            MessageContent content = MessageContent.text(text);
            if (i % 2 == 0
                    && header.octetLength() < 100
                    && header.concatenation().isEmpty()) {
                content = content.with(content.options().withHeader(header));
            }

            Segmentation segmentation = Segmentation.of(content, options(maxParts));

            String sent = String.join("", segmentation.partTexts());
            assertThat(segmentation.parts()).isBetween(1, maxParts);
            assertThat(text).startsWith(sent);
            assertThat(segmentation.remaining()).isBetween(0, segmentation.limit());
            if (segmentation.parts() < maxParts) {
                assertThat(sent).isEqualTo(text);
            }
            List<UserData> parts = segmentation.userData(i);
            if (segmentation.alphabet() == Alphabet.GSM7) {
                assertThat(parts).extracting(part -> part.text().orElseThrow()).isEqualTo(segmentation.partTexts());
            }
            for (UserData part : parts) {
                SmsSubmit submit = SmsSubmit.of(generated.address(), segmentation.dcs(), part);
                assertThat(part.octetLength()).isLessThanOrEqualTo(UserData.MAX_OCTETS);
                assertThat(SmsSubmit.decode(submit.encode())).isEqualTo(submit);
            }
        }
    }

    @Test
    void everyDeliverHasContentAndPerhapsAKey() {
        for (int i = 0; i < 50_000; i++) {
            SmsDeliver deliver = generated.deliver();
            ReceivedContent content = ReceivedContent.join(List.of(deliver));
            assertThat(content.text().isPresent()).isNotEqualTo(content.data().isPresent());
            assertThat(content.data().isPresent()).isEqualTo(content.alphabet() == Alphabet.OCTETS);

            Optional<PartKey> key = PartKey.of(deliver);
            if (key.isPresent()) {
                Part part = new Part(deliver, Instant.EPOCH);
                PartSet set = PartSet.empty(key.get()).offer(part).set();
                assertThat(set.missing()).hasSize(key.get().total() - 1);
                assertThat(set.offer(part).outcome()).isEqualTo(PartSet.Outcome.DUPLICATE);
                assertThat(set.content()).isEqualTo(content);
            }
        }
    }

    private SegmentationOptions options(int maxParts) {
        SegmentationOptions options = SegmentationOptions.DEFAULT
                .withMaxParts(maxParts, Overflow.CUT)
                .withReferenceBits(generated.upTo(1) == 0 ? 8 : 16)
                .withNationalLanguages(language(), language());
        return generated.upTo(3) == 0 ? options.withAlphabet(Alphabet.UCS2) : options;
    }

    private NationalLanguage language() {
        return NationalLanguage.of(generated.upTo(26)).orElse(NationalLanguage.DEFAULT);
    }

    /** Any UTF-16 units of a few blocks, halves of surrogate pairs among them, most often only such as GSM 7 bit has. */
    private String text(int length) {
        String blocks = "abc @\u20AC[]~";
        StringBuilder text = new StringBuilder();
        int rare = generated.upTo(3);
        for (int i = 0; i < length; i++) {
            boolean plain = rare == 0 || generated.upTo(20) > rare;
            text.append(plain ? blocks.charAt(generated.upTo(blocks.length() - 1)) : (char) generated.upTo(0xFFFF));
        }
        return text.toString();
    }
}
