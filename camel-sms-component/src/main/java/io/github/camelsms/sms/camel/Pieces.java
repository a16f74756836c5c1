package io.github.camelsms.sms.camel;

import java.util.List;
import org.apache.camel.Exchange;

/**
 * What is accepted together: an exchange, or the exchanges of which its body is a list, as Camel's {@code
 * GroupedExchangeAggregationStrategy} makes it where recipients of one request are not treated alike.
 */
public final class Pieces {

    private Pieces() {}

    /** The exchanges of the body, or else the one exchange; never empty. */
    public static List<Exchange> of(Exchange exchange) {
        return exchange.getMessage().getBody() instanceof List<?> list
                        && !list.isEmpty()
                        && list.stream().allMatch(Exchange.class::isInstance)
                ? list.stream().map(Exchange.class::cast).toList()
                : List.of(exchange);
    }
}
