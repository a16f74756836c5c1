package io.github.camelsms.sms.routing;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * A gateway that may carry a message.
 *
 * @param gateway its id
 * @param price the line that counts; empty where it covers the number without one
 * @param terms what was said of it
 * @param state what it is like now
 */
public record Candidate(String gateway, Optional<PriceLine> price, GatewayTerms terms, GatewayState state) {

    public Candidate {
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(state, "state");
    }

    /** What a part costs, in the currency that prices are compared in; zero where no line says so. */
    public BigDecimal cost() {
        return price.map(line -> line.price().compared()).orElse(BigDecimal.ZERO);
    }

    /** Percent of what it delivers, less what it is slow. */
    public int score() {
        int declared = price.map(PriceLine::quality)
                .orElseGet(java.util.OptionalInt::empty)
                .orElse(terms.quality());
        return state.measured().score(declared);
    }

    /** Whether it can begin at once. */
    public boolean isReady() {
        return state.presence() == GatewayState.Presence.SERVED && !isFull();
    }

    /** Whether as many messages wait for it already as it sends in the time of its rate. */
    public boolean isFull() {
        return terms.budget()
                .pace()
                .map(pace -> state.waiting() >= pace.parts())
                .orElse(false);
    }

    /** Price, quality and what stands in its way, for a person. */
    public String describe() {
        StringBuilder text = new StringBuilder(gateway);
        text.append(price.map(line -> ": " + line.price() + " a part (" + line.where() + ", " + line.area() + ")")
                .orElse(": no price, it covers the number"));
        text.append(", score ").append(score());
        if (state.measured().delivered() + state.measured().failed() > 0) {
            text.append(" (").append(state.measured()).append(')');
        }
        if (state.presence() != GatewayState.Presence.SERVED) {
            text.append(", down now");
        } else if (isFull()) {
            text.append(", busy: ")
                    .append(state.waiting())
                    .append(" wait for it, it sends ")
                    .append(terms.budget().pace().orElseThrow());
        }
        return text.toString();
    }
}
