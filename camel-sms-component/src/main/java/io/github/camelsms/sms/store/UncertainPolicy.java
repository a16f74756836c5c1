package io.github.camelsms.sms.store;

/** What a gateway wants done with a message of which nobody knows whether the network has it. */
public enum UncertainPolicy {
    /** Send it again, said in the log: a duplicate is better than a loss. */
    RETRY,
    /** Keep it until a person decides. */
    HOLD
}
