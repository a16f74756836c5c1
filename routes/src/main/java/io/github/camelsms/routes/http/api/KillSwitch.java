package io.github.camelsms.routes.http.api;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.HttpCall;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.json.StopJson;
import io.github.camelsms.sms.store.Operations;
import io.github.camelsms.sms.store.Stop;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What is stopped: accepting, sending, or sending by one gateway. */
final class KillSwitch {

    private static final Set<String> NAMES = Set.of("accept", "send", "gateway", "reason");

    private final Supplier<Operations> store;

    KillSwitch(Supplier<Operations> store) {
        this.store = store;
    }

    CompletionStage<Answer> status() {
        return store.get().stops().thenApply(stops -> ApiJson.answer(200, StopJson.of(stops)));
    }

    /** {@code accept} and {@code send} are false for what is stopped; what is not named stays. */
    CompletionStage<Answer> set(HttpCall call, String actor) throws RefusedException {
        JsonBody body = JsonBody.of(call, NAMES);
        Optional<String> gateway = body.text("gateway");
        Map<String, Boolean> wanted = new LinkedHashMap<>();
        body.flag("accept").ifPresent(goesOn -> wanted.put(Stop.ACCEPT, goesOn));
        body.flag("send")
                .ifPresent(goesOn -> wanted.put(gateway.map(Stop::sending).orElse(Stop.SEND), goesOn));
        String reason = body.text("reason").orElse("");
        Operations operations = store.get().by(actor);
        CompletionStage<Void> done = CompletableFuture.completedStage(null);
        for (Map.Entry<String, Boolean> change : wanted.entrySet()) {
            done = done.thenCompose(before -> change.getValue()
                    ? operations.resume(change.getKey())
                    : operations.stop(new Stop(change.getKey(), reason, Instant.EPOCH)));
        }
        return done.thenCompose(changed -> status());
    }
}
