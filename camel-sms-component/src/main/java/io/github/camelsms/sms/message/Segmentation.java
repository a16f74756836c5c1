package io.github.camelsms.sms.message;

import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.Concatenation;
import io.github.camelsms.sms.tpdu.DataCodingScheme;
import io.github.camelsms.sms.tpdu.InformationElement;
import io.github.camelsms.sms.tpdu.UserData;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A message split into the parts that carry it (3GPP TS 23.040, 9.2.3.24.1), and the preview of what it costs.
 *
 * <p>A <em>unit</em> is what the limit of a part counts: septets of GSM 7 bit text, UTF-16 units of UCS-2, octets of
 * data. Splitting takes time proportional to the length, whatever the text.
 */
public final class Segmentation {

    private final Encoding encoding;
    private final Borders borders;
    private final int referenceBits;
    private final DataCodingScheme dcs;

    private Segmentation(Encoding encoding, Borders borders, int referenceBits, DataCodingScheme dcs) {
        this.encoding = encoding;
        this.borders = borders;
        this.referenceBits = referenceBits;
        this.dcs = dcs;
    }

    /**
     * Splits a message.
     *
     * @throws TooManyPartsException when it needs more parts than the options allow and must not be cut
     * @throws IllegalArgumentException when the options contradict the content, or leave no room for it
     */
    public static Segmentation of(MessageContent content, SegmentationOptions options) {
        Encoding encoding = Encoding.choose(content, options);
        Borders borders = encoding.borders(options.referenceBits());
        // A sender who gives a concatenation element has split the message already.
        int maxParts = encoding.isPartAlready() ? 1 : options.maxParts();
        if (borders.count() > maxParts) {
            if (options.overflow() == SegmentationOptions.Overflow.REFUSE) {
                throw new TooManyPartsException(borders.count(), maxParts);
            }
            borders = maxParts == 1 ? encoding.firstPartAlone() : borders.first(maxParts);
        }
        DataCodingScheme dcs = content.options().dataCodingScheme().orElseGet(() -> content.options()
                .messageClass()
                .map(messageClass -> DataCodingScheme.of(encoding.payload().alphabet(), messageClass))
                .orElse(DataCodingScheme.of(encoding.payload().alphabet())));
        return new Segmentation(encoding, borders, options.referenceBits(), dcs);
    }

    /** The alphabet of all parts. */
    public Alphabet alphabet() {
        return encoding.payload().alphabet();
    }

    /** The data coding scheme of all parts. */
    public DataCodingScheme dcs() {
        return dcs;
    }

    /** Number of parts, at least 1. */
    public int parts() {
        return borders.count();
    }

    /** Units of the whole message, headers not counted. */
    public int units() {
        return encoding.payload().units(0, borders.end(parts() - 1));
    }

    /** Units of one part, from 0. */
    public int units(int part) {
        return encoding.payload().units(borders.start(part), borders.end(part));
    }

    /** Units that each part can hold. */
    public int limit() {
        return borders.limit();
    }

    /** Units that the last part still has room for. */
    public int remaining() {
        return limit() - units(parts() - 1);
    }

    /** The first code point that is not in the GSM 7 bit alphabet and so has forced the message into UCS-2. */
    public OptionalInt forcedBy() {
        return encoding.forcedBy();
    }

    /** The text of each part; empty for data. */
    public List<String> partTexts() {
        if (alphabet() == Alphabet.OCTETS) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(parts());
        for (int part = 0; part < parts(); part++) {
            texts.add(encoding.payload().text(borders.start(part), borders.end(part)));
        }
        return texts;
    }

    /**
     * The user data of each part, in order.
     *
     * @param reference the same for all parts and for every attempt to send them; of a longer one the low bits count
     */
    public List<UserData> userData(int reference) {
        List<UserData> parts = new ArrayList<>(parts());
        for (int part = 0; part < parts(); part++) {
            UserData bare = encoding.payload().userData(borders.start(part), borders.end(part));
            List<InformationElement> elements = elements(reference, part);
            parts.add(elements.isEmpty() ? bare : bare.withHeader(new UserDataHeader(elements)));
        }
        return parts;
    }

    private List<InformationElement> elements(int reference, int part) {
        if (parts() == 1) {
            return encoding.elements();
        }
        List<InformationElement> elements =
                new ArrayList<>(1 + encoding.elements().size());
        int lowBits = reference & ((1 << referenceBits) - 1);
        elements.add(new Concatenation(referenceBits, lowBits, parts(), part + 1).toElement());
        elements.addAll(encoding.elements());
        return elements;
    }
}
