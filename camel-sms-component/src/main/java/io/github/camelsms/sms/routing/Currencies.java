package io.github.camelsms.sms.routing;

import io.github.camelsms.sms.routing.PriceLine.Price;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How prices of several currencies are compared. Without a word about it, all prices have to be of one.
 *
 * @param base the currency that prices are compared in; empty until it is known
 * @param rates what one unit of another currency is in the base
 */
public record Currencies(Optional<String> base, Map<String, BigDecimal> rates) {

    /** Any one currency. */
    public static final Currencies ANY = new Currencies(Optional.empty(), Map.of());

    public Currencies {
        rates = java.util.Collections.unmodifiableMap(new TreeMap<>(rates));
        rates.forEach((currency, rate) -> {
            if (rate.signum() <= 0) {
                throw new IllegalArgumentException("the rate of " + currency + " is not above zero");
            }
        });
    }

    /** The same, compared in {@code currency} where nothing has been said yet. */
    public Currencies orIn(String currency) {
        return base.isPresent() ? this : new Currencies(Optional.of(currency), rates);
    }

    /**
     * The price, with what it is in the base.
     *
     * @throws IllegalArgumentException when it is of another currency without a rate
     */
    Price price(BigDecimal amount, String currency) {
        if (base.isEmpty() || base.get().equals(currency)) {
            return new Price(amount, currency, amount);
        }
        BigDecimal rate = rates.get(currency);
        if (rate == null) {
            throw new IllegalArgumentException("the price is in " + currency + " and others are in " + base.get()
                    + ": set sms.routing.rates." + currency + " to what 1 " + currency + " is in " + base.get());
        }
        return new Price(amount, currency, amount.multiply(rate));
    }
}
