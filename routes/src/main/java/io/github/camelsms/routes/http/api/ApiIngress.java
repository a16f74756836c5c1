package io.github.camelsms.routes.http.api;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.AnsweringProcessor;
import io.github.camelsms.routes.http.Entrance;
import io.github.camelsms.routes.http.HttpCall;
import io.github.camelsms.routes.http.IdempotencyField;
import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.IngressGuard;
import io.github.camelsms.routes.ingress.Option;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.SubmitRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;

/**
 * The first step of {@code /api}: a message to be sent goes on through the route; everything else is answered here, by
 * what the store says, and ends the route.
 */
final class ApiIngress extends AnsweringProcessor {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Entrance entrance;
    private final Messages messages;
    private final ReceivedMessages received;
    private final Links links;
    private final Administration administration;
    private final Explanations explanations;
    private final Clock clock;

    ApiIngress(
            Entrance entrance,
            Messages messages,
            ReceivedMessages received,
            Links links,
            Administration administration,
            Explanations explanations,
            Clock clock) {
        this.entrance = entrance;
        this.messages = messages;
        this.received = received;
        this.links = links;
        this.administration = administration;
        this.explanations = explanations;
        this.clock = clock;
    }

    @Override
    protected Optional<CompletionStage<Answer>> answer(Exchange exchange) throws Exception {
        HttpCall call = entrance.enter(exchange, METHODS);
        if (call.path().equals("/api/openapi.yaml")) {
            ApiPath.require(call, "GET");
            return now(OpenApi.answer());
        }
        Optional<String> account = entrance.account(call, Optional.empty());
        ApiPath path = ApiPath.of(call);
        return switch (path.resource()) {
            case MESSAGES ->
                call.method().equals("POST")
                        ? submit(exchange, call, account)
                        : Optional.of(messages.list(account, Parameters.of(call)));
            case EXPLAIN -> Optional.of(explanations.answer(account, Parameters.of(call)));
            case PREVIEW -> now(Preview.of(JsonBody.of(call, Preview.NAMES)));
            case MESSAGE ->
                Optional.of(
                        call.method().equals("DELETE")
                                ? messages.cancel(account, path.id())
                                : messages.one(account, path.id()));
            case LINKS -> Optional.of(links(call, account));
            case INCOMING, RECEIVED, REPLAY -> Optional.of(received(call, account, path));
            default -> Optional.of(administration.answer(call, account, path));
        };
    }

    /** Who sees what phones write sees whom they write to, and nobody else. */
    private CompletionStage<Answer> links(HttpCall call, Optional<String> account) throws RefusedException {
        received.admit(account);
        return call.method().equals("DELETE")
                ? links.clear(Parameters.of(call), Administration.actor(account))
                : links.list(Parameters.of(call));
    }

    private CompletionStage<Answer> received(HttpCall call, Optional<String> account, ApiPath path)
            throws RefusedException {
        received.admit(account);
        return switch (path.resource()) {
            case RECEIVED -> received.one(path.id());
            case REPLAY -> received.replay(path.id(), Administration.actor(account));
            default -> received.list(Parameters.of(call));
        };
    }

    private Optional<CompletionStage<Answer>> submit(Exchange exchange, HttpCall call, Optional<String> account)
            throws RefusedException {
        JsonBody json = JsonBody.of(call, MessageRequest.NAMES);
        SubmitRequest request =
                MessageRequest.read(json, clock.instant()).with(Option.IDEMPOTENCY_KEY, IdempotencyField.of(call));
        IngressGuard.admit(exchange, request, account);
        return Optional.empty();
    }
}
