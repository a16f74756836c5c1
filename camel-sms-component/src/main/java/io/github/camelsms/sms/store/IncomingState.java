package io.github.camelsms.sms.store;

/** Where a received message is. */
public enum IncomingState {
    /** It waits for a route to take it, or a route has it. */
    WAITING,
    /** A route has taken it. */
    DONE,
    /** It is empty: there is nothing to hand on. */
    DISCARDED,
    /** No route has taken it in all its time; it is kept until a person has it handed out again. */
    DEAD
}
