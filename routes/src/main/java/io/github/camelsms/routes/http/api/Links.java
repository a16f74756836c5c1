package io.github.camelsms.routes.http.api;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.OwnMessages;
import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.json.LinkJson;
import io.github.camelsms.sms.store.LinkSearch;
import io.github.camelsms.sms.store.ReplyLink;
import io.github.camelsms.sms.store.Search;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Which mailboxes the answers of which phones go to. */
final class Links {

    private static final Set<String> FILTERS = Set.of("number", "mailbox");
    private static final Set<String> PAGE_FILTERS = Set.of("number", "mailbox", "limit", "before");

    private final OwnMessages store;

    Links(OwnMessages store) {
        this.store = store;
    }

    CompletionStage<Answer> list(Parameters parameters) throws RefusedException {
        parameters.only(PAGE_FILTERS);
        LinkSearch search = filtered(
                LinkSearch.newest(
                        parameters.number("limit", 1, Search.LARGEST_PAGE).orElse(Lists.PAGE)),
                parameters);
        Optional<String> before = parameters.filled("before");
        LinkSearch page = before.isPresent() ? search.withBefore(OwnMessages.id(before.get())) : search;
        return store.store().links(page).thenApply(found -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("links", found.stream().map(LinkJson::of).toList());
            if (found.size() == page.limit()) {
                ReplyLink last = found.get(found.size() - 1);
                json.put("next", Lists.next("/api/links", PAGE_FILTERS, parameters, last.message()));
            }
            return ApiJson.answer(200, json);
        });
    }

    /** Without a filter nothing is ended: a forgotten parameter must not end all. */
    CompletionStage<Answer> clear(Parameters parameters, String actor) throws RefusedException {
        parameters.only(FILTERS);
        LinkSearch search = filtered(LinkSearch.newest(1), parameters);
        if (search.number().isEmpty() && search.mailbox().isEmpty()) {
            throw Refusal.MISSING_PARAM.because("number or mailbox says which links are to end");
        }
        return store.store()
                .by(actor)
                .clearLinks(search)
                .thenApply(count -> ApiJson.answer(200, Map.of("cleared", count)));
    }

    private static LinkSearch filtered(LinkSearch search, Parameters parameters) throws RefusedException {
        Optional<String> number = parameters.filled("number");
        Optional<String> mailbox = parameters.filled("mailbox");
        LinkSearch ofNumber = number.isPresent() ? search.withNumber(number.get()) : search;
        return mailbox.isPresent() ? ofNumber.withMailbox(mailbox.get()) : ofNumber;
    }
}
