package io.github.camelsms.sms.fields;

/** What stands in front of a TPDU in the hex digits. */
public enum Framing {
    /** The address of the service centre, or a zero for the one of the SIM: as modems read and write it. */
    SERVICE_CENTRE,
    /** Nothing. */
    TPDU_ALONE
}
