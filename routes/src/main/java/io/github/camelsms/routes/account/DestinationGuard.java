package io.github.camelsms.routes.account;

import io.github.camelsms.routes.settings.PolicySettings;
import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.Destinations;
import io.github.camelsms.sms.address.NumberFacts;
import io.github.camelsms.sms.address.NumberPlan;
import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where messages may go to: what the account says, or else the home country. Where no country is home, an account goes
 * nowhere until somebody says where to, and who has no account, on this machine or by a route, goes everywhere. Less what
 * is denied to everybody who does not name it.
 */
final class DestinationGuard {

    private final NumberPlan plan;
    private final Destinations ofNobody;
    private final Destinations denied;

    DestinationGuard(PolicySettings settings) {
        this.plan = settings.plan();
        this.ofNobody = plan.home().isPresent() ? Destinations.HOME : Destinations.ANYWHERE;
        this.denied = settings.denied();
    }

    /**
     * The numbers as they are written internationally, with what is known of them.
     *
     * @param account who sends; empty is nobody who had to say so
     * @throws SmsRejectedException when one of them is denied
     */
    List<NumberFacts> check(List<PhoneNumber> numbers, Optional<Account> account) {
        Optional<Destinations> agreed =
                account.flatMap(sender -> sender.policy().destinations());
        if (account.isPresent() && agreed.isEmpty() && plan.home().isEmpty()) {
            throw denied("Nobody has said where this account may send to: sms.numbers.home is the country of the"
                    + " gateway, such as CZ; destinations of the account are countries and prefixes, or * for all");
        }
        Destinations allowed = agreed.orElse(account.isPresent() ? Destinations.HOME : ofNobody)
                .and(denied);
        List<NumberFacts> checked = new ArrayList<>(numbers.size());
        for (PhoneNumber number : numbers) {
            NumberFacts facts = plan.facts(number);
            switch (allowed.verdict(facts, plan.home())) {
                case DENIED ->
                    throw denied("The account may not send to "
                            + facts.country()
                                    .map(country -> "this number in " + country)
                                    .orElse("this number"));
                case PREMIUM ->
                    throw denied("The account may not send to premium numbers; they have to be named by their prefix");
                case ALLOWED -> checked.add(facts);
            }
        }
        return checked;
    }

    private static SmsRejectedException denied(String why) {
        return new SmsRejectedException(Code.DESTINATION_DENIED, why);
    }
}
