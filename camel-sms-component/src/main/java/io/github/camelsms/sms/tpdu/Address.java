package io.github.camelsms.sms.tpdu;

import io.github.camelsms.sms.gsm7.Gsm7Alphabet;
import io.github.camelsms.sms.gsm7.SeptetPacking;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An address field (3GPP TS 23.040, 9.1.2.5): originator, destination, recipient, or the service centre.
 *
 * @param typeOfNumber {@link TypeOfNumber#ALPHANUMERIC} for a text
 * @param value at most 20 digits of {@code 0-9*#abc} without a plus, or a text of at most 11 septets of the GSM 7 bit
 *     default alphabet
 */
public record Address(TypeOfNumber typeOfNumber, NumberingPlan numberingPlan, String value) {

    /** Semi-octets that an address can hold. */
    public static final int MAX_SEMI_OCTETS = 20;

    private static final int MAX_SEPTETS = MAX_SEMI_OCTETS * 4 / 7;

    private static final byte[] DIGITS = "0123456789*#abc".getBytes(StandardCharsets.US_ASCII);
    private static final int FILLER = 15;

    /** Semi-octet of a character, or {@link #NO_DIGIT}. */
    private static final byte[] SEMI_OCTETS = new byte[128];

    private static final byte NO_DIGIT = -1;

    static {
        Arrays.fill(SEMI_OCTETS, NO_DIGIT);
        for (byte semiOctet = 0; semiOctet < DIGITS.length; semiOctet++) {
            SEMI_OCTETS[DIGITS[semiOctet]] = semiOctet;
        }
    }

    private static final int EXTENSION = 0x80;

    /** Longest service centre address in octets, with the type of address (3GPP TS 24.011, 8.2.5). */
    private static final int MAX_SERVICE_CENTRE_OCTETS = 11;

    public Address {
        if (typeOfNumber == TypeOfNumber.ALPHANUMERIC) {
            requireText(value);
        } else {
            requireDigits(value);
        }
    }

    /**
     * An address as people write it: {@code +1555} is international, {@code 1555} and {@code *100#} are of unknown type,
     * all three in the ISDN numbering plan; any other text is alphanumeric.
     *
     * @throws IllegalArgumentException when it is empty, too long, or a text outside the default alphabet
     */
    public static Address of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the address is empty: write a number such as +15551234567, or a name");
        }
        if (isDialled(text, 0)) {
            return new Address(TypeOfNumber.UNKNOWN, NumberingPlan.ISDN, text);
        }
        if (text.charAt(0) == '+' && text.length() > 1 && isDialled(text, 1)) {
            return new Address(TypeOfNumber.INTERNATIONAL, NumberingPlan.ISDN, text.substring(1));
        }
        return new Address(TypeOfNumber.ALPHANUMERIC, NumberingPlan.UNKNOWN, text);
    }

    /** As people write it: {@code +1555}, {@code 1555}, {@code Bank}. */
    public String display() {
        return typeOfNumber == TypeOfNumber.INTERNATIONAL ? "+" + value : value;
    }

    /** The type of address octet; its highest bit is always one. */
    public int typeOfAddress() {
        return EXTENSION | typeOfNumber.value() << 4 | numberingPlan.value();
    }

    static Address decode(OctetReader in, String field) {
        int at = in.position();
        int semiOctets = in.octet(field, "length");
        if (semiOctets > MAX_SEMI_OCTETS) {
            throw in.fail(field + ".length", at, "at most " + MAX_SEMI_OCTETS + " semi-octets, not " + semiOctets);
        }
        return decodeValue(in, field, semiOctets);
    }

    void encode(OctetWriter out) {
        if (typeOfNumber == TypeOfNumber.ALPHANUMERIC) {
            int septets = Gsm7Alphabet.DEFAULT.encode(value).length;
            out.octet((septets * 7 + 3) / 4);
        } else {
            out.octet(value.length());
        }
        encodeValue(out);
    }

    /** The service centre address in front of a TPDU: its length counts octets, the type of address included. */
    static Address decodeServiceCentre(OctetReader in, int length) {
        if (length > MAX_SERVICE_CENTRE_OCTETS) {
            throw in.fail("serviceCentre.length", 0, "at most " + MAX_SERVICE_CENTRE_OCTETS + " octets, not " + length);
        }
        return decodeValue(in, "serviceCentre", 2 * (length - 1));
    }

    void encodeServiceCentre(OctetWriter out) {
        OctetWriter field = new OctetWriter();
        encodeValue(field);
        out.octet(field.length()).array(field.toArray());
    }

    private static Address decodeValue(OctetReader in, String field, int semiOctets) {
        int typeOfAddress = in.octet(field, "type");
        TypeOfNumber typeOfNumber = TypeOfNumber.ofTypeOfAddress(typeOfAddress);
        int octets = (semiOctets + 1) / 2;
        if (in.remaining() < octets) {
            throw in.missing(field + ".value", octets);
        }
        String value = typeOfNumber == TypeOfNumber.ALPHANUMERIC
                ? text(in.source(), in.position(), semiOctets)
                : digits(in.source(), in.position(), semiOctets);
        in.skip(octets);
        return new Address(typeOfNumber, NumberingPlan.ofTypeOfAddress(typeOfAddress), value);
    }

    private void encodeValue(OctetWriter out) {
        out.octet(typeOfAddress());
        if (typeOfNumber == TypeOfNumber.ALPHANUMERIC) {
            out.array(SeptetPacking.pack(Gsm7Alphabet.DEFAULT.encode(value), 0));
            return;
        }
        for (int i = 0; i < value.length(); i += 2) {
            int low = semiOctet(value.charAt(i));
            int high = i + 1 < value.length() ? semiOctet(value.charAt(i + 1)) : FILLER;
            out.octet(high << 4 | low);
        }
    }

    private static int semiOctet(char digit) {
        return digit < SEMI_OCTETS.length ? SEMI_OCTETS[digit] : NO_DIGIT;
    }

    private static String digits(byte[] octets, int offset, int semiOctets) {
        byte[] digits = new byte[semiOctets];
        int count = 0;
        for (int i = 0; i < semiOctets; i++) {
            int digit = octets[offset + i / 2] >> (i % 2 == 0 ? 0 : 4) & 15;
            if (digit != FILLER) {
                digits[count++] = DIGITS[digit];
            }
        }
        return new String(digits, 0, count, StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] octets, int offset, int semiOctets) {
        int count = semiOctets * 4 / 7;
        String text = Gsm7Alphabet.DEFAULT.decode(SeptetPacking.unpack(octets, offset, 0, count));
        return endsInFiller(Gsm7Alphabet.DEFAULT.encode(text)) ? text.substring(0, text.length() - 1) : text;
    }

    /** Seven septets fill 49 bits of seven octets: the eighth septet is filler when it is zero, and no commercial at. */
    private static boolean endsInFiller(byte[] septets) {
        return septets.length == 8 && septets[7] == 0;
    }

    private static boolean isDialled(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '*' && c != '#') {
                return false;
            }
        }
        return true;
    }

    private static void requireDigits(String value) {
        if (value.length() > MAX_SEMI_OCTETS) {
            throw new IllegalArgumentException(
                    "an address has at most " + MAX_SEMI_OCTETS + " digits, not " + value.length());
        }
        for (int i = 0; i < value.length(); i++) {
            if (semiOctet(value.charAt(i)) == NO_DIGIT) {
                throw new IllegalArgumentException(
                        "an address has the digits 0123456789*#abc, not '" + value.charAt(i) + "'");
            }
        }
    }

    private static void requireText(String value) {
        byte[] septets;
        try {
            septets = Gsm7Alphabet.DEFAULT.encode(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("an alphanumeric address cannot hold this: " + e.getMessage(), e);
        }
        if (septets.length > MAX_SEPTETS) {
            throw new IllegalArgumentException(
                    "an alphanumeric address has at most " + MAX_SEPTETS + " septets, not " + septets.length);
        }
        if (endsInFiller(septets)) {
            throw new IllegalArgumentException(
                    "an alphanumeric address of eight characters cannot end in @: a receiver takes it for filler");
        }
    }
}
