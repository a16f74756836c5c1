package io.github.camelsms.sms.tpdu;

/** Which way a TPDU goes; it decides what the message type indicator means (3GPP TS 23.040, 9.2.3.1). */
public enum Direction {
    /** From the service centre to the mobile: DELIVER, STATUS-REPORT, SUBMIT-REPORT. */
    MOBILE_TERMINATED,
    /** From the mobile to the service centre: SUBMIT, COMMAND, DELIVER-REPORT. */
    MOBILE_ORIGINATED
}
