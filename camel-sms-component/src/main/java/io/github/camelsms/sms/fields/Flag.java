package io.github.camelsms.sms.fields;

import io.github.camelsms.sms.tpdu.FirstOctet;
import java.util.Locale;
import java.util.Map;

/** The flags of a first octet (3GPP TS 23.040, 9.2.3), true for what their names say. */
enum Flag {
    /** More messages to send; its bit is then zero. */
    MMS(0x04),
    /** Reject duplicates. */
    RD(0x04),
    /** Loop prevention. */
    LP(0x08),
    /** Status report indication. */
    SRI(0x20),
    /** Status report request. */
    SRR(0x20),
    /** Status report qualifier: of a command. */
    SRQ(0x20),
    /** User data header indicator. */
    UDHI(0x40),
    /** Reply path. */
    RP(0x80);

    private static final int TYPE = 0x03;
    private static final int RESERVED_TYPE = 3;
    private static final int VALIDITY_FORMAT = 0x18;

    private final int bit;

    Flag(int bit) {
        this.bit = bit;
    }

    static void write(TpduType type, FirstOctet octet, Map<String, Object> out) {
        out.put("fo", octet.octet());
        for (Flag flag : type.flags()) {
            out.put(flag.word(), flag.isSetIn(octet.octet()));
        }
    }

    /** The octet {@code fo}, if there is one, with the flags that are given beside it. */
    static FirstOctet read(TpduType type, Fields in) {
        int octet =
                in.octet("fo").orElseGet(() -> type.indicator() | (type.flags().contains(MMS) ? MMS.bit : 0));
        boolean reservedDeliver = type == TpduType.DELIVER && (octet & TYPE) == RESERVED_TYPE;
        if ((octet & TYPE) != type.indicator() && !reservedDeliver) {
            throw in.fail(
                    "fo", "says message type " + (octet & TYPE) + ", a " + type.word() + " has " + type.indicator());
        }
        for (Flag flag : type.flags()) {
            if (in.has(flag.word())) {
                boolean set = in.flag(flag.word()).orElseThrow() != (flag == MMS);
                octet = set ? octet | flag.bit : octet & ~flag.bit;
            }
        }
        return new FirstOctet(octet);
    }

    /** The octet as the user data wants it. */
    static FirstOctet withHeader(FirstOctet octet, boolean header) {
        return new FirstOctet(header ? octet.octet() | UDHI.bit : octet.octet() & ~UDHI.bit);
    }

    /** The octet as the validity period wants it. */
    static FirstOctet withValidityFormat(FirstOctet octet, int format) {
        return new FirstOctet((octet.octet() & ~VALIDITY_FORMAT) | (format << 3));
    }

    private boolean isSetIn(int octet) {
        return ((octet & bit) != 0) != (this == MMS);
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
