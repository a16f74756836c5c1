package io.github.camelsms.modem.session;

/** A rung of the ladder that is climbed when a modem falls silent; an error makes nobody climb. */
public enum Rung {
    /** It is asked whether it is there. */
    PROBE,
    /** It is set up again. */
    INITIALISE,
    /** It is told to restart. */
    RESET,
    /** The line is closed and opened again. */
    REOPEN,
    /** Its power is switched by the operator's command. */
    POWER
}
