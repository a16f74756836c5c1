package io.github.camelsms.routes.http.api;

import io.github.camelsms.routes.explain.Explained;
import io.github.camelsms.routes.explain.Explainer;
import io.github.camelsms.routes.explain.Question;
import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.OwnMessages;
import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.Authentication;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.TextRules;
import io.github.camelsms.sms.account.Role;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * {@code /api/explain}: what would become of a message, or what was decided about one. An account asks for itself, and
 * is not told of prices and of what other gateways there are, unless it is one of an operator.
 */
final class Explanations {

    private static final Set<String> NAMES = Set.of("to", "text", "from", "gateway", "network", "at", "account", "id");
    private static final String INTERNAL = "route";

    private final OwnMessages own;
    private final Explainer explainer;
    private final Authentication authentication;

    Explanations(OwnMessages own, Explainer explainer, Authentication authentication) {
        this.own = own;
        this.explainer = explainer;
        this.authentication = authentication;
    }

    CompletionStage<Answer> answer(Optional<String> caller, Parameters parameters) throws RefusedException {
        boolean operator = authentication.may(caller, Role.OPERATOR);
        // an operator asks for anybody, and is told all
        Optional<String> account = operator ? Optional.empty() : caller;
        parameters.only(NAMES);
        Optional<String> id = parameters.filled("id");
        if (id.isPresent()) {
            return own.find(account, id.get()).thenApply(message -> past(message, account));
        }
        Optional<String> asked = parameters.filled("account");
        if (asked.isPresent() && account.isPresent() && !asked.equals(account)) {
            throw Refusal.FORBIDDEN.because("an account asks for itself");
        }
        Optional<String> to = parameters.filled("to");
        if (to.isEmpty()) {
            throw Refusal.MISSING_PARAM.because("to is missing: a number, or several with commas; or id, a message");
        }
        Optional<String> from = parameters.filled("from");
        Question question = Question.text(to.get(), parameters.filled("text").orElse("test"))
                .by(asked.or(() -> caller))
                .with(SmsConstants.FROM, from.isEmpty() ? from : Optional.of(TextRules.sender(from.get())))
                .with(SmsConstants.GATEWAY, parameters.filled("gateway"))
                .with(SmsConstants.NETWORK, parameters.filled("network"))
                .at(time(parameters));
        Explained explained = explainer.explain(question);
        return CompletableFuture.completedStage(
                ApiJson.answer(200, (account.isPresent() ? explained.without(INTERNAL) : explained).fields()));
    }

    private static Answer past(MessageRecord message, Optional<String> account) {
        List<String> lines = Optional.ofNullable(
                        message.message().attributes().values().get(Message.EXPLANATION))
                .map(kept -> kept.lines()
                        .filter(line -> account.isEmpty() || !line.startsWith(INTERNAL + ":"))
                        .toList())
                .orElse(List.of());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", message.id().value());
        fields.put("state", message.state().name());
        fields.put("gateways", message.message().gateways().ids());
        fields.put("steps", lines.stream().map(Explanations::step).toList());
        return ApiJson.answer(200, fields);
    }

    private static Map<String, String> step(String line) {
        int colon = line.indexOf(": ");
        return colon < 0
                ? Map.of("step", "", "decision", line)
                : Map.of("step", line.substring(0, colon), "decision", line.substring(colon + 2));
    }

    private static Optional<Instant> time(Parameters parameters) throws RefusedException {
        Optional<String> text = parameters.filled("at");
        // a plus of a zone that was not encoded has become a blank
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(JsonBody.time("at", text.get().replace(' ', '+')));
    }
}
