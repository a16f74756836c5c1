package io.github.camelsms.modem.session;

/** What to do when there is another card in a modem than before. */
public enum SimChange {
    /** Nothing is sent or received until a person has decided. */
    HOLD,
    /** Go on with the new card. */
    ALLOW
}
