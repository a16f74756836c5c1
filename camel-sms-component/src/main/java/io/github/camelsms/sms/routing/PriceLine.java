package io.github.camelsms.sms.routing;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a gateway asks for one part to the numbers of an area.
 *
 * @param area the numbers
 * @param gateway who asks
 * @param price for a part
 * @param tariff when
 * @param quality 0 to 100, where somebody has said so
 * @param where file and line, such as {@code rates.csv:12}
 */
public record PriceLine(Area area, String gateway, Price price, Tariff tariff, OptionalInt quality, String where) {

    /**
     * An amount of money as it was written, and what it is in the currency that prices are compared in.
     *
     * @param currency of ISO 4217
     */
    public record Price(BigDecimal amount, String currency, BigDecimal compared) {

        public Price {
            if (amount.signum() < 0 || compared.signum() < 0) {
                throw new IllegalArgumentException("a price is not below zero");
            }
            Objects.requireNonNull(currency, "currency");
        }

        /** What so many parts cost. */
        public Price times(int parts) {
            BigDecimal factor = BigDecimal.valueOf(parts);
            return new Price(amount.multiply(factor), currency, compared.multiply(factor));
        }

        @Override
        public String toString() {
            return amount.toPlainString() + " " + currency;
        }
    }

    public PriceLine {
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(tariff, "tariff");
        Objects.requireNonNull(where, "where");
        if (quality.isPresent() && (quality.getAsInt() < 0 || quality.getAsInt() > 100)) {
            throw new IllegalArgumentException("quality is 0 to 100");
        }
    }
}
