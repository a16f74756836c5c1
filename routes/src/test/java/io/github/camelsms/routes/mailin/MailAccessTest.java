package io.github.camelsms.routes.mailin;

import static io.github.camelsms.routes.mailin.MailGateway.ACCOUNTS;
import static io.github.camelsms.routes.mailin.MailGateway.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.CapturedLog;
import io.github.camelsms.sms.camel.SmsConstants;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may send a mail to a phone, and that no password of it stays anywhere. */
class MailAccessTest {

    @TempDir
    private Path folder;

    @Test
    void withoutAccountsWhoeverIsOnThisMachineMaySend() throws Exception {
        try (MailGateway gateway = MailGateway.start(folder);
                SmtpClient client = gateway.client()) {
            assertThat(gateway.ready())
                    .contains("/sms/ smtp://127.0.0.1:" + gateway.port() + " gateways: us")
                    .contains("no account defined: whoever is on this machine may send");
            assertThat(client.send("sms:+15551234567@sms.example.org", "Subject: hi", "", "Hello"))
                    .matches("250 2\\.6\\.0 Messaging accepted \\(id=[0-9A-Z]{26}\\)");
            Message sent = gateway.sent(1).get(0).getMessage();
            assertThat(sent.getBody()).isEqualTo("Hello");
            assertThat(sent.getHeader(SmsConstants.TO)).isEqualTo("+15551234567");
            assertThat(sent.getHeader(SmsConstants.REPLY_TO)).isEqualTo("jana@example.org");
            assertThat(sent.getHeader(SmsConstants.ACCOUNT)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sms:+15551234567@sms.example.org",
                "\"sms:+15551234567\"@sms.example.org",
                "SMS:+15551234567@sms.example.org",
                "+15551234567@sms.example.org",
                "15551234567@sms.example.org",
                "0015551234567@sms.example.org",
                "\"sms:+1 (555) 123-4567\"@sms.example.org",
                "sms:%2B15551234567@sms.example.org",
                "\"sms:+15551234567?maxmsgs=3\"@elsewhere.example.net",
                "+15551234567@us"
            })
    void addressFormsOfSendersWhoAuthenticate(String address) throws Exception {
        try (MailGateway gateway = MailGateway.start(folder, ACCOUNTS);
                SmtpClient client = gateway.client().as("desk", "pA55-canary")) {
            assertThat(client.send(address, "Subject: hi", "", "Hello")).startsWith("250 2.6.0");
            Message sent = gateway.sent(1).get(0).getMessage();
            assertThat(sent.getHeader(SmsConstants.TO, String.class)).endsWith("15551234567");
            assertThat(sent.getHeader(SmsConstants.ACCOUNT)).isEqualTo("desk");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"sms:+15551234567?user=desk&pass=pA55-canary\"@sms.example.org'|desk",
                "'sms:+15551234567?user=desk&pass=pA55-canary@sms.example.org'|desk",
                "'\"sms:+15551234567?pass=pA55-canary&maxmsgs=2&user=desk\"@other.example.net'|desk",
                "'\"sms:+15551234567?user=john%icewarp.com&pass=123\"@icewarp.com'|john@icewarp.com",
                "'\"sms:+15551234567?user=john%40icewarp.com&pass=123\"@icewarp.com'|john@icewarp.com",
                "'sms:+15551234567?user=john%40icewarp.com&pass=123@icewarp.com'|john@icewarp.com",
                // a member of a mailing list, as the manual has it
                "'sms:+15551234567?user=smsalerts&pass=alertpwd@icewarptest.com'|smsalerts"
            })
    void addressFormsWithCredentials(String address, String account) throws Exception {
        try (MailGateway gateway = MailGateway.start(folder, ACCOUNTS);
                SmtpClient client = gateway.client()) {
            assertThat(client.send(address, "Subject: hi", "", "Hello")).startsWith("250 2.6.0");
            Exchange sent = gateway.sent(1).get(0);
            assertThat(sent.getMessage().getHeader(SmsConstants.ACCOUNT)).isEqualTo(account);
            assertThat(sent.getMessage().getHeaders().toString()).doesNotContain("pass=", "pA55", "alertpwd");
        }
    }

    @Test
    void onceThereIsAnAccountEverybodyHasToBeKnown() throws Exception {
        try (MailGateway gateway = MailGateway.start(folder, ACCOUNTS);
                SmtpClient client = gateway.client()) {
            assertThat(client.send("sms:+15551234567@sms.example.org", "", "x")).startsWith("530 5.7.0");
            assertThat(client.send("sms:+15551234567@evil.example.net", "", "x"))
                    .isEqualTo("550 5.7.1 Relaying denied");
            assertThat(client.send("sms:+15551234567?user=desk&pass=no@sms.example.org", "", "x"))
                    .startsWith("535 5.7.8");
            assertThat(client.send("sms:+15551234567?authenticated=1@sms.example.org", "", "x"))
                    .startsWith("5");
        }
        try (MailGateway gateway =
                        MailGateway.start(folder, with(ACCOUNTS, "sms.smtp.localIps=10.0.0.0/8, 127.0.0.1"));
                SmtpClient client = gateway.client()) {
            assertThat(client.send("sms:+15551234567@sms.example.org", "", "x")).startsWith("250");
        }
    }

    /** S-06: a password in an address is in no log, no header and not in the store. */
    @Test
    void passwordsLeaveNoTrace() throws Exception {
        try (CapturedLog log = CapturedLog.atTrace();
                MailGateway gateway = MailGateway.start(folder, ACCOUNTS);
                SmtpClient client = gateway.client()) {
            for (String address : List.of(
                    "\"sms:+15551234567?user=desk&pass=pA55-canary\"@sms.example.org",
                    "\"sms:+15551234567?user=desk&pass=pA55-canary&sender=much-too-long-a-name\"@sms.example.org",
                    "\"sms:+15551234567?user=desk&pass=pA55-canary&id=nosuch\"@sms.example.org",
                    "\"sms:+15551234567?user=nobody&pass=pA55-canary\"@sms.example.org",
                    "\"sms:not-a-number?user=desk&pass=pA55-canary\"@sms.example.org")) {
                assertThat(client.send(address, "Subject: hi", "", "Hello")).doesNotContain("canary");
            }
            gateway.sent(1);
            assertThat(log.text()).contains("sms").doesNotContain("canary");
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain("canary");
                }
            }
        }
    }

    @Test
    void noFieldOfAMailIsAHeader() throws Exception {
        try (MailGateway gateway = MailGateway.start(folder);
                SmtpClient client = gateway.client()) {
            client.send(
                    "+15551234567@sms.example.org",
                    "CamelSmsGateway: evil",
                    "camelsmsfrom: evil",
                    "CamelExecCommandExecutable: /bin/evil",
                    "mail.smtp.host: evil",
                    "delete: evil",
                    "",
                    "Hello");
            assertThat(gateway.sent(1).get(0).getMessage().getHeaders().toString())
                    .doesNotContain("evil");
        }
    }
}
