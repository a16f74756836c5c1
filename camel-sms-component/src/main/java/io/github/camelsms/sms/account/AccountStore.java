package io.github.camelsms.sms.account;

import io.github.camelsms.sms.account.AccountEntry.Kind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * Where accounts and groups are kept, and what they have sent is counted. Stages complete when what they stand for is
 * durable; one that fails has changed nothing.
 */
public interface AccountStore {

    /** A number that grows with each change of an account or a group; asking for it costs little. */
    CompletionStage<Long> version();

    /** All accounts and groups, by kind and name. */
    CompletionStage<List<AccountEntry>> entries();

    /** Adds one; refused with {@code WRONG_STATE} when there is one of that kind and name, or its group is not there. */
    CompletionStage<Void> add(AccountEntry entry);

    /**
     * Changes one; refused with {@code NOT_FOUND} when it is not there, and with {@code WRONG_STATE} when its group is
     * not.
     *
     * @param change kind and name stay; may be called more than once
     * @return as it is now
     */
    CompletionStage<AccountEntry> change(Kind kind, String name, UnaryOperator<AccountEntry> change);

    /** Takes one away; what it has sent stays counted. A group with members stays, refused with {@code WRONG_STATE}. */
    CompletionStage<Void> remove(Kind kind, String name);

    /** What all have sent that ever sent something, also those that are accounts of the settings. */
    CompletionStage<List<AccountUsage>> usage(ZoneId zone);

    /** What one has sent. */
    CompletionStage<AccountUsage> usage(Kind kind, String name, ZoneId zone);

    /**
     * Parts that were counted on a day where there is a limit by the day.
     *
     * @param owner of the budget, such as {@code account:joe}
     */
    CompletionStage<Long> onDay(String owner, LocalDate day);

    /** From now on so many parts count as sent in this month. */
    CompletionStage<Void> reset(Kind kind, String name, long parts, ZoneId zone);
}
