package io.github.camelsms.sms.tpdu;

import java.util.Arrays;

/** Reads the octets of one TPDU from left to right; a read past the end names the field that was expected. */
final class OctetReader {

    private final String name;
    private final byte[] octets;
    private final int end;
    private int position;

    /** @param name of what is read, the first step of every field path */
    OctetReader(String name, byte[] octets) {
        this(name, octets, 0, octets.length);
    }

    private OctetReader(String name, byte[] octets, int position, int end) {
        this.name = name;
        this.octets = octets;
        this.position = position;
        this.end = end;
    }

    /** A reader for the next octets alone; this reader goes on behind them. The caller has seen that they are there. */
    OctetReader within(int length) {
        OctetReader inner = new OctetReader(name, octets, position, position + length);
        position += length;
        return inner;
    }

    int position() {
        return position;
    }

    int remaining() {
        return end - position;
    }

    int octet(String field) {
        if (position >= end) {
            throw missing(field, 1);
        }
        return octets[position++] & 0xFF;
    }

    /** As {@link #octet(String)} for a member of a field; the path is only put together for an error. */
    int octet(String field, String member) {
        if (position >= end) {
            throw missing(field + "." + member, 1);
        }
        return octets[position++] & 0xFF;
    }

    /** The next octet, which is there and stays unread. */
    int peek() {
        return octets[position] & 0xFF;
    }

    Octets octets(int count, String field) {
        return Octets.wrap(array(count, field));
    }

    byte[] array(int count, String field) {
        if (count > end - position) {
            throw missing(field, count);
        }
        byte[] read = Arrays.copyOfRange(octets, position, position + count);
        position += count;
        return read;
    }

    /** The array that is read, to be unpacked in place; not to be changed. */
    byte[] source() {
        return octets;
    }

    void skip(int count) {
        position += count;
    }

    TpduException missing(String field, int needed) {
        return fail(
                field, position, "needs " + needed + (needed == 1 ? " octet, " : " octets, ") + remaining() + " left");
    }

    TpduException fail(String field, int octet, String problem) {
        return new TpduException(name + "." + field, octet, problem);
    }
}
