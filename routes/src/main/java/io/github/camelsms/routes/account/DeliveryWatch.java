package io.github.camelsms.routes.account;

import io.github.camelsms.sms.routing.GatewayState;
import io.github.camelsms.sms.routing.Measured;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Raises an alarm for each gateway of which networks say that less than half is delivered: nobody reads what is pumped. */
public final class DeliveryWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWatch.class);
    private static final long MINUTES = 5;
    /** Of less nothing is said. */
    private static final long LEAST = 50;

    private DeliveryWatch() {}

    /** Begins to look. */
    public static void addTo(CamelContext context, Supplier<CompletionStage<Map<String, GatewayState>>> gateways) {
        Alarms alarms = context.getRegistry().lookupByNameAndType("smsAlarms", Alarms.class);
        var unused = context.getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(DeliveryWatch.class, "delivery-watch")
                .scheduleWithFixedDelay(
                        () -> gateways.get().whenComplete((states, failure) -> look(states, failure, alarms)),
                        MINUTES,
                        MINUTES,
                        TimeUnit.MINUTES);
    }

    private static void look(Map<String, GatewayState> states, Throwable failure, Alarms alarms) {
        if (failure == null) {
            look(states, alarms);
        } else {
            LOG.debug("What the gateways are like cannot be read", failure);
        }
    }

    static void look(Map<String, GatewayState> states, Alarms alarms) {
        states.forEach((gateway, state) -> {
            Measured measured = state.measured();
            long all = measured.delivered() + measured.failed();
            if (all >= LEAST && measured.delivered() * 2 < all) {
                alarms.raise(
                        "low-delivery",
                        gateway,
                        "gateway " + gateway + " delivers " + measured.delivered() + " of " + all + " messages");
            }
        });
    }
}
