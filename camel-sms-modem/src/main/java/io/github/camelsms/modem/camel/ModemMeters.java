package io.github.camelsms.modem.camel;

import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.command.Registration;
import io.github.camelsms.modem.command.StorageUse;
import io.github.camelsms.modem.session.ModemSession;
import io.github.camelsms.modem.session.Rung;
import io.github.camelsms.sms.report.FailureKind;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;

/**
 * Meters of Micrometer, one set for each device, where the Camel registry holds a {@link MeterRegistry}. What a modem
 * has not told is not a number.
 */
final class ModemMeters {

    private record Measured(ModemSession session, List<Meter> meters) {}

    private final MeterRegistry registry;
    private final Map<DeviceAddress, Measured> measured = new HashMap<>();

    ModemMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Those of this context; empty when nobody wants any. */
    static Optional<ModemMeters> in(CamelContext context) {
        return context.getRegistry().findByType(MeterRegistry.class).stream()
                .findFirst()
                .map(ModemMeters::new);
    }

    /** Begins to measure a session, and ends with the one that its device had before. */
    synchronized void measure(ModemSession session) {
        Measured before = measured.get(session.device());
        if (before != null && before.session() == session) {
            return;
        }
        if (before != null) {
            before.meters().forEach(registry::remove);
        }
        List<Meter> meters = new ArrayList<>();
        meters.add(counter("gsmmodem.parts.sent", session, ModemSession::sentParts)
                .description("parts that the network has accepted")
                .register(registry));
        for (FailureKind kind : FailureKind.values()) {
            meters.add(counter("gsmmodem.failures", session, s -> s.failures(kind))
                    .tag("kind", word(kind))
                    .description("messages that were not sent, in whole or in part")
                    .register(registry));
        }
        for (Rung rung : Rung.values()) {
            meters.add(counter("gsmmodem.recoveries", session, s -> s.recoveries()
                            .get(rung)
                            .doubleValue())
                    .tag("rung", word(rung))
                    .description("what was done to get a silent modem back")
                    .register(registry));
        }
        meters.add(gauge("gsmmodem.ready", session, s -> s.status().isReady() ? 1 : 0));
        meters.add(gauge("gsmmodem.registered", session, s -> s.details()
                .registration()
                .map(Registration::isRegistered)
                .map(is -> is ? 1.0 : 0.0)
                .orElse(Double.NaN)));
        meters.add(gauge(
                "gsmmodem.signal",
                session,
                s -> s.details().signal().map(Integer::doubleValue).orElse(Double.NaN)));
        meters.add(gauge("gsmmodem.storage.used", session, s -> slots(s, StorageUse::used)));
        meters.add(gauge("gsmmodem.storage.slots", session, s -> slots(s, StorageUse::total)));
        measured.put(session.device(), new Measured(session, meters));
    }

    private static FunctionCounter.Builder<ModemSession> counter(
            String name, ModemSession session, ToDoubleFunction<ModemSession> value) {
        return FunctionCounter.builder(name, session, value)
                .tag("device", session.device().toString());
    }

    private Meter gauge(String name, ModemSession session, ToDoubleFunction<ModemSession> value) {
        return Gauge.builder(name, session, value)
                .tag("device", session.device().toString())
                .register(registry);
    }

    private static double slots(ModemSession session, ToDoubleFunction<StorageUse> number) {
        return session.details().slots().map(number::applyAsDouble).orElse(Double.NaN);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
