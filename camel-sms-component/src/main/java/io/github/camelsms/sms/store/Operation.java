package io.github.camelsms.sms.store;

/** What a person may do to a message that waits. */
public enum Operation {
    /** Take it back: it ends as {@code CANCELLED}. Parts that a network has stay there. */
    CANCEL,
    /** Keep it until it is released; it expires all the same, unless it is {@code UNCERTAIN}. */
    HOLD,
    /** End {@link #HOLD}: it is handed out when its time has come. */
    RELEASE,
    /**
     * Send it now: what waits for its next attempt is due at once. What has failed for good is accepted again as a new
     * message, since an end is an end.
     */
    REQUEUE
}
