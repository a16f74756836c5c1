package io.github.camelsms.sms.message;

import io.github.camelsms.sms.gsm7.NationalLanguage;
import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.Concatenation;
import java.util.Optional;

/**
 * How a message may be split. Begin with {@link #DEFAULT}.
 *
 * @param referenceBits width of the concatenation reference, 8 or 16
 * @param maxParts 1 to 255
 * @param overflow what happens to a message that needs more parts
 * @param alphabet of a text when it is not to be chosen: {@link Alphabet#UCS2} or {@link Alphabet#GSM7}
 * @param locking locking shift table that may be used where the default alphabet does not do
 * @param singleShift single shift table that may be used where the extension table does not do
 * @param transliteration characters that may be replaced so that the GSM 7 bit alphabet does
 */
public record SegmentationOptions(
        int referenceBits,
        int maxParts,
        Overflow overflow,
        Optional<Alphabet> alphabet,
        NationalLanguage locking,
        NationalLanguage singleShift,
        Transliteration transliteration) {

    /** What happens to a message that needs more parts than it may have. */
    public enum Overflow {
        /** The end of the message is cut off. */
        CUT,
        /** {@link TooManyPartsException}. */
        REFUSE
    }

    /** 8-bit references, as many parts as there can be, no national tables, nothing replaced. */
    public static final SegmentationOptions DEFAULT = new SegmentationOptions(
            8,
            Concatenation.MAX_PARTS,
            Overflow.REFUSE,
            Optional.empty(),
            NationalLanguage.DEFAULT,
            NationalLanguage.DEFAULT,
            Transliteration.NONE);

    public SegmentationOptions {
        if (referenceBits != 8 && referenceBits != 16) {
            throw new IllegalArgumentException("a concatenation reference has 8 or 16 bits, not " + referenceBits);
        }
        if (maxParts < 1 || maxParts > Concatenation.MAX_PARTS) {
            throw new IllegalArgumentException(
                    "the number of parts is 1 to " + Concatenation.MAX_PARTS + ", not " + maxParts);
        }
        if (alphabet.isPresent() && alphabet.get() == Alphabet.OCTETS) {
            throw new IllegalArgumentException("a text needs an alphabet; send 8 bit data as data");
        }
    }

    public SegmentationOptions withReferenceBits(int bits) {
        return new SegmentationOptions(bits, maxParts, overflow, alphabet, locking, singleShift, transliteration);
    }

    public SegmentationOptions withMaxParts(int parts, Overflow policy) {
        return new SegmentationOptions(referenceBits, parts, policy, alphabet, locking, singleShift, transliteration);
    }

    public SegmentationOptions withAlphabet(Alphabet wanted) {
        return new SegmentationOptions(
                referenceBits, maxParts, overflow, Optional.of(wanted), locking, singleShift, transliteration);
    }

    public SegmentationOptions withNationalLanguages(NationalLanguage lockingTable, NationalLanguage singleShiftTable) {
        return new SegmentationOptions(
                referenceBits, maxParts, overflow, alphabet, lockingTable, singleShiftTable, transliteration);
    }

    public SegmentationOptions withTransliteration(Transliteration wanted) {
        return new SegmentationOptions(referenceBits, maxParts, overflow, alphabet, locking, singleShift, wanted);
    }
}
