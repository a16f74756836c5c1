package io.github.camelsms.routes.account;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.apache.camel.CamelContext;

/** Counts alarms with Micrometer, where the Camel registry holds a {@link MeterRegistry}: {@code sms.alarms}, by kind. */
final class PolicyMeters {

    private PolicyMeters() {}

    static Optional<Alarms.AlarmCounter> in(CamelContext context) {
        return context.getRegistry().findByType(MeterRegistry.class).stream()
                .findFirst()
                .map(registry ->
                        kind -> registry.counter("sms.alarms", "kind", kind).increment());
    }
}
