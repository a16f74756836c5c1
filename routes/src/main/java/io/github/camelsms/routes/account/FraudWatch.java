package io.github.camelsms.routes.account;

import io.github.camelsms.routes.settings.FraudSettings;
import io.github.camelsms.routes.settings.FraudSettings.Action;
import io.github.camelsms.sms.account.Rate;
import io.github.camelsms.sms.address.NumberFacts;
import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Notices what pumping of traffic looks like: many messages to one number, to numbers that begin alike, to numbers that
 * follow each other, and many more than usual. A country that is new for an account is told, and no more than that.
 */
final class FraudWatch {

    private static final int BLOCK = 7;

    private final FraudSettings limits;
    private final TokenBuckets buckets;
    private final ConsecutiveNumbers consecutive = new ConsecutiveNumbers();
    private final HourlyVolume hourly = new HourlyVolume();
    private final NewCountries countries;
    private final Alarms alarms;
    private final Consumer<String> disable;
    private final Clock clock;

    /**
     * @param disable ends the activity of an account
     */
    FraudWatch(FraudSettings limits, NewCountries countries, Alarms alarms, Consumer<String> disable, Clock clock) {
        this.limits = limits;
        this.buckets = new TokenBuckets(clock);
        this.countries = countries;
        this.alarms = alarms;
        this.disable = disable;
        this.clock = clock;
    }

    /**
     * Counts messages of an account, and raises an alarm when they are too many.
     *
     * @throws SmsRejectedException when what is more is to be refused
     */
    void check(Optional<String> account, List<NumberFacts> numbers) {
        String name = account.orElse("");
        for (NumberFacts facts : numbers) {
            PhoneNumber number = facts.number();
            String digits = number.digits();
            String block = digits.substring(0, Math.min(BLOCK, digits.length()));
            watch("fraud-recipient", limits.perRecipient(), account, digits, number.masked());
            watch("fraud-block", limits.perBlock(), account, block, "numbers that begin with " + block);
            if (limits.consecutive() > 0 && consecutive.add(name, number) >= limits.consecutive()) {
                found("fraud-consecutive", account, "", "sends to numbers that follow each other");
            }
            if (account.isPresent()) {
                facts.country().ifPresent(country -> countries.add(name, country));
            }
        }
        if (limits.hourly() > 0 && hourly.add(name, numbers.size(), limits.hourly(), clock.instant())) {
            found(
                    "fraud-hourly",
                    account,
                    "",
                    "sends more than " + limits.hourly() + " times what it did in an hour of the last seven days");
        }
    }

    private void watch(String kind, Optional<Rate> limit, Optional<String> account, String what, String shown) {
        String key = kind + " " + account.orElse("") + " " + what;
        if (limit.isPresent() && buckets.take(key, limit.get(), 1).isPresent()) {
            found(kind, account, what, "sends more than " + limit.get() + " to " + shown);
        }
    }

    private void found(String kind, Optional<String> account, String what, String text) {
        alarms.raise(
                kind,
                account.orElse("") + " " + what,
                account.map(name -> "account " + name).orElse("somebody") + " " + text);
        if (limits.action() == Action.DISABLE) {
            account.ifPresent(disable);
        }
        if (limits.action() != Action.ALARM) {
            throw new SmsRejectedException(
                    Code.RATE_LIMITED, "What the account sends looks like fraud to the gateway; ask who runs it");
        }
    }
}
