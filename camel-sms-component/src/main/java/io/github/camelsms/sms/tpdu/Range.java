package io.github.camelsms.sms.tpdu;

/** Checks of the records' constructors. */
final class Range {

    private Range() {}

    static void requireOctet(String name, int value) {
        require(name, value, 0, 0xFF);
    }

    static void require(String name, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(name + " is " + lowest + " to " + highest + ", not " + value);
        }
    }
}
