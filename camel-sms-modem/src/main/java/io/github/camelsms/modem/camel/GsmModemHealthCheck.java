package io.github.camelsms.modem.camel;

import io.github.camelsms.modem.session.ModemSession;
import io.github.camelsms.modem.session.SessionStatus;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Up while the modem can send and receive. */
final class GsmModemHealthCheck extends AbstractHealthCheck {

    private final Supplier<Optional<ModemSession>> session;

    GsmModemHealthCheck(String device, Supplier<Optional<ModemSession>> session) {
        super("camel", "gsmmodem-" + device);
        this.session = session;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        session.get().ifPresent(s -> s.recoveries()
                .forEach((rung, count) ->
                        builder.detail("modem.recovery." + rung.name().toLowerCase(Locale.ROOT), count)));
        session.get().map(ModemSession::details).ifPresent(details -> {
            details.registration().ifPresent(r -> builder.detail("modem.registration", r.describe()));
            details.signal().ifPresent(dbm -> builder.detail("modem.signal", dbm + " dBm"));
            details.operator().ifPresent(name -> builder.detail("modem.operator", name));
            details.slots().ifPresent(use -> builder.detail("modem.slots", use.toString()));
        });
        Optional<SessionStatus> status = session.get().map(ModemSession::status);
        builder.detail("modem.state", status.map(s -> s.state().name()).orElse("CLOSED"));
        status.ifPresent(s -> builder.detail("modem.since", s.since().toString()));
        if (status.filter(SessionStatus::isReady).isPresent()) {
            builder.up();
        } else {
            builder.message(status.map(SessionStatus::describe).orElse("CLOSED"))
                    .down();
        }
    }
}
