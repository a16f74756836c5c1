package io.github.camelsms.routes.account;

import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.AccountPolicy;
import io.github.camelsms.sms.account.Accounts;
import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.camel.Recipients;
import io.github.camelsms.sms.camel.SmsConstants;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * The last step before a message is accepted: numbers that a rule has put there are checked as those of the request
 * were. No chain of rules sends to where its account may not.
 */
final class GuardStep implements Processor {

    /** Exchange property: the numbers that were checked before. */
    static final String CHECKED = "CamelSmsCheckedNumbers";

    private final Accounts accounts;
    private final DestinationGuard guard;

    GuardStep(Accounts accounts, DestinationGuard guard) {
        this.accounts = accounts;
        this.guard = guard;
    }

    @Override
    public void process(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof List<?> pieces
                && !pieces.isEmpty()
                && pieces.stream().allMatch(Exchange.class::isInstance)) {
            pieces.forEach(piece -> check((Exchange) piece));
        } else {
            check(exchange);
        }
    }

    private void check(Exchange exchange) {
        Message message = exchange.getMessage();
        List<PhoneNumber> numbers = Recipients.of(message);
        List<?> checked = exchange.getProperty(CHECKED, List.of(), List.class);
        if (checked.equals(numbers) || checked.containsAll(numbers)) {
            return;
        }
        AccountPolicy policy = Optional.ofNullable(message.getHeader(SmsConstants.ACCOUNT, String.class))
                .filter(name -> !name.isBlank())
                .map(accounts::resolve)
                .map(Account::policy)
                .orElse(AccountPolicy.STANDARD);
        Recipients.write(message, guard.check(numbers, policy));
    }
}
