package io.github.camelsms.sms.store;

import java.util.Objects;
import java.util.Optional;

/**
 * What the parts of a message are charged to.
 *
 * @param owner {@code account:NAME}, {@code group:NAME} or {@code everybody}
 * @param limit parts a month, or a day, where there is a limit
 */
public record Budget(String owner, Optional<Long> limit) {

    public Budget {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(limit, "limit");
    }

    /** The budget of all messages together. */
    public static Budget ofEverybody(long limit) {
        return new Budget("everybody", Optional.of(limit));
    }

    /** The budget of an account. */
    public static Budget ofAccount(String name, Optional<Long> limit) {
        return new Budget("account:" + name, limit);
    }

    /** The budget of a group. */
    public static Budget ofGroup(String name, Optional<Long> limit) {
        return new Budget("group:" + name, limit);
    }
}
