package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.store.MessageStore;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Down while messages wait for a gateway that no route sends for; the details say which and how many. */
final class GatewaysHealthCheck extends AbstractHealthCheck {

    private static final String ID = "sms-gateways";

    private final MessageStore store;

    private GatewaysHealthCheck(MessageStore store) {
        super("sms", ID);
        this.store = store;
    }

    static void register(CamelContext context, MessageStore store) {
        HealthCheckRegistry registry = HealthCheckHelper.getHealthCheckRegistry(context);
        if (registry != null) {
            registry.getCheck(ID).ifPresent(registry::unregister);
            registry.register(new GatewaysHealthCheck(store));
        }
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        Map<String, Long> unserved = store.unserved();
        unserved.forEach((gateway, waiting) -> builder.detail("sms.waiting." + gateway, waiting));
        if (unserved.isEmpty()) {
            builder.up();
        } else {
            builder.message("Messages wait for gateways without a route: " + String.join(", ", unserved.keySet()))
                    .down();
        }
    }
}
