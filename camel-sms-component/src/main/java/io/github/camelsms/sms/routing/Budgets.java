package io.github.camelsms.sms.routing;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;

/**
 * How much each gateway may carry.
 *
 * @param gateways by id; who is not here has no limit
 * @param zone of days and months
 * @param window over which delivery is measured
 */
public record Budgets(Map<String, Budget> gateways, ZoneId zone, Duration window) {

    /** No limits. */
    public static final Budgets NONE = new Budgets(Map.of(), ZoneId.of("UTC"), Duration.ofDays(1));

    public Budgets {
        gateways = Map.copyOf(gateways);
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(window, "window");
    }

    /** What a gateway may carry. */
    public Budget of(String gateway) {
        Budget budget = gateways.get(gateway);
        return budget == null ? Budget.unlimited(gateway) : budget;
    }
}
