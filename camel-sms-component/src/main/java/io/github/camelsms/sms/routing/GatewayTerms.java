package io.github.camelsms.sms.routing;

import java.util.List;
import java.util.Objects;

/**
 * What the operator has said of a gateway beside prices.
 *
 * @param priority a higher one is asked first
 * @param weight its share of what is spread, beside those of others
 * @param covers numbers that it carries to without a price line
 * @param quality 0 to 100, as long as nothing is measured
 * @param budget how much it may carry
 */
public record GatewayTerms(int priority, int weight, List<Area> covers, int quality, GatewayBudget budget) {

    public GatewayTerms {
        covers = List.copyOf(covers);
        Objects.requireNonNull(budget, "budget");
        if (weight < 1 || weight > 1_000_000) {
            throw new IllegalArgumentException("a weight is 1 to 1000000");
        }
        if (quality < 0 || quality > 100) {
            throw new IllegalArgumentException("quality is 0 to 100");
        }
    }

    /** Of a gateway of which nothing was said. */
    public static GatewayTerms standard(String gateway) {
        return new GatewayTerms(0, 1, List.of(), 100, GatewayBudget.unlimited(gateway));
    }

    boolean covers(Destination destination) {
        return !covers.isEmpty() && destination.areas().stream().anyMatch(covers::contains);
    }
}
