package io.github.camelsms.routes.http.api;

import io.github.camelsms.routes.http.HttpCall;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.PasswordHash;
import io.github.camelsms.sms.account.Term;
import io.github.camelsms.sms.account.Terms;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is to be changed of an account or a group: what is not named stays, {@code null} takes away. */
final class AccountRequest {

    private static final String PASSWORD = "password";
    private static final String GROUP = "group";

    private final JsonBody body;
    private final Map<Term, String> terms = new EnumMap<>(Term.class);
    private final Optional<PasswordHash> password;

    private AccountRequest(JsonBody body) throws RefusedException {
        this.body = body;
        for (Term term : Term.values()) {
            Optional<String> value = body.written(term.word());
            if (value.isPresent()) {
                terms.put(term, value.get());
            }
        }
        Optional<String> given = body.written(PASSWORD).filter(text -> !text.isEmpty());
        if (given.isPresent() && given.get().length() < 8) {
            throw Refusal.BAD_PARAM.because("a password has 8 characters or more");
        }
        this.password = given.map(PasswordHash::of);
    }

    /**
     * @param more names that may stand there beside the terms
     */
    static AccountRequest of(HttpCall call, Kind kind, Set<String> more) throws RefusedException {
        Set<String> names = new HashSet<>(more);
        for (Term term : Term.values()) {
            names.add(term.word());
        }
        if (kind == Kind.ACCOUNT) {
            names.add(PASSWORD);
            names.add(GROUP);
        }
        AccountRequest request = new AccountRequest(JsonBody.of(call, names));
        try {
            // a value that is none is said before anything is done
            request.checked();
        } catch (IllegalArgumentException e) {
            throw Refusal.BAD_PARAM.because(e.getMessage());
        }
        return request;
    }

    private Terms checked() {
        return new Terms(terms);
    }

    String name() throws RefusedException {
        return body.text("name").orElseThrow(() -> Refusal.MISSING_PARAM.because("name is missing"));
    }

    /** The same with what is to be changed. */
    AccountEntry applyTo(AccountEntry entry) {
        AccountEntry changed = entry.withTerms(entry.terms().with(terms));
        if (body.has(PASSWORD)) {
            changed = changed.withPassword(password);
        }
        if (body.has(GROUP)) {
            changed = changed.withGroup(body.shown(GROUP));
        }
        return changed;
    }
}
