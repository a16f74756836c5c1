package io.github.camelsms.sms.store;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which received messages to look for; what is empty does not matter. Pages go backwards in time: the next one is
 * {@link #before} the last identity of this one.
 *
 * @param number who has sent it, with or without the plus
 * @param gateway who has received it
 * @param states any of these, or all when empty
 * @param before only messages older than this one
 * @param limit at most so many, 1 to 1000
 */
public record IncomingSearch(
        Optional<String> number,
        Optional<String> gateway,
        Set<IncomingState> states,
        Optional<MessageId> before,
        int limit) {

    public IncomingSearch {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(gateway, "gateway");
        states = Set.copyOf(states);
        Objects.requireNonNull(before, "before");
        if (limit < 1 || limit > Search.LARGEST_PAGE) {
            throw new IllegalArgumentException("A page has 1 to " + Search.LARGEST_PAGE + " messages, not " + limit);
        }
    }

    /** The newest messages, whatever they are. */
    public static IncomingSearch newest(int limit) {
        return new IncomingSearch(Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), limit);
    }

    public IncomingSearch withNumber(String value) {
        return new IncomingSearch(Optional.of(value), gateway, states, before, limit);
    }

    public IncomingSearch withGateway(String value) {
        return new IncomingSearch(number, Optional.of(value), states, before, limit);
    }

    public IncomingSearch withStates(Set<IncomingState> values) {
        return new IncomingSearch(number, gateway, values, before, limit);
    }

    public IncomingSearch withBefore(MessageId id) {
        return new IncomingSearch(number, gateway, states, Optional.of(id), limit);
    }
}
