package io.github.camelsms.modem.command;

/** What to do about an error code. */
public enum ErrorClass {
    /** The message will never be accepted. */
    PERMANENT,
    /** Later it may work. */
    TEMPORARY,
    /** The SIM needs a person: missing, locked, broken. */
    SIM,
    /** The settings need a person, such as the service centre address. */
    CONFIG,
    /** The storage of received messages. */
    STORAGE,
    /** The modem has to be initialised again. */
    REINIT,
    /** Means nothing. */
    IGNORE
}
