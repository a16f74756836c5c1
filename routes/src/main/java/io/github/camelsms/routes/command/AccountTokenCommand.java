package io.github.camelsms.routes.command;

import io.github.camelsms.routes.account.Tokens;
import io.github.camelsms.routes.settings.Settings;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sms-gateway account token NAME}. */
@Command(name = "token", description = "Make a new bearer token for HTTP, and print it: it cannot be shown again.")
public final class AccountTokenCommand extends AccountAction {

    @Option(names = "--remove", description = "No token opens the account any more.")
    private boolean remove;

    private String token = "";

    @Override
    void run(StoreAccess store, Settings settings) {
        token = remove ? "" : Tokens.create();
        Optional<String> digest =
                Optional.of(token).filter(text -> !text.isEmpty()).map(Tokens::digest);
        change(store, entry -> entry.withToken(digest));
        if (!remove) {
            out().println(token);
        }
    }

    @Override
    String done() {
        return remove ? "has no token" : "has this token from now on";
    }
}
