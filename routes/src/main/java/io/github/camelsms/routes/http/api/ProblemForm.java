package io.github.camelsms.routes.http.api;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.AnswerForm;
import io.github.camelsms.routes.ingress.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/** Refusals as problem details (RFC 9457). {@code code} is the stable name, {@code retryable} whether to ask again. */
final class ProblemForm implements AnswerForm {

    private static final String TYPE = "application/problem+json";

    @Override
    public Answer refused(Refusal refusal, String explanation) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:camel-sms:problem:" + refusal.code());
        problem.put("title", HttpStatus.getMessage(refusal.status()));
        problem.put("status", refusal.status());
        problem.put("code", refusal.code());
        problem.put("detail", explanation);
        problem.put("retryable", refusal.retryable());
        return Answer.refused(refusal, TYPE, ApiJson.write(problem));
    }
}
