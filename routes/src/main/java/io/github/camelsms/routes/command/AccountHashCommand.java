package io.github.camelsms.routes.command;

import io.github.camelsms.sms.account.PasswordHash;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sms-gateway account hash}: what stands in a settings file in place of a password. */
@Command(
        name = "hash",
        description = "Print the hash of a password, for sms.accounts.NAME.password in a settings file.")
public final class AccountHashCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PasswordOption password;

    @Override
    public Integer call() throws Exception {
        spec.commandLine()
                .getOut()
                .println(password.hash().map(PasswordHash::written).orElse(""));
        return 0;
    }
}
