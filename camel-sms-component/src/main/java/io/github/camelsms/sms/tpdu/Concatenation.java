package io.github.camelsms.sms.tpdu;

import java.util.Optional;

/**
 * Which part of a concatenated message this is (3GPP TS 23.040, 9.2.3.24.1 and 9.2.3.24.8).
 *
 * @param referenceBits 8 or 16; references of different widths are different name spaces
 * @param reference the same in all parts of a message
 * @param total number of parts, 1 to 255
 * @param sequence index of this part, 1 to {@code total}
 */
public record Concatenation(int referenceBits, int reference, int total, int sequence) {

    /** Most parts that a message can have. */
    public static final int MAX_PARTS = 255;

    public Concatenation {
        if (referenceBits != 8 && referenceBits != 16) {
            throw new IllegalArgumentException("a concatenation reference has 8 or 16 bits, not " + referenceBits);
        }
        Range.require("concatenation reference", reference, 0, (1 << referenceBits) - 1);
        Range.require("number of parts", total, 1, MAX_PARTS);
        Range.require("part index", sequence, 1, total);
    }

    public InformationElement toElement() {
        return referenceBits == 8
                ? new InformationElement(
                        InformationElement.CONCATENATION_8, Octets.of((byte) reference, (byte) total, (byte) sequence))
                : new InformationElement(
                        InformationElement.CONCATENATION_16,
                        Octets.of((byte) (reference >> 8), (byte) reference, (byte) total, (byte) sequence));
    }

    /**
     * What an element says. Empty for any other element, and for one that a receiver shall ignore: wrong length, total
     * or index zero, index above the total.
     */
    public static Optional<Concatenation> of(InformationElement element) {
        Octets data = element.data();
        int referenceOctets;
        if (element.identifier() == InformationElement.CONCATENATION_8 && data.length() == 3) {
            referenceOctets = 1;
        } else if (element.identifier() == InformationElement.CONCATENATION_16 && data.length() == 4) {
            referenceOctets = 2;
        } else {
            return Optional.empty();
        }
        int reference = referenceOctets == 1 ? data.at(0) : data.at(0) << 8 | data.at(1);
        int total = data.at(referenceOctets);
        int sequence = data.at(referenceOctets + 1);
        return sequence == 0 || sequence > total
                ? Optional.empty()
                : Optional.of(new Concatenation(8 * referenceOctets, reference, total, sequence));
    }
}
