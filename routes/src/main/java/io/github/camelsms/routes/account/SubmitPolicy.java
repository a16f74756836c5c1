package io.github.camelsms.routes.account;

import io.github.camelsms.routes.settings.AlarmSettings;
import io.github.camelsms.routes.settings.PolicySettings;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.routes.webhook.WebhookClient;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.Accounts;
import io.github.camelsms.sms.account.Term;
import io.github.camelsms.sms.camel.SmsComponent;
import io.github.camelsms.sms.store.Budgets;
import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what {@code submit.yaml} refers to into a context. */
public final class SubmitPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(SubmitPolicy.class);

    private SubmitPolicy() {}

    /**
     * Binds the beans {@code smsAccountPolicy}, {@code smsDestinationGuard} and {@code smsAlarms}, {@code smsAccounts} for listeners of
     * routes, and the limits that the store asks for; reads the accounts of the store.
     */
    public static AccountDirectory addTo(CamelContext context, Settings settings, Clock clock) throws Exception {
        PolicySettings policy = settings.policy();
        Accounts accounts = settings.accounts();
        // before the store is opened, which looks for them
        context.getRegistry().bind("smsAccounts", accounts);
        Budgets budgets = Budgets.of(accounts, policy.zone(), policy.daily());
        context.getRegistry().bind("smsBudgets", budgets);
        AccountDirectory directory = new AccountDirectory(context, accounts, policy.entries());
        directory.start();
        DestinationGuard guard = new DestinationGuard(policy);
        Alarms alarms = alarms(context, settings, clock);
        context.getRegistry().bind("smsAlarms", alarms);
        NewCountries countries = new NewCountries(
                () -> context.getComponent("sms", SmsComponent.class)
                        .operations()
                        .phoneLists(),
                alarms);
        FraudWatch fraud = new FraudWatch(policy.fraud(), countries, alarms, disable(directory), clock);
        QuotaPreview quota = new QuotaPreview(directory::store, budgets, clock);
        context.getRegistry()
                .bind("smsAccountPolicy", new PolicyStep(accounts, guard, fraud, quota, policy.perClient(), clock));
        context.getRegistry().bind("smsDestinationGuard", new GuardStep(accounts, guard));
        return directory;
    }

    private static Alarms alarms(CamelContext context, Settings settings, Clock clock) throws Exception {
        AlarmSettings who = settings.policy().alarms();
        WebhookClient client = WebhookClient.of(
                who.webhook().map(URI::getHost).orElse(""), settings.webhooks().secret(), clock);
        context.addService(client);
        AlarmSinks sinks = new AlarmSinks(client, context.createProducerTemplate(), settings.mail(), clock);
        Alarms.AlarmCounter counter = isThere(context, "io.micrometer.core.instrument.MeterRegistry")
                ? PolicyMeters.in(context).orElse(kind -> {})
                : kind -> {};
        return new Alarms(sinks.of(who), counter, clock);
    }

    /** Micrometer need not be there. */
    private static boolean isThere(CamelContext context, String name) {
        return context.getClassResolver().resolveClass(name) != null;
    }

    private static Consumer<String> disable(AccountDirectory directory) {
        return account -> {
            var unused = directory
                    .store("gateway, against fraud")
                    .change(
                            Kind.ACCOUNT,
                            account,
                            entry -> entry.withTerms(entry.terms().with(Term.ACTIVE, "false")))
                    .thenCompose(changed -> directory.refresh())
                    .whenComplete((done, failure) -> {
                        if (failure != null) {
                            LOG.warn("The account {} is not disabled: it is none of the store", account);
                        } else {
                            LOG.warn("The account {} is disabled", account);
                        }
                    });
        };
    }
}
