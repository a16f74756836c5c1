package io.github.camelsms.routes.http.api;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.OwnMessages;
import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.Authentication;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.json.MessageJson;
import io.github.camelsms.sms.account.Role;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.Operation;
import io.github.camelsms.sms.store.Operations;
import io.github.camelsms.sms.store.Search;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * What the API tells of messages and does to them. An account sees its own, an operator everybody's; another's is as if it
 * were not there.
 */
final class Messages {

    private static final Set<String> FILTERS = Set.of("to", "gateway", "state", "from", "until", "limit", "before");

    private final OwnMessages own;
    private final Authentication authentication;

    Messages(OwnMessages own, Authentication authentication) {
        this.own = own;
        this.authentication = authentication;
    }

    /** Whose messages are seen: those of the account, or everybody's for an operator. */
    private Optional<String> seen(Optional<String> account) throws RefusedException {
        if (authentication.may(account, Role.OPERATOR)) {
            return Optional.empty();
        }
        authentication.require(account, Role.READ);
        return account;
    }

    CompletionStage<Answer> one(Optional<String> account, String id) throws RefusedException {
        Operations operations = own.store();
        return own.find(seen(account), id)
                .thenCompose(message -> operations.history(message.id()).thenApply(history -> {
                    Map<String, Object> json = MessageJson.of(message);
                    json.put("events", history.stream().map(MessageJson::of).toList());
                    return ApiJson.answer(200, json);
                }));
    }

    CompletionStage<Answer> cancel(Optional<String> account, String id) throws RefusedException {
        Operations operations = own.store();
        return own.find(seen(account), id)
                .thenCompose(message -> operations.operate(message.id(), Operation.CANCEL))
                .thenCompose(operations::find)
                .thenApply(message -> ApiJson.answer(200, MessageJson.of(message.orElseThrow())));
    }

    CompletionStage<Answer> list(Optional<String> account, Parameters parameters) throws RefusedException {
        parameters.only(FILTERS);
        Search search = search(seen(account), parameters);
        return own.store().search(search).thenApply(found -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("messages", found.stream().map(MessageJson::of).toList());
            if (found.size() == search.limit()) {
                json.put(
                        "next",
                        Lists.next(
                                "/api/messages",
                                FILTERS,
                                parameters,
                                found.get(found.size() - 1).id()));
            }
            return ApiJson.answer(200, json);
        });
    }

    private static Search search(Optional<String> account, Parameters parameters) throws RefusedException {
        Search search =
                Search.newest(parameters.number("limit", 1, Search.LARGEST_PAGE).orElse(Lists.PAGE));
        if (account.isPresent()) {
            search = search.withAccount(account.get());
        }
        Optional<String> to = parameters.filled("to");
        if (to.isPresent()) {
            search = search.withNumber(to.get().strip().replace("+", ""));
        }
        Optional<String> gateway = parameters.filled("gateway");
        if (gateway.isPresent()) {
            search = search.withGateway(gateway.get());
        }
        Optional<String> states = parameters.filled("state");
        if (states.isPresent()) {
            search = search.withStates(Lists.states(MessageState.class, states.get()));
        }
        Optional<Instant> from = time(parameters, "from");
        if (from.isPresent()) {
            search = search.withFrom(from.get());
        }
        Optional<Instant> until = time(parameters, "until");
        if (until.isPresent()) {
            search = search.withUntil(until.get());
        }
        Optional<String> before = parameters.filled("before");
        return before.isPresent() ? search.withBefore(OwnMessages.id(before.get())) : search;
    }

    private static Optional<Instant> time(Parameters parameters, String name) throws RefusedException {
        Optional<String> text = parameters.filled(name);
        // a plus of a zone that was not encoded has become a blank
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(JsonBody.time(name, text.get().replace(' ', '+')));
    }
}
