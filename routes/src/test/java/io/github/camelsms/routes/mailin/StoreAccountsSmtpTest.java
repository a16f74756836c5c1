package io.github.camelsms.routes.mailin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.Commands;
import io.github.camelsms.sms.camel.SmsConstants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SMTP AUTH with accounts that commands make and change beside the gateway. */
class StoreAccountsSmtpTest {

    private static final Duration SECONDS = Duration.ofSeconds(20);
    private static final String PHONE = "sms:+15551234567@sms.example.org";

    @TempDir
    private Path folder;

    private void run(String... arguments) {
        String[] all = Stream.concat(
                        Arrays.stream(arguments),
                        Stream.of("--property=sms.store.url=jdbc:sqlite:" + folder.resolve("sms.db")))
                .toArray(String[]::new);
        assertThat(Commands.run(all).err()).isEmpty();
    }

    private String password(String password) throws Exception {
        return "--password-file=" + Files.writeString(folder.resolve("password.txt"), password + "\n");
    }

    private static String send(MailGateway gateway, String password) throws Exception {
        try (SmtpClient client = gateway.client().as("joe@example.org", password)) {
            return client.send(PHONE, "", "hello");
        }
    }

    @Test
    void anAccountOfTheStoreSendsMails() throws Exception {
        try (MailGateway gateway = MailGateway.start(folder)) {
            try (SmtpClient open = gateway.client()) {
                assertThat(open.send(PHONE, "", "open")).startsWith("250");
            }
            run("account", "add", "joe@example.org", "--limit=2", password("joes-pass"));
            await().atMost(SECONDS).untilAsserted(() -> {
                try (SmtpClient nobody = gateway.client()) {
                    assertThat(nobody.send(PHONE, "", "x")).startsWith("530");
                }
            });

            assertThat(send(gateway, "joes-pass")).startsWith("250 2.6.0 Messaging accepted");
            await().atMost(SECONDS).untilAsserted(() -> assertThat(gateway.sent(1))
                    .extracting(exchange -> exchange.getMessage().getHeader(SmsConstants.ACCOUNT))
                    .contains("joe@example.org"));
            assertThatThrownBy(() -> send(gateway, "wrong")).hasMessageContaining("535");
            assertThat(send(gateway, "joes-pass")).startsWith("250");
            assertThat(send(gateway, "joes-pass")).startsWith("552 5.2.2");

            run("account", "set", "joe@example.org", "--limit=0", "--destinations=DE");
            await().atMost(SECONDS)
                    .untilAsserted(() -> assertThat(send(gateway, "joes-pass")).startsWith("550 5.7.1"));
            run("account", "set", "joe@example.org", "--destinations=*", password("another-pass"));
            // wrong ones are counted: not more of them than are free
            await().atMost(SECONDS).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(
                            send(gateway, "another-pass"))
                    .startsWith("250"));
            assertThatThrownBy(() -> send(gateway, "joes-pass")).hasMessageContaining("535");
        }
    }
}
