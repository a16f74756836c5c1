package io.github.camelsms.sms.message;

import io.github.camelsms.sms.gsm7.Gsm7Alphabet;
import io.github.camelsms.sms.gsm7.SeptetPacking;
import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.Concatenation;
import io.github.camelsms.sms.tpdu.InformationElement;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.UserData;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The alphabet that a content is sent in, and what every part then carries in its header.
 *
 * @param elements of every part, concatenation not among them
 * @param forcedBy code point that has forced a text into UCS-2
 */
record Encoding(Payload payload, List<InformationElement> elements, OptionalInt forcedBy) {

    /** A part must have room for a surrogate pair or an escaped character. */
    private static final int LEAST_UNITS = 2;

    static Encoding choose(MessageContent content, SegmentationOptions options) {
        if (content instanceof MessageContent.Data data) {
            return ofData(data);
        }
        return ofText((MessageContent.Text) content, options);
    }

    /** The parts of the payload: one, if it fits, else as many as it takes beside a concatenation element. */
    Borders borders(int referenceBits) {
        int alone = limit(elements);
        if (payload.units(0, payload.length()) <= alone) {
            return Borders.single(payload.length(), alone);
        }
        List<InformationElement> withConcatenation = new ArrayList<>(elements);
        withConcatenation.add(new Concatenation(referenceBits, 0, 1, 1).toElement());
        return Borders.of(payload, limit(withConcatenation));
    }

    /** What fits into one part without concatenation. */
    Borders firstPartAlone() {
        int alone = limit(elements);
        return Borders.single(payload.end(0, alone), alone);
    }

    /** Whether the given elements say that this is one part of a message that was split before. */
    boolean isPartAlready() {
        return !elements.isEmpty()
                && new UserDataHeader(elements).concatenation().isPresent();
    }

    private static Encoding ofData(MessageContent.Data data) {
        data.options().dataCodingScheme().ifPresent(dcs -> {
            if (dcs.userDataAlphabet() != Alphabet.OCTETS) {
                throw new IllegalArgumentException("the data coding scheme " + dcs.octet() + " is for text in "
                        + dcs.userDataAlphabet() + "; send text, or a scheme for 8 bit data such as 4");
            }
        });
        return new Encoding(new Payload.Data(data.data()), data.options().elements(), OptionalInt.empty());
    }

    private static Encoding ofText(MessageContent.Text content, SegmentationOptions options) {
        Optional<Alphabet> wanted = content.options()
                .dataCodingScheme()
                .map(dcs -> Optional.of(dcs.userDataAlphabet()))
                .orElse(options.alphabet());
        if (wanted.isPresent() && wanted.get() == Alphabet.OCTETS) {
            throw new IllegalArgumentException(
                    "the data coding scheme is for 8 bit or compressed data, not for a text");
        }
        List<InformationElement> elements = content.options().elements();
        if (wanted.isPresent() && wanted.get() == Alphabet.UCS2) {
            return new Encoding(new Payload.Ucs2(content.text()), elements, OptionalInt.empty());
        }
        Gsm7Candidates candidates = Gsm7Candidates.of(elements, options);
        Optional<Encoding> gsm7 = gsm7(content.text(), candidates, options);
        if (gsm7.isEmpty() && options.transliteration() != Transliteration.NONE) {
            gsm7 = gsm7(options.transliteration().apply(content.text()), candidates, options);
        }
        if (gsm7.isPresent()) {
            return gsm7.get();
        }
        int forcedBy = candidates.firstUnencodable(content.text());
        if (wanted.isPresent()) {
            throw new IllegalArgumentException(String.format(
                    "U+%04X is not in the GSM 7 bit alphabet; leave the choice of the alphabet open, or ask for UCS-2",
                    forcedBy));
        }
        return new Encoding(new Payload.Ucs2(content.text()), elements, OptionalInt.of(forcedBy));
    }

    /** The cheapest of the alphabets that have all characters. */
    private static Optional<Encoding> gsm7(String text, Gsm7Candidates candidates, SegmentationOptions options) {
        Encoding best = null;
        for (Gsm7Alphabet alphabet : candidates.alphabets()) {
            Optional<byte[]> septets = alphabet.encodeIfPossible(text);
            if (septets.isPresent()) {
                Encoding next = new Encoding(
                        new Payload.Gsm7(text, alphabet, Octets.of(septets.get())),
                        candidates.elements(alphabet),
                        OptionalInt.empty());
                if (best == null || next.parts(options) < best.parts(options)) {
                    best = next;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private int parts(SegmentationOptions options) {
        return borders(options.referenceBits()).count();
    }

    /** Units that fit beside the elements into the 140 octets of user data. */
    private int limit(List<InformationElement> header) {
        int headerOctets = header.isEmpty() ? 0 : new UserDataHeader(header).octetLength();
        int octets = UserData.MAX_OCTETS - headerOctets;
        int limit =
                switch (payload.alphabet()) {
                    case GSM7 -> SeptetPacking.septets(octets, SeptetPacking.fillBits(headerOctets));
                    case UCS2 -> octets / 2;
                    case OCTETS -> octets;
                };
        if (limit < LEAST_UNITS) {
            throw new IllegalArgumentException(
                    "the user data header takes " + headerOctets + " octets and leaves no room for the message");
        }
        return limit;
    }
}
