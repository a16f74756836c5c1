package io.github.camelsms.routes.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.rules.RuleBench;
import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.Accounts;
import io.github.camelsms.sms.account.PasswordHash;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong passwords are counted together; what was typed in the place of a name is kept nowhere. */
class LoginAuditTest {

    @TempDir
    private Path folder;

    @Test
    void failuresAreCountedByAccountAndTakenOnce() throws Exception {
        Accounts accounts =
                new Accounts(List.of(new Account("joe", Optional.of(PasswordHash.of("joes-pass")))), Clock.systemUTC());
        InetAddress client = InetAddress.getLoopbackAddress();
        accounts.authenticate("joe", "joes-pass", client);
        accounts.authenticate("joe", "wrong", client);
        accounts.authenticate("joe", "wrong again", client);
        accounts.authenticate("my password", "joe", client);
        accounts.authenticate("sms_no-token", client);

        assertThat(accounts.takeFailures()).isEqualTo(Map.of("account joe", 2, "no account", 2));
        assertThat(accounts.takeFailures()).isEmpty();
    }

    @Test
    void theyAreInTheAuditLogWithinSeconds() throws Exception {
        try (RuleBench bench = new RuleBench(
                folder, Map.of("sms.numbers.home", "CZ", "sms.accounts.joe.password", "joes-pass"), Map.of())) {
            assertThat(bench.send("+420601123456", "hi", "&user=joe&pass=wrong").status())
                    .isEqualTo(401);
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(bench.operations()
                            .audit()
                            .entries(0, 10)
                            .toCompletableFuture()
                            .join())
                    .extracting(entry -> entry.action() + " " + entry.subject() + " " + entry.detail())
                    .contains("login.failed account joe 1 times"));
        }
    }
}
