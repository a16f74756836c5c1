package io.github.camelsms.routes.http.api;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.OwnMessages;
import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.Authentication;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.json.IncomingJson;
import io.github.camelsms.sms.account.Role;
import io.github.camelsms.sms.store.IncomingRecord;
import io.github.camelsms.sms.store.IncomingSearch;
import io.github.camelsms.sms.store.IncomingState;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.Operations;
import io.github.camelsms.sms.store.Search;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * What the API tells of received messages. They belong to no account, so that only accounts with the role
 * {@code incoming}, or named in {@code sms.api.incomingAccounts}, see them: all of them.
 */
final class ReceivedMessages {

    private static final Set<String> FILTERS = Set.of("number", "gateway", "state", "limit", "before");

    private final OwnMessages store;
    private final Set<String> readers;
    private final Authentication authentication;

    /**
     * @param readers names of accounts
     */
    ReceivedMessages(OwnMessages store, Set<String> readers, Authentication authentication) {
        this.store = store;
        this.authentication = authentication;
        this.readers = Set.copyOf(readers);
    }

    /** Refuses an account that must not see received messages; empty stands for whoever is on this machine. */
    void admit(Optional<String> account) throws RefusedException {
        if (account.isEmpty() || !readers.contains(account.get())) {
            authentication.require(account, Role.INCOMING);
        }
    }

    CompletionStage<Answer> list(Parameters parameters) throws RefusedException {
        parameters.only(FILTERS);
        IncomingSearch search = search(parameters);
        return store.store().incoming(search).thenApply(found -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("messages", found.stream().map(IncomingJson::of).toList());
            if (found.size() == search.limit()) {
                MessageId last = found.get(found.size() - 1).id();
                json.put("next", Lists.next("/api/incoming", FILTERS, parameters, last));
            }
            return ApiJson.answer(200, json);
        });
    }

    CompletionStage<Answer> one(String id) throws RefusedException {
        return find(OwnMessages.id(id)).thenApply(message -> ApiJson.answer(200, IncomingJson.of(message)));
    }

    CompletionStage<Answer> replay(String id, String actor) throws RefusedException {
        Operations operations = store.store().by(actor);
        MessageId received = OwnMessages.id(id);
        return find(received)
                .thenCompose(found -> operations.replay(received))
                .thenCompose(done -> find(received))
                .thenApply(message -> ApiJson.answer(200, IncomingJson.of(message)));
    }

    private CompletionStage<IncomingRecord> find(MessageId id) {
        return store.store()
                .findIncoming(id)
                .thenApply(message -> message.orElseThrow(() -> new CompletionException(
                        Refusal.NO_SUCH_MESSAGE.because("there is no received message with this id"))));
    }

    private static IncomingSearch search(Parameters parameters) throws RefusedException {
        IncomingSearch search = IncomingSearch.newest(
                parameters.number("limit", 1, Search.LARGEST_PAGE).orElse(Lists.PAGE));
        Optional<String> number = parameters.filled("number");
        if (number.isPresent()) {
            search = search.withNumber(number.get().strip().replace("+", ""));
        }
        Optional<String> gateway = parameters.filled("gateway");
        if (gateway.isPresent()) {
            search = search.withGateway(gateway.get());
        }
        Optional<String> states = parameters.filled("state");
        if (states.isPresent()) {
            search = search.withStates(Lists.states(IncomingState.class, states.get()));
        }
        Optional<String> before = parameters.filled("before");
        return before.isPresent() ? search.withBefore(OwnMessages.id(before.get())) : search;
    }
}
