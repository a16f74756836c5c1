package io.github.camelsms.sms.tpdu;

import java.util.Arrays;

/** Collects the octets of one TPDU. */
final class OctetWriter {

    /** A SUBMIT with a long address, absolute validity and 140 octets of user data has 167 octets. */
    private static final int USUAL = 176;

    private byte[] octets = new byte[USUAL];
    private int length;

    OctetWriter octet(int value) {
        reserve(1);
        octets[length++] = (byte) value;
        return this;
    }

    OctetWriter octets(Octets values) {
        return array(values.array());
    }

    OctetWriter array(byte[] values) {
        reserve(values.length);
        System.arraycopy(values, 0, octets, length, values.length);
        length += values.length;
        return this;
    }

    /** Room for {@code count} octets that the caller fills in the returned array from {@link #length()} on. */
    byte[] room(int count) {
        reserve(count);
        return octets;
    }

    int length() {
        return length;
    }

    /** The caller has filled the octets up to {@code newLength}. */
    void filledTo(int newLength) {
        length = newLength;
    }

    /** The octets as upper-case hex digits. */
    String hex() {
        return Hex.format(octets, length);
    }

    byte[] toArray() {
        return Arrays.copyOf(octets, length);
    }

    private void reserve(int count) {
        if (length + count > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(length + count, 2 * octets.length));
        }
    }
}
