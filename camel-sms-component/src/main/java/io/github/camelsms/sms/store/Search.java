package io.github.camelsms.sms.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which messages to look for; what is empty does not matter. Pages go backwards in time: the next one is
 * {@link #before} the last identity of this one.
 *
 * @param number recipient, with or without the plus
 * @param account who pays
 * @param gateway the gateway that it waits for or that had it last
 * @param states any of these, or all when empty
 * @param from accepted at this time or later
 * @param until accepted before this time
 * @param before only messages older than this one
 * @param limit at most so many, 1 to 1000
 */
public record Search(
        Optional<String> number,
        Optional<String> account,
        Optional<String> gateway,
        Set<MessageState> states,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<MessageId> before,
        int limit) {

    /** The most that one page holds. */
    public static final int LARGEST_PAGE = 1000;

    public Search {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(gateway, "gateway");
        states = Set.copyOf(states);
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(before, "before");
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page has 1 to " + LARGEST_PAGE + " messages, not " + limit);
        }
    }

    /** The newest messages, whatever they are. */
    public static Search newest(int limit) {
        return new Search(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }

    public Search withNumber(String value) {
        return new Search(Optional.of(value), account, gateway, states, from, until, before, limit);
    }

    public Search withAccount(String value) {
        return new Search(number, Optional.of(value), gateway, states, from, until, before, limit);
    }

    public Search withGateway(String value) {
        return new Search(number, account, Optional.of(value), states, from, until, before, limit);
    }

    public Search withStates(Set<MessageState> values) {
        return new Search(number, account, gateway, values, from, until, before, limit);
    }

    public Search withFrom(Instant time) {
        return new Search(number, account, gateway, states, Optional.of(time), until, before, limit);
    }

    public Search withUntil(Instant time) {
        return new Search(number, account, gateway, states, from, Optional.of(time), before, limit);
    }

    public Search withBefore(MessageId id) {
        return new Search(number, account, gateway, states, from, until, Optional.of(id), limit);
    }
}
