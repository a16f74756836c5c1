package io.github.camelsms.routes.gateway;

import io.github.camelsms.sms.camel.SmsComponent;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes in the audit log what happens to the gateway while it runs. */
final class GatewayAudit {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayAudit.class);

    private final CamelContext context;

    GatewayAudit(CamelContext context) {
        this.context = context;
    }

    void started(String where) {
        note("gateway.start", where, "");
    }

    /**
     * A route file has changed.
     *
     * @param outcome its routes, or why they stay as they were
     */
    void reloaded(Path file, String outcome) {
        note("config.reload", file.toString(), outcome);
    }

    private void note(String action, String subject, String detail) {
        var unused = context.getComponent("sms", SmsComponent.class)
                .operations()
                .audit()
                .append(action, subject, detail)
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.error("{} {} is not in the audit log", action, subject, failure);
                    }
                });
    }
}
