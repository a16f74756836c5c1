package io.github.camelsms.routes.account;

import io.github.camelsms.routes.settings.PolicySettings;
import io.github.camelsms.sms.account.AccountPolicy;
import io.github.camelsms.sms.account.Destinations;
import io.github.camelsms.sms.address.NumberFacts;
import io.github.camelsms.sms.address.NumberPlan;
import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.util.ArrayList;
import java.util.List;

/**
 * Where messages may go to: what the account says, or else the home country, or else everywhere; less what is denied to
 * everybody who does not name it.
 */
final class DestinationGuard {

    private final NumberPlan plan;
    private final Destinations standard;
    private final Destinations denied;

    DestinationGuard(PolicySettings settings) {
        this.plan = settings.plan();
        this.standard = plan.home().isPresent() ? Destinations.HOME : Destinations.ANYWHERE;
        this.denied = settings.denied();
    }

    /**
     * The numbers as they are written internationally.
     *
     * @throws SmsRejectedException when one of them is denied
     */
    List<PhoneNumber> check(List<PhoneNumber> numbers, AccountPolicy policy) {
        Destinations allowed = policy.destinations().orElse(standard).and(denied);
        List<PhoneNumber> checked = new ArrayList<>(numbers.size());
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
                case ALLOWED -> checked.add(facts.number());
            }
        }
        return checked;
    }

    private static SmsRejectedException denied(String why) {
        return new SmsRejectedException(Code.DESTINATION_DENIED, why);
    }
}
