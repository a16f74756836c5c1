package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.sms.store.SmsRejectedException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From what went wrong to what the client is told: a stable code and a sentence of ours. What nobody foresaw is
 * {@code internal} with an incident id that leads to the log; its text stays inside.
 */
public final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AnswerForm form;

    /**
     * @param form how refusals are said
     */
    public Answers(AnswerForm form) {
        this.form = form;
    }

    /** What a route has made of a call: an answer, a line of text, or a failure. */
    public Answer of(Exchange exchange) {
        if (exchange.getException() != null) {
            return to(exchange.getException());
        }
        Message message = exchange.getMessage();
        return message.getBody() instanceof Answer answer ? answer : Answer.ok(message.getBody(String.class));
    }

    /** The route has not ended in time. */
    public Answer timedOut() {
        return ServerErrors.timedOut(form);
    }

    private Answer to(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                Answer answer = form.refused(refused.refusal(), refused.getMessage());
                return refused.allowed().isEmpty() ? answer : answer.with("Allow", refused.allowed());
            }
            if (cause instanceof SmsRejectedException rejected) {
                return form.refused(Refusal.of(rejected.code()), rejected.getMessage());
            }
            if (cause instanceof RejectedExecutionException) {
                return form.refused(Refusal.STOPPING, "the gateway is stopping");
            }
        }
        byte[] id = new byte[6];
        RANDOM.nextBytes(id);
        String incident = HexFormat.of().formatHex(id);
        LOG.error(
                "incident {}: a request failed: {}",
                incident,
                failure.getClass().getName());
        LOG.debug("incident {}", incident, failure);
        return form.refused(Refusal.INTERNAL, "the gateway has failed; the log knows more under incident " + incident);
    }
}
