package io.github.camelsms.sms.store;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that an operator has stopped.
 *
 * @param scope {@link #ACCEPT}, {@link #SEND}, or {@link #sending} of one gateway
 * @param reason for people; may be empty
 */
public record Stop(String scope, String reason, Instant since) {

    /** No message is accepted. */
    public static final String ACCEPT = "accept";

    /** Nothing is handed out to any gateway. */
    public static final String SEND = "send";

    public Stop {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(since, "since");
    }

    /** Nothing is handed out to that gateway. */
    public static String sending(String gateway) {
        return SEND + " " + gateway;
    }
}
