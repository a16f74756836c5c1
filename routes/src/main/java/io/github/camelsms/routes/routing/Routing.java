package io.github.camelsms.routes.routing;

import io.github.camelsms.routes.settings.RoutingSettings;
import io.github.camelsms.sms.address.NumberPlan;
import io.github.camelsms.sms.routing.GatewayState;
import io.github.camelsms.sms.routing.PriceTables;
import io.github.camelsms.sms.routing.Router;
import io.github.camelsms.sms.routing.TableFormatException;
import io.github.camelsms.sms.routing.Turns;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;

/** Puts routing into a context. */
public final class Routing {

    private static final long LOOK_MILLIS = 500;

    private final PriceFiles prices;
    private volatile Router router;

    private Routing(PriceFiles prices, Router router) {
        this.prices = prices;
        this.router = router;
    }

    /**
     * Binds {@code smsRouting}, the step that chooses gateways where that is set up and does nothing elsewhere, and the
     * language {@code sms-route}.
     *
     * @param plan of the numbers
     * @param states what the gateways are like
     * @throws TableFormatException when a price table cannot be used; it says which line
     */
    public static void addTo(
            CamelContext context,
            RoutingSettings settings,
            NumberPlan plan,
            Supplier<CompletionStage<Map<String, GatewayState>>> states,
            Clock clock)
            throws IOException, TableFormatException {
        PriceFiles prices = new PriceFiles(settings.prices(), settings.currencies(), settings.zone());
        prices.load();
        Routing routing = new Routing(
                prices, new Router(prices.current(), settings.terms(), settings.strategies(), settings.zone()));
        RoutingStep step = new RoutingStep(new RouteChooser(
                routing::router,
                new GatewayStateCache(states),
                plan,
                new Turns(RandomGenerator.getDefault()),
                clock,
                settings.choices()));
        Processor nothing = exchange -> {};
        context.getRegistry().bind("smsRouting", Processor.class, settings.isOn() ? step : nothing);
        context.getRegistry().bind("sms-route-language", new SmsRouteLanguage(step));
        if (!settings.prices().isEmpty()) {
            var unused = context.getExecutorServiceManager()
                    .newSingleThreadScheduledExecutor(routing, "price-tables")
                    .scheduleWithFixedDelay(prices::refresh, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** By the prices that are in force. */
    private Router router() {
        Router by = router;
        PriceTables current = prices.current();
        if (!by.isBy(current)) {
            by = by.with(current);
            router = by;
        }
        return by;
    }
}
