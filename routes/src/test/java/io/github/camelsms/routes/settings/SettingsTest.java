package io.github.camelsms.routes.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @TempDir
    private Path folder;

    private static Settings read(Map<String, String> environment, Map<String, String> commandLine) throws Exception {
        return Settings.read(new PropertySources(Optional.empty(), environment, commandLine));
    }

    private Path file(String content) throws Exception {
        return Files.writeString(folder.resolve("gateway.properties"), content);
    }

    @Test
    void withoutAnySettingTheDefaultsOfTheContractHold() throws Exception {
        Settings settings = read(Map.of(), Map.of());
        assertThat(settings.http())
                .isEqualTo(new HttpSettings(
                        "127.0.0.1",
                        8080,
                        Duration.ofSeconds(30),
                        2000,
                        HttpSettings.DIALECTS,
                        "jetty",
                        EmgSettings.of("UTF8", "false", Map.of())));
        assertThat(settings.storeUrl()).isEqualTo("jdbc:sqlite:data/sms.db");
        assertThat(settings.mail().smtp()).isEmpty();
        assertThat(settings.mail().folder()).isEqualTo(Path.of("data/mail"));
        assertThat(settings.mail().defaultMailbox().text()).isEqualTo("postmaster@localhost");
        assertThat(settings.linkExpiry()).isEqualTo(Duration.ofHours(24));
        assertThat(settings.accounts().isEmpty()).isTrue();
        assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void commandLineWinsOverEnvironmentOverFileOverDefault() throws Exception {
        Path file = file("""
            # žluť
            sms.http.port = 1001
            sms.http.host = 127.0.0.2
            sms.mail.domain=file.example
            us.pin=1
            us.other-key=a
            """);
        Settings settings = Settings.read(new PropertySources(
                Optional.of(file),
                Map.of("SMS_HTTP_PORT", "1002", "SMS_HTTP_HOST", "127.0.0.3", "US_OTHER_KEY", "b", "US_PIN", "2"),
                Map.of("sms.http.port", "1003", "us.pin", "3")));
        assertThat(settings.http())
                .isEqualTo(new HttpSettings(
                        "127.0.0.3",
                        1003,
                        Duration.ofSeconds(30),
                        2000,
                        HttpSettings.DIALECTS,
                        "jetty",
                        EmgSettings.of("UTF8", "false", Map.of())));
        assertThat(settings.mail().domain()).isEqualTo("file.example");
        assertThat(settings.properties()).containsEntry("us.pin", "3").containsEntry("us.other-key", "b");
    }

    @Test
    void settingsThatNobodyKnowsAreNamedWithTheNearestOne() throws Exception {
        Settings settings = read(Map.of("SMS_STORE_ULR", "x"), Map.of("sms.http.prt", "1", "sms.something.else", "1"));
        assertThat(settings.warnings())
                .containsExactlyInAnyOrder(
                        "there is no setting sms.http.prt: is sms.http.port meant?",
                        "there is no setting sms.store.ulr: is sms.store.url meant?",
                        "there is no setting sms.something.else");
    }

    @Test
    void aReaderThatIsNoAccountAndAnUnsignedWebhookAreWarnedOf() throws Exception {
        Settings settings = read(
                Map.of(),
                Map.of("sms.api.incomingAccounts", "desk, lab", "sms.webhook.incoming", "https://app.example.org/sms"));
        assertThat(settings.incomingAccounts()).containsExactlyInAnyOrder("desk", "lab");
        assertThat(settings.warnings())
                .contains(
                        "sms.api.incomingAccounts: there is no account desk",
                        "sms.webhook.secret is not set: the webhooks are not signed");
    }

    @ParameterizedTest
    @CsvSource({
        "sms.http.port, abc, sms.http.port",
        "sms.http.port, 65536, 0 to 65535",
        "sms.http.port, -1, sms.http.port",
        "sms.http.host, 'a b', host",
        "sms.http.host, '', host",
        "sms.links.expiry, soon, sms.links.expiry",
        "sms.links.expiry, 0s, sms.links.expiry",
        "sms.links.expiry, -5m, sms.links.expiry",
        "sms.failover.after, later, sms.failover.after",
        "sms.webhook.incoming, ftp://app.example.org/, sms.webhook.incoming",
        "sms.webhook.reports, 'https://a:b@app.example.org/', without user and password",
        "sms.limits.waitingPerAccount, many, sms.limits.waitingPerAccount",
        "sms.limits.waitingPerGateway, -1, sms.limits.waitingPerGateway",
        "sms.store.url, data/sms.db, sms.store.url",
        "sms.mail.smtp, mail.example.org, sms.mail.smtp",
        "sms.mail.smtp, imap://mail.example.org, sms.mail.smtp",
        "sms.mail.smtp, smtp://, sms.mail.smtp",
        "sms.mail.smtp, 'smtp://a b', sms.mail.smtp",
        "sms.mail.domain, a@b, sms.mail.domain",
        "sms.mail.domain, '-x', sms.mail.domain",
        "sms.mail.default, nobody, sms.mail.default",
        "sms.mail.from, 'sms:%s@a b', sms.mail.from",
        "sms.mail.from, 'x\r\nBcc: a@b', sms.mail.from",
        "sms.mail.tagDomains, 'example.org,-x', sms.mail.tagDomains",
        "sms.mail.conflictInterval, soon, sms.mail.conflictInterval",
        "sms.mail.reports, all, sms.mail.reports",
        "sms.mail.reportsOriginal, half, sms.mail.reportsOriginal",
        "sms.mail.reportsOf, acme, sms.mail.reportsOf",
        "sms.mail.reportsOf, acme=nobody, sms.mail.reportsOf",
        "sms.archive.mailbox, nobody, sms.archive.mailbox",
        "sms.accounts.desk.password, pbkdf2$x, sms.accounts.desk.password",
    })
    void aBadValueIsRefusedInOneLineThatNamesTheSetting(String key, String value, String named) {
        assertThatThrownBy(() -> read(Map.of(), Map.of(key, value)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(named)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void accountsHaveHashesOrPlainTextOrAreDisabled() throws Exception {
        Settings settings = read(
                Map.of("SMS_ACCOUNTS_ENV_PASSWORD", "from-env"),
                Map.of("sms.accounts.desk.password", "plain", "sms.accounts.closed.password", " "));
        assertThat(settings.accounts().size()).isEqualTo(3);
        assertThat(settings.accounts().authenticate("desk", "plain")).isPresent();
        assertThat(settings.accounts().authenticate("env", "from-env")).isPresent();
        assertThat(settings.accounts().authenticate("closed", "")).isEmpty();
        assertThat(settings.warnings())
                .hasSize(4)
                .anyMatch(line -> line.contains("closed is disabled"))
                .anyMatch(line -> line.contains("sms.numbers.home is not set") && line.endsWith("closed, desk, env"))
                .anyMatch(line -> line.contains("desk stands in plain text"))
                .noneMatch(line -> line.contains("plain-text-value"));
        assertThat(settings.toString().replace("plain text", "")).doesNotContain("from-env");
    }

    @Test
    void aFileThatCannotBeReadIsSaidSo() throws Exception {
        assertThatThrownBy(() ->
                        Settings.read(new PropertySources(Optional.of(folder.resolve("none")), Map.of(), Map.of())))
                .hasMessageContaining("is not there");
        assertThatThrownBy(() -> Settings.read(new PropertySources(Optional.of(folder), Map.of(), Map.of())))
                .isInstanceOf(InvalidSettingException.class);
        Path latin = Files.write(folder.resolve("latin"), "a=ž".getBytes(StandardCharsets.UTF_16BE));
        Files.write(latin, new byte[] {'a', '=', (byte) 0xFF});
        assertThatThrownBy(() -> Settings.read(new PropertySources(Optional.of(latin), Map.of(), Map.of())))
                .hasMessageContaining("UTF-8");
        Path escape = file("a = C:\\users\n");
        assertThatThrownBy(() -> Settings.read(new PropertySources(Optional.of(escape), Map.of(), Map.of())))
                .hasMessageContaining("\\u");
    }
}
