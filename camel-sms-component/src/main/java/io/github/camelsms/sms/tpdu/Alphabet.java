package io.github.camelsms.sms.tpdu;

/** The coding of user data (3GPP TS 23.038, 4). */
public enum Alphabet {
    /** GSM 7 bit, packed; lengths count septets. */
    GSM7,
    /** 8 bit data; lengths count octets. */
    OCTETS,
    /** UCS-2 in name, UTF-16 big-endian in use; lengths count octets. */
    UCS2
}
