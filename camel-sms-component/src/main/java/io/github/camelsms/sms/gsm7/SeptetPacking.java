package io.github.camelsms.sms.gsm7;

/**
 * Packing of septets into octets (3GPP TS 23.038, 6.1.2.1): the septets follow one another from the lowest bit of the
 * first octet upwards.
 *
 * <p>Text behind a user data header begins at a septet border counted from the first octet of the header, so that up to
 * six <em>fill bits</em> precede it (3GPP TS 23.040, 9.2.3.24). A sender sets fill bits and spare bits to zero, a
 * receiver ignores them.
 */
public final class SeptetPacking {

    private SeptetPacking() {}

    /** Fill bits between a header of so many octets, its length octet included, and the first septet: 0 to 6. */
    public static int fillBits(int headerOctets) {
        return (7 - (headerOctets * 8) % 7) % 7;
    }

    /** Octets that the fill bits and so many septets take. */
    public static int octets(int septets, int fillBits) {
        return (fillBits + septets * 7 + 7) / 8;
    }

    /** Septets that fit into so many octets behind the fill bits. */
    public static int septets(int octets, int fillBits) {
        return Math.max(0, (octets * 8 - fillBits) / 7);
    }

    /**
     * Packs septets behind fill bits.
     *
     * @param septets one per octet; only the lower seven bits count
     * @param fillBits 0 to 7
     */
    public static byte[] pack(byte[] septets, int fillBits) {
        byte[] octets = new byte[octets(septets.length, fillBits)];
        pack(septets, fillBits, octets, 0);
        return octets;
    }

    /** Packs septets behind fill bits into {@code target} from {@code offset} on, and returns the offset behind them. */
    public static int pack(byte[] septets, int fillBits, byte[] target, int offset) {
        int to = offset;
        int bits = fillBits;
        int pending = 0;
        for (byte septet : septets) {
            pending |= (septet & 0x7F) << bits;
            bits += 7;
            if (bits >= 8) {
                target[to++] = (byte) pending;
                pending >>>= 8;
                bits -= 8;
            }
        }
        if (bits > 0) {
            target[to++] = (byte) pending;
        }
        return to;
    }

    /**
     * Unpacks septets.
     *
     * @param octets holds the fill bits from {@code offset} on, then the septets
     * @param fillBits 0 to 7
     * @param count number of septets to read
     * @return the septets, one per octet
     * @throws IndexOutOfBoundsException when {@code octets} holds fewer
     */
    public static byte[] unpack(byte[] octets, int offset, int fillBits, int count) {
        byte[] septets = new byte[count];
        if (count == 0) {
            return septets;
        }
        int from = offset;
        int pending = (octets[from++] & 0xFF) >>> fillBits;
        int bits = 8 - fillBits;
        for (int i = 0; i < count; i++) {
            if (bits < 7) {
                pending |= (octets[from++] & 0xFF) << bits;
                bits += 8;
            }
            septets[i] = (byte) (pending & 0x7F);
            pending >>>= 7;
            bits -= 7;
        }
        return septets;
    }
}
