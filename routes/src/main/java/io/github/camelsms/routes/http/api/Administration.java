package io.github.camelsms.routes.http.api;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.HttpCall;
import io.github.camelsms.routes.ingress.Authentication;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.Role;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The part of the API that is for administrators, and the kill switch, which is for operators too. */
final class Administration {

    private final ManagedAccounts accounts;
    private final KillSwitch killSwitch;
    private final Authentication authentication;

    Administration(ManagedAccounts accounts, KillSwitch killSwitch, Authentication authentication) {
        this.accounts = accounts;
        this.killSwitch = killSwitch;
        this.authentication = authentication;
    }

    CompletionStage<Answer> answer(HttpCall call, Optional<String> account, ApiPath path) throws RefusedException {
        if (path.resource() == ApiPath.Resource.KILL_SWITCH) {
            authentication.require(account, Role.OPERATOR);
            return call.method().equals("GET") ? killSwitch.status() : killSwitch.set(call, actor(account));
        }
        authentication.require(account, Role.ADMIN);
        ManagedAccounts by = accounts.by(actor(account));
        return switch (path.resource()) {
            case ACCOUNTS -> many(by, call, Kind.ACCOUNT);
            case GROUPS -> many(by, call, Kind.GROUP);
            case ACCOUNT -> one(by, call, Kind.ACCOUNT, path.id());
            case GROUP -> one(by, call, Kind.GROUP, path.id());
            case ACCOUNT_RESET -> by.reset(call, Kind.ACCOUNT, path.id());
            case GROUP_RESET -> by.reset(call, Kind.GROUP, path.id());
            case ACCOUNT_TOKEN -> call.method().equals("POST") ? by.token(path.id()) : by.withoutToken(path.id());
            default -> throw Refusal.NOT_FOUND.because("there is nothing under this path: see /api/openapi.yaml");
        };
    }

    /** As the audit log names who has asked. */
    static String actor(Optional<String> account) {
        return account.map(name -> "account " + name).orElse("somebody on this machine");
    }

    private static CompletionStage<Answer> many(ManagedAccounts accounts, HttpCall call, Kind kind)
            throws RefusedException {
        return call.method().equals("GET") ? accounts.list(kind) : accounts.add(call, kind);
    }

    private static CompletionStage<Answer> one(ManagedAccounts accounts, HttpCall call, Kind kind, String name)
            throws RefusedException {
        return switch (call.method()) {
            case "GET" -> accounts.show(kind, name);
            case "PATCH" -> accounts.change(call, kind, name);
            default -> accounts.remove(kind, name);
        };
    }
}
