package io.github.camelsms.routes.account;

import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.AccountPolicy;
import io.github.camelsms.sms.account.AccountPolicy.Activity;
import io.github.camelsms.sms.account.Accounts;
import io.github.camelsms.sms.account.Role;
import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.camel.Recipients;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.routing.Explanation;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * The first step of {@code direct:sms-submit}: may this account send this, there, now, and as whom? What it leaves open,
 * its gateway and its sender, is filled in; numbers become international.
 */
final class PolicyStep implements Processor {

    private static final String STEP = "account";

    private final Accounts accounts;
    private final DestinationGuard guard;
    private final FraudWatch fraud;
    private final QuotaPreview quota;
    private final TokenBuckets rates;
    private final Clock clock;

    PolicyStep(Accounts accounts, DestinationGuard guard, FraudWatch fraud, QuotaPreview quota, Clock clock) {
        this.accounts = accounts;
        this.guard = guard;
        this.fraud = fraud;
        this.quota = quota;
        this.rates = new TokenBuckets(clock);
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        Optional<Explanation> explanation =
                Optional.ofNullable(exchange.getProperty(SmsConstants.EXPLANATION_PROPERTY, Explanation.class));
        Optional<Account> account = account(message);
        AccountPolicy policy = account.map(Account::policy).orElse(AccountPolicy.STANDARD);
        explain(
                explanation,
                account.map(each -> "account " + each.name()
                                + each.group()
                                        .map(group -> " of group " + group.name())
                                        .orElse(""))
                        .orElse("no account: whoever is on this machine may send"));
        checkUsable(policy);
        fillIn(message, policy, explanation);
        List<PhoneNumber> asked = Recipients.of(message);
        List<PhoneNumber> numbers = guard.check(asked, policy);
        if (!asked.equals(numbers)) {
            Recipients.write(message, numbers);
            explain(explanation, numbers.size() + " numbers as the home country writes them internationally");
        }
        explain(explanation, "the destination is allowed");
        exchange.setProperty(GuardStep.CHECKED, numbers);
        if (explanation.filter(Explanation::isDryRun).isPresent()) {
            account.ifPresent(payer -> quota.check(payer, message, numbers.size(), explanation.get()));
            return;
        }
        checkRate(account, policy, numbers.size());
        fraud.check(account.map(Account::name), numbers);
    }

    private Optional<Account> account(Message message) {
        return Optional.ofNullable(message.getHeader(SmsConstants.ACCOUNT, String.class))
                .filter(name -> !name.isBlank())
                .map(accounts::resolve);
    }

    private void checkUsable(AccountPolicy policy) {
        Activity activity = policy.at(clock.instant());
        if (activity == Activity.INACTIVE) {
            throw new SmsRejectedException(Code.ACCOUNT_INACTIVE, "The account is not active");
        }
        if (activity == Activity.EXPIRED) {
            throw new SmsRejectedException(Code.ACCOUNT_EXPIRED, "The account has expired");
        }
        if (!policy.has(Role.SEND)) {
            throw new SmsRejectedException(Code.FORBIDDEN, "The account does not have the role send");
        }
    }

    private void fillIn(Message message, AccountPolicy policy, Optional<Explanation> explanation) {
        if (isAbsent(message, SmsConstants.GATEWAY) && policy.gateway().isPresent()) {
            message.setHeader(SmsConstants.GATEWAY, policy.gateway().get());
            explain(explanation, "gateway " + policy.gateway().get() + ", since the request names none");
        }
        if (isAbsent(message, SmsConstants.FROM)) {
            policy.standardSender().ifPresent(sender -> {
                message.setHeader(SmsConstants.FROM, sender);
                explain(explanation, "sender " + sender + ", since the request names none");
            });
        } else if (!policy.maySend(
                message.getHeader(SmsConstants.FROM, String.class).strip())) {
            throw new SmsRejectedException(Code.SENDER_NOT_ALLOWED, "The account may not show this sender");
        }
    }

    private static boolean isAbsent(Message message, String header) {
        String value = message.getHeader(header, String.class);
        return value == null || value.isBlank();
    }

    private void checkRate(Optional<Account> account, AccountPolicy policy, int messages) {
        if (account.isPresent()
                && policy.rate().isPresent()
                && rates.take(account.get().name(), policy.rate().get(), messages)
                        .isPresent()) {
            throw new SmsRejectedException(
                    Code.RATE_LIMITED, "The account may send " + policy.rate().get() + "; try again later");
        }
    }

    private static void explain(Optional<Explanation> explanation, String decision) {
        explanation.ifPresent(lines -> lines.add(STEP, decision));
    }
}
