package io.github.camelsms.modem.session;

/** Where a session stands. */
public enum SessionState {
    /** Nobody uses the device. */
    CLOSED,
    /** The line is not there; it is tried again and again. */
    DISCONNECTED,
    /** The modem is being set up. */
    INITIALISING,
    /** The SIM cannot be used until a person has cared for it. */
    SIM_LOCKED,
    /** There is another SIM in it than before, and nobody has allowed that. */
    SIM_CHANGED,
    /** Not registered in a network: nothing can be sent. */
    SEARCHING,
    /** The modem or the network refuses for a reason that has nothing to do with one message. */
    HELD,
    /** Sends and receives. */
    READY
}
