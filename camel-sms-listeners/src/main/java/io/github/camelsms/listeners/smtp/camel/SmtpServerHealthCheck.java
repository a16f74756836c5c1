package io.github.camelsms.listeners.smtp.camel;

import io.github.camelsms.listeners.smtp.SmtpListener;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Up while the port is listened at. */
final class SmtpServerHealthCheck extends AbstractHealthCheck {

    private final Supplier<Optional<SmtpListener>> listener;

    SmtpServerHealthCheck(String url, Supplier<Optional<SmtpListener>> listener) {
        super("camel", "smtp-server-" + url);
        this.listener = listener;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        Optional<SmtpListener> running = listener.get().filter(SmtpListener::isRunning);
        if (running.isEmpty()) {
            builder.message("The SMTP listener is stopped").down();
            return;
        }
        builder.detail("smtp.sessions", running.get().openSessions());
        builder.detail("smtp.refused", running.get().refusedSessions());
        builder.up();
    }
}
