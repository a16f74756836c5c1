package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.rules.RuleRun.Effect;
import io.github.camelsms.routes.settings.RuleSettings;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where rules send things to beside the way of the message itself. What is on its way again when an attempt is repeated
 * carries the same idempotency key, so a phone gets it once.
 */
final class Outlets {

    static final String SEND = "direct:sms-rules-send";

    private static final Logger LOG = LoggerFactory.getLogger(Outlets.class);

    private final ProducerTemplate template;
    private final RuleSettings settings;
    private final Clock clock;

    Outlets(ProducerTemplate template, RuleSettings settings, Clock clock) {
        this.template = template;
        this.settings = settings;
        this.clock = clock;
    }

    RuleSettings settings() {
        return settings;
    }

    Clock clock() {
        return clock;
    }

    /** Has a short message accepted; it is on disk when this returns. */
    void sms(String text, Map<String, Object> headers) throws Exception {
        try {
            send(SEND, text, headers);
        } catch (SmsRejectedException e) {
            boolean noWayBack = e.code() == Code.NO_SUCH_GATEWAY && headers.containsKey(SmsConstants.GATEWAY);
            if (!noWayBack) {
                throw e;
            }
            // what has received it cannot send
            Map<String, Object> any = new TreeMap<>(headers);
            any.remove(SmsConstants.GATEWAY);
            send(SEND, text, any);
        }
    }

    /** The same for what the message itself can go on without: what is refused for good is logged. */
    static Effect besides(Effect effect) {
        return () -> {
            try {
                effect.run();
            } catch (SmsRejectedException e) {
                if (e.code().retryable() && e.code() != Code.RATE_LIMITED) {
                    throw e;
                }
                LOG.warn("What a rule sends is refused, {}: {}", e.code().word(), e.getMessage());
            }
        };
    }

    /** Sends something to an endpoint. */
    void send(String endpoint, Object body, Map<String, Object> headers) throws Exception {
        try {
            template.sendBodyAndHeaders(endpoint, body, headers);
        } catch (CamelExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
