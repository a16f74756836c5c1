package io.github.camelsms.sms.gsm7;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Packing of septets into octets (3GPP TS 23.038, 6.1.2.1): the septets follow one another from the lowest bit of the
 * first octet upwards.
 *
 * <p>Text behind a user data header begins at a septet border counted from the first octet of the header, so that up to
 * six <em>fill bits</em> precede it (3GPP TS 23.040, 9.2.3.24). A sender sets fill bits and spare bits to zero, a
 * receiver ignores them.
 *
 * <p>Eight septets are seven octets, so that behind every eighth septet the borders lie as before it. Such a group is
 * moved as one {@code long}, whose lowest octet is the first; what remains is less than one of them.
 */
public final class SeptetPacking {

    private static final int GROUP_SEPTETS = 8;
    private static final int GROUP_OCTETS = 7;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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
        int end = offset + octets(septets.length, fillBits);
        int from = 0;
        int to = offset;
        // Bits of the octet that is not full yet: fillBits of them in front of every group.
        long pending = 0;
        for (; from <= septets.length - GROUP_SEPTETS && to <= end - Long.BYTES; from += GROUP_SEPTETS) {
            long group = pending | squeeze((long) LONG.get(septets, from)) << fillBits;
            LONG.set(target, to, group);
            pending = group >>> (GROUP_OCTETS * 8);
            to += GROUP_OCTETS;
        }
        for (int bits = fillBits; from < septets.length; from++) {
            pending |= (septets[from] & 0x7FL) << bits;
            bits += 7;
        }
        for (; to < end; to++) {
            target[to] = (byte) pending;
            pending >>>= 8;
        }
        return end;
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
        int from = offset;
        int to = 0;
        for (; to <= count - GROUP_SEPTETS && from <= octets.length - Long.BYTES; to += GROUP_SEPTETS) {
            LONG.set(septets, to, spread((long) LONG.get(octets, from) >>> fillBits));
            from += GROUP_OCTETS;
        }
        long rest = 0;
        int restBits = to == count ? 0 : fillBits + (count - to) * 7;
        for (int bits = 0; bits < restBits; bits += 8) {
            rest |= (octets[from++] & 0xFFL) << bits;
        }
        rest >>>= fillBits;
        for (; to < count; to++) {
            septets[to] = (byte) (rest & 0x7F);
            rest >>>= 7;
        }
        return septets;
    }

    /** Whether no octet has its highest bit set. */
    public static boolean areSeptets(byte[] octets) {
        long all = 0;
        int at = 0;
        for (; at + Long.BYTES <= octets.length; at += Long.BYTES) {
            all |= (long) LONG.get(octets, at);
        }
        for (; at < octets.length; at++) {
            all |= octets[at];
        }
        return (all & 0x8080808080808080L) == 0;
    }

    /** Takes the highest bit of each octet out: pairs of septets become 14 bits, pairs of these 28, and these 56. */
    private static long squeeze(long septets) {
        long sevens = septets & 0x7F7F7F7F7F7F7F7FL;
        long fourteens = (sevens & 0x007F007F007F007FL) | ((sevens & 0x7F007F007F007F00L) >>> 1);
        long twentyEights = (fourteens & 0x00003FFF00003FFFL) | ((fourteens & 0x3FFF00003FFF0000L) >>> 2);
        return (twentyEights & 0x000000000FFFFFFFL) | ((twentyEights & 0x0FFFFFFF00000000L) >>> 4);
    }

    /** The way back from {@link #squeeze}; the bits above the lowest 56 do not count. */
    private static long spread(long octets) {
        long twentyEights = (octets & 0x000000000FFFFFFFL) | ((octets & 0x00FFFFFFF0000000L) << 4);
        long fourteens = (twentyEights & 0x00003FFF00003FFFL) | ((twentyEights & 0x0FFFC0000FFFC000L) << 2);
        return (fourteens & 0x007F007F007F007FL) | ((fourteens & 0x3F803F803F803F80L) << 1);
    }
}
