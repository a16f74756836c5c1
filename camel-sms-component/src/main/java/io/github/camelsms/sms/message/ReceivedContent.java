package io.github.camelsms.sms.message;

import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.Concatenation;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.UserData;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a received message says: a text, or 8 bit data (also a compressed text, as it came).
 *
 * @param text of {@link Alphabet#GSM7} and {@link Alphabet#UCS2}
 * @param data of {@link Alphabet#OCTETS}
 */
public record ReceivedContent(Alphabet alphabet, Optional<String> text, Optional<Octets> data) {

    /**
     * Joins the parts of one message, or reads a single one. Septets and octets are joined before they are read, because
     * senders split inside escaped characters and surrogate pairs. Where a part is missing, what surrounds it is read
     * apart.
     *
     * @param partsInOrder at least one, all in the same alphabet
     */
    public static ReceivedContent join(List<SmsDeliver> partsInOrder) {
        Alphabet alphabet = partsInOrder.get(0).userData().alphabet();
        for (SmsDeliver part : partsInOrder) {
            if (part.userData().alphabet() != alphabet) {
                throw new IllegalArgumentException("the parts are in different alphabets, " + alphabet + " and "
                        + part.userData().alphabet());
            }
        }
        if (alphabet == Alphabet.OCTETS) {
            return new ReceivedContent(alphabet, Optional.empty(), Optional.of(payload(partsInOrder)));
        }
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int to = 1; to <= partsInOrder.size(); to++) {
            if (to == partsInOrder.size() || !follows(partsInOrder.get(to - 1), partsInOrder.get(to))) {
                text.append(text(partsInOrder.subList(from, to)));
                from = to;
            }
        }
        return new ReceivedContent(alphabet, Optional.of(text.toString()), Optional.empty());
    }

    /** Whether two parts can be read as one: neighbours, in the same national language. */
    private static boolean follows(SmsDeliver part, SmsDeliver next) {
        int expected = sequence(part) + 1;
        return sequence(next) == expected
                && part.userData().gsm7Alphabet() == next.userData().gsm7Alphabet();
    }

    private static int sequence(SmsDeliver part) {
        return part.userData().concatenation().map(Concatenation::sequence).orElse(0);
    }

    private static String text(List<SmsDeliver> run) {
        byte[] payload = payload(run).toArray();
        UserData first = run.get(0).userData();
        return first.alphabet() == Alphabet.GSM7
                ? first.gsm7Alphabet().decode(payload)
                : new String(payload, 0, payload.length & ~1, StandardCharsets.UTF_16BE);
    }

    private static Octets payload(List<SmsDeliver> run) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (SmsDeliver part : run) {
            joined.writeBytes(part.userData().payload().toArray());
        }
        return Octets.of(joined.toByteArray());
    }
}
