package io.github.camelsms.routes.command;

import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.PasswordHash;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sms-gateway account set NAME}. */
@Command(name = "set", description = "Change an account; what is not named stays, an empty value takes away.")
public final class AccountSetCommand extends AccountAction {

    @Mixin
    private TermOptions terms;

    @Mixin
    private PasswordOption password;

    @Option(names = "--password", description = "Ask for another password.")
    private boolean ask;

    @Option(names = "--group", paramLabel = "NAME", description = "The group that it belongs to.")
    private String group;

    @Override
    void run(StoreAccess store, Settings settings) throws IOException {
        boolean another = ask || password.isGiven();
        Optional<PasswordHash> hash = another ? password.hash() : Optional.empty();
        change(store, entry -> {
            AccountEntry changed = terms.applyTo(entry);
            if (another) {
                changed = changed.withPassword(hash);
            }
            return group == null
                    ? changed
                    : changed.withGroup(Optional.of(group).filter(text -> !text.isEmpty()));
        });
    }

    @Override
    String done() {
        return "is changed";
    }
}
