package io.github.camelsms.routes.command;

import io.github.camelsms.routes.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sms-gateway group set NAME}. */
@Command(name = "set", description = "Change a group; what is not named stays, an empty value takes away.")
public final class GroupSetCommand extends AccountAction {

    @Mixin
    private TermOptions terms;

    @Override
    void run(StoreAccess store, Settings settings) {
        change(store, terms::applyTo);
    }

    @Override
    String done() {
        return "is changed";
    }
}
