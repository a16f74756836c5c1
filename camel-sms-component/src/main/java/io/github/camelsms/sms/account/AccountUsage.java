package io.github.camelsms.sms.account;

import io.github.camelsms.sms.account.AccountEntry.Kind;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What an account or a group has sent.
 *
 * @param thisMonth parts that count against the limit of this month
 * @param previousMonth parts of the month before
 * @param lastSent when its last message was accepted
 */
public record AccountUsage(Kind kind, String name, long thisMonth, long previousMonth, Optional<Instant> lastSent) {

    public AccountUsage {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(lastSent, "lastSent");
    }

    /** Of one that has sent nothing. */
    public static AccountUsage none(Kind kind, String name) {
        return new AccountUsage(kind, name, 0, 0, Optional.empty());
    }
}
