package io.github.camelsms.routes.http.emg;

import io.github.camelsms.sms.camel.SmsConstants;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** The last step of {@code /bin/send}: a result for each {@code DESTADDR}, in their order. */
final class EmgAccepted implements Processor {

    private final Format format;

    EmgAccepted(Format format) {
        this.format = format;
    }

    @Override
    public void process(Exchange exchange) {
        Iterator<String> ids = List.of(exchange.getMessage()
                        .getHeader(SmsConstants.MESSAGE_ID, "", String.class)
                        .split(",", -1))
                .iterator();
        List<Result> results = new ArrayList<>();
        List<?> places = exchange.getProperty(EmgIngress.RESULTS, List.of(Optional.empty()), List.class);
        for (Object place : places) {
            results.add(((Optional<?>) place).map(Result.class::cast).orElseGet(() -> Result.accepted(ids.next())));
        }
        format.answer(results).answer(exchange);
    }
}
