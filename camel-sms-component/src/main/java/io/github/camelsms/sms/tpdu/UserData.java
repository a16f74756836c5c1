package io.github.camelsms.sms.tpdu;

import io.github.camelsms.sms.gsm7.Gsm7Alphabet;
import io.github.camelsms.sms.gsm7.SeptetPacking;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * TP-UD, the user data (3GPP TS 23.040, 9.2.3.24), and TP-UDL, its length (9.2.3.16).
 *
 * @param header in front of the payload
 * @param payload for {@link Alphabet#GSM7} the septets, unpacked, one per octet; else the octets as transmitted
 */
public record UserData(Optional<UserDataHeader> header, Alphabet alphabet, Octets payload) {

    /** Most octets of user data, header included, in a SUBMIT or DELIVER; the other TPDUs have their own limits. */
    public static final int MAX_OCTETS = 140;

    private static final int MAX_LENGTH = 0xFF;
    private static final String LENGTH_FIELD = "userData.length";

    public UserData {
        if (alphabet == Alphabet.GSM7 && !SeptetPacking.areSeptets(payload.array())) {
            throw new IllegalArgumentException("a septet is 0 to 127, and one of these is not");
        }
        int length = length(header, alphabet, payload);
        if (length > MAX_LENGTH) {
            throw new IllegalArgumentException("user data has a length of at most " + MAX_LENGTH + ", not " + length);
        }
    }

    /** Text in the GSM 7 bit default alphabet or as UCS-2, without a header. */
    public static UserData text(Alphabet alphabet, String text) {
        return switch (alphabet) {
            case GSM7 -> text(Gsm7Alphabet.DEFAULT, text);
            case UCS2 ->
                new UserData(Optional.empty(), alphabet, Octets.wrap(text.getBytes(StandardCharsets.UTF_16BE)));
            case OCTETS -> throw new IllegalArgumentException("text needs an alphabet; 8 bit data has none");
        };
    }

    /**
     * Text in a GSM 7 bit alphabet, without a header; a header has to name the tables if they are not the default ones.
     *
     * @throws IllegalArgumentException when the alphabet does not have a character
     */
    public static UserData text(Gsm7Alphabet alphabet, String text) {
        return new UserData(Optional.empty(), Alphabet.GSM7, Octets.wrap(alphabet.encode(text)));
    }

    /** 8 bit data without a header. */
    public static UserData octets(byte... octets) {
        return new UserData(Optional.empty(), Alphabet.OCTETS, Octets.of(octets));
    }

    /** GSM 7 bit text as septets, one per octet, without a header. */
    public static UserData septets(byte... septets) {
        return new UserData(Optional.empty(), Alphabet.GSM7, Octets.of(septets));
    }

    /** The same payload behind a header. */
    public UserData withHeader(UserDataHeader newHeader) {
        return new UserData(Optional.of(newHeader), alphabet, payload);
    }

    /**
     * The text; empty for 8 bit data. Of UCS-2 an odd last octet is left out. A part of a longer message may begin or end
     * inside a character: parts are joined before they are read.
     */
    public Optional<String> text() {
        return switch (alphabet) {
            case GSM7 -> Optional.of(gsm7Alphabet().decode(payload.array()));
            case UCS2 -> Optional.of(new String(payload.array(), 0, payload.length() & ~1, StandardCharsets.UTF_16BE));
            case OCTETS -> Optional.empty();
        };
    }

    /** The GSM 7 bit alphabet that the header names, else the default one. */
    public Gsm7Alphabet gsm7Alphabet() {
        return header.isPresent() ? header.get().gsm7Alphabet() : Gsm7Alphabet.DEFAULT;
    }

    /** Which part of a concatenated message this is. */
    public Optional<Concatenation> concatenation() {
        return header.isPresent() ? header.get().concatenation() : Optional.empty();
    }

    /** TP-UDL: septets, those that the header takes included, or octets. */
    public int length() {
        return length(header, alphabet, payload);
    }

    /** Octets of the field, without TP-UDL. */
    public int octetLength() {
        int headerOctets = headerOctets(header);
        return headerOctets
                + (alphabet == Alphabet.GSM7
                        ? SeptetPacking.octets(payload.length(), SeptetPacking.fillBits(headerOctets))
                        : payload.length());
    }

    /** Bits between the header and the first septet, 0 to 6; 0 for the other alphabets. */
    public int fillBits() {
        return alphabet == Alphabet.GSM7 ? SeptetPacking.fillBits(headerOctets(header)) : 0;
    }

    static UserData decode(OctetReader in, FirstOctet firstOctet, DataCodingScheme dcs, int maxOctets) {
        Alphabet alphabet = dcs.userDataAlphabet();
        int at = in.position();
        int length = in.octet(LENGTH_FIELD);
        int octets = alphabet == Alphabet.GSM7 ? SeptetPacking.octets(length, 0) : length;
        if (octets > in.remaining()) {
            throw in.fail(
                    LENGTH_FIELD,
                    at,
                    length + (alphabet == Alphabet.GSM7 ? " septets" : " octets") + " need " + octets
                            + " octets, but there are only " + in.remaining());
        }
        if (octets > maxOctets) {
            throw in.fail(LENGTH_FIELD, at, "at most " + maxOctets + " octets, not " + octets);
        }
        OctetReader inner = in.within(octets);
        Optional<UserDataHeader> header = firstOctet.userDataHeader()
                ? Optional.of(UserDataHeader.decode(inner, "userData.header"))
                : Optional.empty();
        Octets payload;
        if (alphabet == Alphabet.GSM7) {
            int headerOctets = headerOctets(header);
            int septets = Math.max(0, length - headerSeptets(headerOctets));
            payload = Octets.wrap(SeptetPacking.unpack(
                    inner.source(), inner.position(), SeptetPacking.fillBits(headerOctets), septets));
        } else {
            payload = inner.octets(inner.remaining(), "userData");
        }
        return new UserData(header, alphabet, payload);
    }

    void encode(OctetWriter out) {
        out.octet(length());
        if (header.isPresent()) {
            header.get().encode(out);
        }
        if (alphabet == Alphabet.GSM7) {
            int fillBits = fillBits();
            byte[] target = out.room(SeptetPacking.octets(payload.length(), fillBits));
            out.filledTo(SeptetPacking.pack(payload.array(), fillBits, target, out.length()));
        } else {
            out.octets(payload);
        }
    }

    /** Fails when this does not fit into so many octets, as the type of TPDU allows. */
    void requireAtMost(int octets) {
        if (octetLength() > octets) {
            throw new IllegalArgumentException(
                    "user data has at most " + octets + " octets here, not " + octetLength() + "; split the message");
        }
    }

    void requireAlphabetOf(DataCodingScheme dcs) {
        if (alphabet != dcs.userDataAlphabet()) {
            throw new IllegalArgumentException("the user data is " + alphabet + ", the data coding scheme "
                    + String.format("%02X", dcs.octet()) + " says " + dcs.userDataAlphabet());
        }
    }

    private static int length(Optional<UserDataHeader> header, Alphabet alphabet, Octets payload) {
        int headerOctets = headerOctets(header);
        return payload.length() + (alphabet == Alphabet.GSM7 ? headerSeptets(headerOctets) : headerOctets);
    }

    private static int headerOctets(Optional<UserDataHeader> header) {
        return header.isPresent() ? header.get().octetLength() : 0;
    }

    /** Septets that a header and its fill bits take. */
    private static int headerSeptets(int headerOctets) {
        return (headerOctets * 8 + 6) / 7;
    }
}
