package io.github.camelsms.routes.http.api;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.AnswerForm;
import io.github.camelsms.routes.ingress.Refusal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.impl.EnglishReasonPhraseCatalog;

/** Refusals as problem details (RFC 9457). {@code code} is the stable name, {@code retryable} whether to ask again. */
final class ProblemForm implements AnswerForm {

    private static final String TYPE = "application/problem+json";

    @Override
    public Answer refused(Refusal refusal, String explanation) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:camel-sms:problem:" + refusal.code());
        problem.put("title", EnglishReasonPhraseCatalog.INSTANCE.getReason(refusal.status(), Locale.ROOT));
        problem.put("status", refusal.status());
        problem.put("code", refusal.code());
        problem.put("detail", explanation);
        problem.put("retryable", refusal.retryable());
        return Answer.refused(refusal, TYPE, ApiJson.write(problem));
    }
}
