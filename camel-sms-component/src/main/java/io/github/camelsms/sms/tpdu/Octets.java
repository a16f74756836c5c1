package io.github.camelsms.sms.tpdu;

import java.util.Arrays;

/** A string of octets as an immutable value. */
public final class Octets {

    public static final Octets EMPTY = new Octets(new byte[0]);

    private final byte[] array;

    private Octets(byte[] array) {
        this.array = array;
    }

    /** A copy of the array. */
    public static Octets of(byte... array) {
        return array.length == 0 ? EMPTY : new Octets(array.clone());
    }

    /**
     * Octets written as hex digits in either case.
     *
     * @throws TpduException when the text is anything else
     */
    public static Octets ofHex(String hex) {
        return wrap(Hex.parse("Octets.hex", hex));
    }

    /** Takes the array over; the caller must not change it any more. */
    static Octets wrap(byte[] array) {
        return array.length == 0 ? EMPTY : new Octets(array);
    }

    public int length() {
        return array.length;
    }

    public boolean isEmpty() {
        return array.length == 0;
    }

    /** Octet {@code index} as 0 to 255. */
    public int at(int index) {
        return array[index] & 0xFF;
    }

    /** The octets from {@code from} up to but not including {@code to}. */
    public Octets slice(int from, int to) {
        return from == 0 && to == array.length ? this : wrap(Arrays.copyOfRange(array, from, to));
    }

    /** These octets and the others behind them. */
    public Octets concat(Octets others) {
        if (array.length == 0) {
            return others;
        }
        byte[] both = Arrays.copyOf(array, array.length + others.array.length);
        System.arraycopy(others.array, 0, both, array.length, others.array.length);
        return wrap(both);
    }

    /** A copy as an array. */
    public byte[] toArray() {
        return array.clone();
    }

    /** The array itself, only for reading. */
    byte[] array() {
        return array;
    }

    /** Upper-case hex digits. */
    public String hex() {
        return Hex.format(array);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(array, octets.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    /** The number of octets and not their values, which may be somebody's message. */
    @Override
    public String toString() {
        return array.length + " octets";
    }
}
