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
public record GatewayBudgets(Map<String, GatewayBudget> gateways, ZoneId zone, Duration window) {

    /** No limits. */
    public static final GatewayBudgets NONE = new GatewayBudgets(Map.of(), ZoneId.of("UTC"), Duration.ofDays(1));

    public GatewayBudgets {
        gateways = Map.copyOf(gateways);
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(window, "window");
    }

    /** What a gateway may carry. */
    public GatewayBudget of(String gateway) {
        GatewayBudget budget = gateways.get(gateway);
        return budget == null ? GatewayBudget.unlimited(gateway) : budget;
    }
}
