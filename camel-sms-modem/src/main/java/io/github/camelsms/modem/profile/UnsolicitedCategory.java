package io.github.camelsms.modem.profile;

/** What an unsolicited result is about. */
public enum UnsolicitedCategory {
    /** Signal strength and other chatter. */
    IGNORE,
    /** Registration in the network may have changed. */
    REGISTRATION,
    /** A message is in the storage. */
    NEW_MESSAGE,
    /** A status report is in the storage. */
    NEW_REPORT,
    /** A message or status report is handed out: its PDU is on the next line. */
    PDU_FOLLOWS,
    /** Somebody calls. */
    CALL,
    /** An answer of the network to a service code. */
    USSD,
    /** The modem has restarted: its settings are gone. */
    RESTART,
    /** The SIM changed its state. */
    SIM,
    /** The supply voltage. */
    POWER,
    /** The storage for messages is full: nothing is received until something is deleted. */
    STORAGE_FULL
}
