package io.github.camelsms.routes.provider;

import io.github.camelsms.routes.provider.RequestTemplate.Request;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The token of OAuth 2.0 client credentials (RFC 6749, 4.4): fetched once, kept until shortly before it expires. */
final class AccessToken {

    private static final int MARGIN_SECONDS = 30;
    private static final int STANDARD_SECONDS = 300;

    private final Request request;
    private final Function<Request, CompletableFuture<ProviderAnswer>> sending;
    private final Clock clock;

    private CompletableFuture<String> token = CompletableFuture.failedFuture(new IllegalStateException());
    private Instant expires = Instant.MIN;

    AccessToken(Definition definition, Function<Request, CompletableFuture<ProviderAnswer>> sending, Clock clock) {
        this.sending = sending;
        this.clock = clock;
        String pair = encode(definition.require("account")) + ":" + encode(definition.require("secret"));
        this.request = new Request(
                "POST",
                URI.create(definition.require("oauthUrl")),
                Map.of(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)),
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                Optional.of("grant_type=client_credentials"
                        + definition
                                .value("oauthScope")
                                .map(scope -> "&scope=" + encode(scope))
                                .orElse("")));
    }

    /** The token; those who ask while it is fetched wait for the same one. */
    synchronized CompletableFuture<String> get() {
        boolean failed = token.isCompletedExceptionally();
        if (failed || (token.isDone() && clock.instant().isAfter(expires))) {
            CompletableFuture<String> next = new CompletableFuture<>();
            token = next;
            var unused = sending.apply(request).whenComplete((answer, failure) -> read(next, answer, failure));
        }
        return token;
    }

    /** The provider does not take it any more. */
    synchronized void forget() {
        if (token.isDone()) {
            expires = Instant.MIN;
        }
    }

    private void read(CompletableFuture<String> next, ProviderAnswer answer, Throwable failure) {
        Optional<String> found = failure == null && answer.status() == 200
                ? JsonPath.parse("access_token").value(answer.json())
                : Optional.empty();
        if (found.isEmpty() || !found.get().matches("[\\x21-\\x7E]+")) {
            next.completeExceptionally(new SendFailedException(
                    FailureKind.UNAVAILABLE,
                    "no-token",
                    "There is no access token: " + (failure == null ? "status " + answer.status() : "no answer"),
                    failure));
            return;
        }
        int seconds = JsonPath.parse("expires_in")
                .value(answer.json())
                .filter(text -> text.matches("[0-9]{1,7}"))
                .map(Integer::parseInt)
                .orElse(STANDARD_SECONDS);
        synchronized (this) {
            expires = clock.instant().plusSeconds(Math.max(seconds - MARGIN_SECONDS, 1));
        }
        next.complete(found.get());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
