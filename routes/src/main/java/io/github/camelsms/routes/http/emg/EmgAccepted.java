package io.github.camelsms.routes.http.emg;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.AnsweringProcessor;
import io.github.camelsms.routes.http.Balance;
import io.github.camelsms.sms.camel.SmsConstants;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;

/** The last step of {@code /bin/send}: a result for each {@code DESTADDR}, in their order, and what the account has left. */
final class EmgAccepted extends AnsweringProcessor {

    private final Format format;
    private final Balance balance;

    EmgAccepted(Format format, Balance balance) {
        this.format = format;
        this.balance = balance;
    }

    @Override
    protected Optional<CompletionStage<Answer>> answer(Exchange exchange) {
        Iterator<String> ids = List.of(exchange.getMessage()
                        .getHeader(SmsConstants.MESSAGE_ID, "", String.class)
                        .split(",", -1))
                .iterator();
        List<Result> results = new ArrayList<>();
        List<?> places = exchange.getProperty(EmgIngress.RESULTS, List.of(Optional.empty()), List.class);
        for (Object place : places) {
            results.add(((Optional<?>) place).map(Result.class::cast).orElseGet(() -> Result.accepted(ids.next())));
        }
        Optional<String> account =
                Optional.ofNullable(exchange.getProperty(SmsConstants.AUTHENTICATED_PROPERTY, String.class));
        // it is accepted whatever the store says of what is left
        return Optional.of(balance.left(account)
                .exceptionally(failure -> Optional.empty())
                .thenApply(left -> format.answer(results, left)));
    }
}
