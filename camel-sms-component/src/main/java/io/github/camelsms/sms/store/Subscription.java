package io.github.camelsms.sms.store;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody who is told of what became of messages, apart from all others: what one cannot do now does not hold up the
 * others, and each is told once.
 *
 * @param name of its own; the empty one is that of who has subscribed to nothing and is told of everything
 * @param states which outcomes, by {@link Outcome#word()}
 */
public record Subscription(String name, Set<String> states) {

    /** The name of who is told of everything without having subscribed. */
    public static final String EVERYBODY = "";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern STATE = Pattern.compile("[A-Z]{1,32}");

    public Subscription {
        states = Set.copyOf(states);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the name of a subscription is a letter and up to 31 letters, digits or -, all small, not '" + name
                            + "'");
        }
        if (states.isEmpty()
                || !states.stream().allMatch(state -> STATE.matcher(state).matches())) {
            throw new IllegalArgumentException(
                    "a subscription is to one or more states, such as DELAYED,UNDELIVERABLE, not " + states);
        }
    }
}
