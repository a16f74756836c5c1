package io.github.camelsms.sms.tpdu;

import java.util.Optional;

/**
 * TP-DCS, the data coding scheme (3GPP TS 23.038, 4). Every octet has a meaning: what is reserved counts as the GSM 7 bit
 * default alphabet, as the standard wants it of a receiver.
 *
 * @param octet 0 to 255
 */
public record DataCodingScheme(int octet) {

    /** GSM 7 bit default alphabet, no class. */
    public static final DataCodingScheme GSM7 = new DataCodingScheme(0x00);

    /** 8 bit data, no class. */
    public static final DataCodingScheme OCTETS = new DataCodingScheme(0x04);

    /** UCS-2, no class. */
    public static final DataCodingScheme UCS2 = new DataCodingScheme(0x08);

    private static final int AUTOMATIC_DELETION = 0x40;
    private static final int COMPRESSED = 0x20;
    private static final int CLASS_GIVEN = 0x10;

    /** Coding groups, bits 7 to 4. */
    private static final int WAITING_DISCARD = 0xC;

    private static final int WAITING_STORE_UCS2 = 0xE;
    private static final int CODING_AND_CLASS = 0xF;

    public DataCodingScheme {
        Range.requireOctet("data coding scheme", octet);
    }

    /** The scheme of an alphabet, without a class. */
    public static DataCodingScheme of(Alphabet alphabet) {
        return switch (alphabet) {
            case GSM7 -> GSM7;
            case OCTETS -> OCTETS;
            case UCS2 -> UCS2;
        };
    }

    /** The scheme of an alphabet and a class, in the general data coding group. */
    public static DataCodingScheme of(Alphabet alphabet, MessageClass messageClass) {
        return new DataCodingScheme(of(alphabet).octet | CLASS_GIVEN | messageClass.value());
    }

    /** The alphabet that the scheme names; of a compressed text, that of the text before compression. */
    public Alphabet alphabet() {
        if (isGeneral()) {
            return switch (octet >> 2 & 3) {
                case 1 -> Alphabet.OCTETS;
                case 2 -> Alphabet.UCS2;
                default -> Alphabet.GSM7;
            };
        }
        return switch (octet >> 4) {
            case WAITING_STORE_UCS2 -> Alphabet.UCS2;
            case CODING_AND_CLASS -> (octet & 4) == 0 ? Alphabet.GSM7 : Alphabet.OCTETS;
            default -> Alphabet.GSM7;
        };
    }

    /** How the octets of the user data are to be taken: as {@link #alphabet()}, or as opaque octets when compressed. */
    public Alphabet userDataAlphabet() {
        return compressed() ? Alphabet.OCTETS : alphabet();
    }

    /** The class, where the scheme gives one. */
    public Optional<MessageClass> messageClass() {
        boolean given = isGeneral() ? (octet & CLASS_GIVEN) != 0 : octet >> 4 == CODING_AND_CLASS;
        return given ? Optional.of(MessageClass.ofLowBits(octet)) : Optional.empty();
    }

    /** Whether the text is compressed (3GPP TS 23.042); it is kept as opaque octets. */
    public boolean compressed() {
        return isGeneral() && (octet & COMPRESSED) != 0;
    }

    /** Whether the message is marked for automatic deletion after it has been read (group 01xx). */
    public boolean automaticDeletion() {
        return isGeneral() && (octet & AUTOMATIC_DELETION) != 0;
    }

    /** The message waiting indication (groups 1100, 1101 and 1110). */
    public Optional<MessageWaiting> messageWaiting() {
        int group = octet >> 4;
        if (group < WAITING_DISCARD || group > WAITING_STORE_UCS2) {
            return Optional.empty();
        }
        return Optional.of(new MessageWaiting(
                MessageWaiting.Kind.ofLowBits(octet),
                (octet & 8) != 0 ? MessageWaiting.Indication.ACTIVE : MessageWaiting.Indication.INACTIVE,
                group == WAITING_DISCARD ? MessageWaiting.Storage.DISCARD : MessageWaiting.Storage.STORE));
    }

    /** Whether the coding is reserved: groups 1000 to 1011, and alphabet 11 of the general groups. */
    public boolean reserved() {
        return isGeneral() ? (octet >> 2 & 3) == 3 : octet >> 4 < WAITING_DISCARD;
    }

    /** Groups 00xx and 01xx, general data coding. */
    private boolean isGeneral() {
        return octet < 0x80;
    }
}
