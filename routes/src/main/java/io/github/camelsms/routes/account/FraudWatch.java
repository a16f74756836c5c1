package io.github.camelsms.routes.account;

import io.github.camelsms.routes.settings.PolicySettings.Action;
import io.github.camelsms.routes.settings.PolicySettings.FraudLimits;
import io.github.camelsms.sms.account.Rate;
import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Notices what pumping of traffic looks like: many messages to one number, and many to numbers that follow each other.
 */
final class FraudWatch {

    private static final int BLOCK = 7;

    private final FraudLimits limits;
    private final TokenBuckets buckets;
    private final Alarms alarms;
    private final Consumer<String> disable;

    /**
     * @param disable ends the activity of an account
     */
    FraudWatch(FraudLimits limits, Alarms alarms, Consumer<String> disable, Clock clock) {
        this.limits = limits;
        this.buckets = new TokenBuckets(clock);
        this.alarms = alarms;
        this.disable = disable;
    }

    /**
     * Counts messages of an account, and raises an alarm when they are too many.
     *
     * @throws SmsRejectedException when what is more is to be refused
     */
    void check(Optional<String> account, List<PhoneNumber> numbers) {
        for (PhoneNumber number : numbers) {
            String block =
                    number.digits().substring(0, Math.min(BLOCK, number.digits().length()));
            watch("fraud-recipient", limits.perRecipient(), account, number.digits(), number.masked());
            watch("fraud-block", limits.perBlock(), account, block, "numbers that begin with " + block);
        }
    }

    private void watch(String kind, Optional<Rate> limit, Optional<String> account, String what, String shown) {
        String key = kind + " " + account.orElse("") + " " + what;
        if (limit.isEmpty() || buckets.take(key, limit.get(), 1).isEmpty()) {
            return;
        }
        alarms.raise(
                kind,
                account.orElse("") + " " + what,
                account.map(name -> "account " + name).orElse("somebody") + " sends more than " + limit.get() + " to "
                        + shown);
        if (limits.action() == Action.DISABLE) {
            account.ifPresent(disable);
        }
        if (limits.action() != Action.ALARM) {
            throw new SmsRejectedException(
                    Code.RATE_LIMITED, "Too many messages to this number, or to those beside it");
        }
    }
}
