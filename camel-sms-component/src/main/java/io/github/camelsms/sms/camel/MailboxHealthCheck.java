package io.github.camelsms.sms.camel;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Whether a mailbox could be read when it was last asked. */
final class MailboxHealthCheck extends AbstractHealthCheck {

    private final Supplier<Optional<String>> trouble;

    MailboxHealthCheck(String id, Supplier<Optional<String>> trouble) {
        super("sms", id);
        this.trouble = trouble;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        trouble.get().ifPresentOrElse(reason -> builder.message(reason).down(), builder::up);
    }
}
