package io.github.camelsms.sms.report;

/** The kinds of failure of an attempt to send; they decide what becomes of the message. */
public enum FailureKind {
    /** Final: the message will never be accepted. Its sender gets a report. */
    REJECTED,
    /** This message failed for now: it is tried again with back-off, on another gateway where that is allowed. */
    TEMPORARY,
    /** The gateway itself cannot send at the moment and has sent nothing; no attempt of the message is counted. */
    UNAVAILABLE,
    /** The network may have accepted the message, but no answer came. The gateway's policy decides. */
    UNCERTAIN
}
