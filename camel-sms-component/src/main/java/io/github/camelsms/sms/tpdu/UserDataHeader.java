package io.github.camelsms.sms.tpdu;

import io.github.camelsms.sms.gsm7.Gsm7Alphabet;
import io.github.camelsms.sms.gsm7.NationalLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * TP-UDH, the user data header (3GPP TS 23.040, 9.2.3.24). Unknown elements are kept. Of repeated elements, and of
 * elements that exclude each other, the last valid one counts.
 *
 * @param elements in the order of transmission; the header of some senders has none
 */
public record UserDataHeader(List<InformationElement> elements) {

    /** Octets of all elements together that fit into the longest user data, which the length octet of the header opens. */
    public static final int MAX_LENGTH = 0xFF - 1;

    public UserDataHeader {
        elements = List.copyOf(elements);
        int length = length(elements);
        if (length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "the elements of a user data header have at most " + MAX_LENGTH + " octets, not " + length);
        }
    }

    public static UserDataHeader of(InformationElement... elements) {
        return new UserDataHeader(List.of(elements));
    }

    /**
     * Reads a header that begins with its length octet and fills the array.
     *
     * @throws TpduException when the lengths contradict each other
     */
    public static UserDataHeader decode(byte[] octets) {
        OctetReader in = new OctetReader("UserDataHeader", octets);
        UserDataHeader header = decode(in, "header");
        if (in.remaining() > 0) {
            throw in.fail("header", in.position(), in.remaining() + " octets too many behind the header");
        }
        return header;
    }

    /**
     * Reads the elements of a header that stand without its length octet, as gateways and SMPP clients write them.
     *
     * @throws TpduException when the lengths contradict each other
     */
    public static UserDataHeader ofElements(Octets elements) {
        if (elements.length() > MAX_LENGTH) {
            throw new TpduException(
                    "UserDataHeader.header", 0, "at most " + MAX_LENGTH + " octets, not " + elements.length());
        }
        return elements(new OctetReader("UserDataHeader", elements.array()), "header");
    }

    static UserDataHeader decode(OctetReader in, String field) {
        int at = in.position();
        int length = in.octet(field, "length");
        if (length > in.remaining()) {
            throw in.fail(
                    field + ".length", at, length + " octets, but the user data has only " + in.remaining() + " left");
        }
        return elements(in.within(length), field);
    }

    private static UserDataHeader elements(OctetReader in, String field) {
        List<InformationElement> elements = new ArrayList<>(3);
        while (in.remaining() > 0) {
            elements.add(element(in, field, elements.size()));
        }
        return new UserDataHeader(elements);
    }

    private static InformationElement element(OctetReader in, String field, int index) {
        // Built only for an error: the path of a field costs more than reading it.
        if (in.remaining() < InformationElement.OVERHEAD) {
            in.skip(1);
            throw in.missing(field + "[" + index + "].length", 1);
        }
        int identifier = in.octet(field);
        int length = in.octet(field);
        if (length > in.remaining()) {
            throw in.fail(
                    field + "[" + index + "].length",
                    in.position() - 1,
                    length + " octets, but the header has only " + in.remaining() + " left");
        }
        return new InformationElement(identifier, in.octets(length, field));
    }

    /** The header with its length octet in front. */
    public Octets encode() {
        OctetWriter out = new OctetWriter();
        encode(out);
        return Octets.wrap(out.toArray());
    }

    void encode(OctetWriter out) {
        out.octet(length(elements));
        for (InformationElement element : elements) {
            out.octet(element.identifier()).octet(element.data().length()).octets(element.data());
        }
    }

    /** Octets of the header, the length octet included. */
    public int octetLength() {
        return 1 + length(elements);
    }

    /** This header with one more element at the end. */
    public UserDataHeader with(InformationElement element) {
        List<InformationElement> more = new ArrayList<>(elements);
        more.add(element);
        return new UserDataHeader(more);
    }

    /** Part of a concatenated message: the last valid element of either width. */
    public Optional<Concatenation> concatenation() {
        return last(Concatenation::of);
    }

    /** Application ports: the last valid element of either width. */
    public Optional<Ports> ports() {
        return last(Ports::of);
    }

    /** The last element with this identifier. */
    public Optional<InformationElement> element(int identifier) {
        for (int i = elements.size() - 1; i >= 0; i--) {
            if (elements.get(i).identifier() == identifier) {
                return Optional.of(elements.get(i));
            }
        }
        return Optional.empty();
    }

    /** The alphabet of GSM 7 bit text behind this header, which national language elements may name. */
    public Gsm7Alphabet gsm7Alphabet() {
        NationalLanguage locking = language(InformationElement.LOCKING_SHIFT);
        NationalLanguage singleShift = language(InformationElement.SINGLE_SHIFT);
        return Gsm7Alphabet.of(locking, singleShift);
    }

    private NationalLanguage language(int identifier) {
        for (int i = elements.size() - 1; i >= 0; i--) {
            InformationElement element = elements.get(i);
            if (element.identifier() == identifier && element.data().length() == 1) {
                return NationalLanguage.of(element.data().at(0)).orElse(NationalLanguage.DEFAULT);
            }
        }
        return NationalLanguage.DEFAULT;
    }

    private <T> Optional<T> last(Function<InformationElement, Optional<T>> reading) {
        for (int i = elements.size() - 1; i >= 0; i--) {
            Optional<T> read = reading.apply(elements.get(i));
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    private static int length(List<InformationElement> elements) {
        int length = 0;
        for (int i = 0; i < elements.size(); i++) {
            length += elements.get(i).octetLength();
        }
        return length;
    }
}
