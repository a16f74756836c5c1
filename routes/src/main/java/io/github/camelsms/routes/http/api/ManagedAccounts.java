package io.github.camelsms.routes.http.api;

import io.github.camelsms.routes.account.AccountDirectory;
import io.github.camelsms.routes.account.Tokens;
import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.HttpCall;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.json.AccountJson;
import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.AccountUsage;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Accounts and groups in the API. Those of the settings are seen and not changed. */
final class ManagedAccounts {

    private final AccountDirectory directory;
    private final ZoneId zone;
    private final String actor;

    /**
     * @param zone where the months of limits begin at midnight
     */
    ManagedAccounts(AccountDirectory directory, ZoneId zone) {
        this(directory, zone, "");
    }

    private ManagedAccounts(AccountDirectory directory, ZoneId zone, String actor) {
        this.directory = directory;
        this.zone = zone;
        this.actor = actor;
    }

    /** The same for somebody who changes them. */
    ManagedAccounts by(String somebody) {
        return new ManagedAccounts(directory, zone, somebody);
    }

    CompletionStage<Answer> list(Kind kind) {
        return everything(kind).thenCombine(usage(), (entries, usage) -> {
            List<Map<String, Object>> shown = entries.stream()
                    .map(entry -> AccountJson.of(entry, usage(usage, entry), source(entry)))
                    .toList();
            return ApiJson.answer(200, Map.of(kind.word() + "s", shown));
        });
    }

    CompletionStage<Answer> show(Kind kind, String name) {
        return answer(200, kind, name);
    }

    CompletionStage<Answer> add(HttpCall call, Kind kind) throws RefusedException {
        AccountRequest request = AccountRequest.of(call, kind, Set.of("name"));
        String name = request.name();
        AccountEntry entry = request.applyTo(entry(kind, name));
        if (ofSettings(kind, name).isPresent()) {
            throw Refusal.WRONG_STATE.because("the settings have one of this name");
        }
        return directory
                .store(actor)
                .add(entry)
                .thenCompose(done -> directory.refresh())
                .thenCompose(done -> answer(201, kind, name));
    }

    CompletionStage<Answer> change(HttpCall call, Kind kind, String name) throws RefusedException {
        AccountRequest request = AccountRequest.of(call, kind, Set.of());
        changeable(kind, name);
        return directory
                .store(actor)
                .change(kind, name, request::applyTo)
                .thenCompose(done -> directory.refresh())
                .thenCompose(done -> answer(200, kind, name));
    }

    CompletionStage<Answer> remove(Kind kind, String name) throws RefusedException {
        changeable(kind, name);
        return directory
                .store(actor)
                .remove(kind, name)
                .thenCompose(done -> directory.refresh())
                .thenApply(done -> ApiJson.answer(200, Map.of("removed", name)));
    }

    CompletionStage<Answer> reset(HttpCall call, Kind kind, String name) throws RefusedException {
        int parts = call.body().length == 0
                ? 0
                : JsonBody.of(call, Set.of("parts"))
                        .number("parts", 0, Integer.MAX_VALUE)
                        .orElse(0);
        return find(kind, name)
                .thenCompose(entry -> directory.store(actor).reset(kind, name, parts, zone))
                .thenCompose(done -> answer(200, kind, name));
    }

    /** A new token; it is shown once, and the one before opens nothing any more. */
    CompletionStage<Answer> token(String name) throws RefusedException {
        changeable(Kind.ACCOUNT, name);
        String token = Tokens.create();
        return directory
                .store(actor)
                .change(Kind.ACCOUNT, name, entry -> entry.withToken(Optional.of(Tokens.digest(token))))
                .thenCompose(done -> directory.refresh())
                .thenApply(done -> ApiJson.answer(200, Map.of("name", name, "token", token)));
    }

    CompletionStage<Answer> withoutToken(String name) throws RefusedException {
        changeable(Kind.ACCOUNT, name);
        return directory
                .store(actor)
                .change(Kind.ACCOUNT, name, entry -> entry.withToken(Optional.empty()))
                .thenCompose(done -> directory.refresh())
                .thenCompose(done -> answer(200, Kind.ACCOUNT, name));
    }

    private CompletionStage<Answer> answer(int status, Kind kind, String name) {
        return find(kind, name)
                .thenCombine(
                        directory.store().usage(kind, name, zone),
                        (entry, usage) -> ApiJson.answer(status, AccountJson.of(entry, usage, source(entry))));
    }

    private CompletionStage<AccountEntry> find(Kind kind, String name) {
        return everything(kind).thenApply(entries -> entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CompletionException(
                        Refusal.NOT_FOUND.because("there is no " + kind.word() + " of this name"))));
    }

    /** One of the settings hides one of the store. */
    private CompletionStage<List<AccountEntry>> everything(Kind kind) {
        return directory
                .store()
                .entries()
                .thenApply(entries -> List.copyOf(Stream.concat(directory.ofSettings().stream(), entries.stream())
                        .filter(entry -> entry.kind() == kind)
                        .collect(Collectors.toMap(
                                AccountEntry::name, Function.identity(), (one, other) -> one, LinkedHashMap::new))
                        .values()));
    }

    private CompletionStage<Map<String, AccountUsage>> usage() {
        return directory.store().usage(zone).thenApply(all -> all.stream()
                .collect(Collectors.toMap(usage -> usage.kind().word() + ":" + usage.name(), Function.identity())));
    }

    private static AccountUsage usage(Map<String, AccountUsage> all, AccountEntry entry) {
        return all.getOrDefault(
                entry.kind().word() + ":" + entry.name(), AccountUsage.none(entry.kind(), entry.name()));
    }

    private void changeable(Kind kind, String name) throws RefusedException {
        if (ofSettings(kind, name).isPresent()) {
            throw Refusal.WRONG_STATE.because("this one is in the settings: change it there");
        }
    }

    private Optional<AccountEntry> ofSettings(Kind kind, String name) {
        return directory.ofSettings().stream()
                .filter(entry -> entry.kind() == kind && entry.name().equals(name))
                .findFirst();
    }

    private String source(AccountEntry entry) {
        return ofSettings(entry.kind(), entry.name()).isPresent() ? "settings" : "store";
    }

    private static AccountEntry entry(Kind kind, String name) throws RefusedException {
        try {
            return kind == Kind.ACCOUNT ? AccountEntry.account(name) : AccountEntry.group(name);
        } catch (IllegalArgumentException e) {
            throw Refusal.BAD_PARAM.because(e.getMessage());
        }
    }
}
