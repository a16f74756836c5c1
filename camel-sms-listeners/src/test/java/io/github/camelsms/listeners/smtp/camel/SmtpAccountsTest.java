package io.github.camelsms.listeners.smtp.camel;

import static io.github.camelsms.listeners.smtp.camel.Gateway.LOCAL;
import static io.github.camelsms.listeners.smtp.camel.Gateway.MAIL;
import static io.github.camelsms.listeners.smtp.camel.Gateway.PHONE;
import static io.github.camelsms.listeners.smtp.camel.Gateway.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelsms.sms.camel.SmsConstants;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** Who may send what: this machine, accounts, strangers. */
class SmtpAccountsTest {

    @Test
    void strangersAreRefusedAndAccountsAreNot() throws Exception {
        try (Gateway gateway = new Gateway(STRANGER);
                RawClient client = gateway.client().ready()) {
            client.say("MAIL FROM:<a@example.org>");
            assertThat(client.say("RCPT TO:<" + PHONE + ">")).isEqualTo("550 5.7.1 Relaying denied");
            assertThat(client.say("RCPT TO:<+15551234567@SMS.example.org>")).startsWith("530 5.7.0");
            assertThat(client.say("RCPT TO:<\"sms:+15551234567?user=desk&pass=wrong\"@sms.example.org>"))
                    .startsWith("535 5.7.8");
            assertThat(client.say("RCPT TO:<\"sms:+15551234567?user=desk&pass=pA55-canary\"@sms.example.org>"))
                    .startsWith("250");
            client.say("DATA");
            client.raw(
                    "X-EMG-Option-DCS: 16\r\nX-EMG-Option-CamelSmsTo: 1\r\nCamelSmsFrom: evil\r\n\r\nHello\r\n.\r\n");
            assertThat(client.answer()).startsWith("250");

            Exchange exchange = gateway.received.get(0);
            assertThat(exchange.getProperty(SmsConstants.AUTHENTICATED_PROPERTY))
                    .isEqualTo("desk");
            assertThat(exchange.getProperty(SmtpServerConstants.OPTIONS_PROPERTY))
                    .isEqualTo(Map.of("DCS", "16", "CAMELSMSTO", "1"));
            assertThat(exchange.getMessage().getHeaders().toString()).doesNotContain("canary", "evil");
            assertThat(exchange.getAllProperties().toString()).doesNotContain("canary");
        }
    }

    @Test
    void optionsOfStrangersAreNotHandedOn() throws Exception {
        try (Gateway gateway = new Gateway(LOCAL);
                RawClient client = gateway.client().ready()) {
            client.data(PHONE, "X-EMG-Option-DCS: 16\r\n" + MAIL);
            assertThat(gateway.received.get(0).getProperty(SmtpServerConstants.OPTIONS_PROPERTY))
                    .isNull();
        }
    }

    @Test
    void authenticatesByPlainAndLogin() throws Exception {
        try (Gateway gateway = new Gateway(STRANGER)) {
            try (RawClient client = gateway.client().ready()) {
                assertThat(client.say("AUTH PLAIN")).isEqualTo("334");
                assertThat(client.say("")).startsWith("501");
                assertThat(client.say("AUTH PLAIN " + base64("\0desk\0wrong"))).startsWith("535");
                assertThat(client.say("AUTH PLAIN " + base64("\0desk\0pA55-canary")))
                        .startsWith("235");
                assertThat(client.data(PHONE, MAIL)).startsWith("250");
            }
            try (RawClient client = gateway.client().ready()) {
                assertThat(client.say("AUTH LOGIN")).isEqualTo("334 " + base64("Username:"));
                assertThat(client.say(base64("desk"))).isEqualTo("334 " + base64("Password:"));
                assertThat(client.say(base64("pA55-canary"))).startsWith("235");
                assertThat(client.data(PHONE, MAIL)).startsWith("250");
            }
        }
    }

    @Test
    void guessesAreStopped() throws Exception {
        try (Gateway gateway = new Gateway(STRANGER);
                RawClient client = gateway.client().ready()) {
            for (int i = 0; i < 5; i++) {
                assertThat(client.say("AUTH PLAIN " + base64("\0x\0y"))).startsWith("535");
            }
            assertThat(client.say("AUTH PLAIN " + base64("\0x\0y"))).startsWith("454 4.7.0");
            assertThat(client.say("AUTH PLAIN " + base64("\0desk\0pA55-canary")))
                    .as("another name at this address")
                    .startsWith("235");
        }
    }

    @Test
    void listenerThatNobodyCouldUseDoesNotStart() {
        assertThatThrownBy(() -> new Gateway("localDomains=example.org").close())
                .hasStackTraceContaining("Nobody could send");
        assertThatThrownBy(() -> new Gateway("localIps=example.org").close())
                .hasStackTraceContaining("192.0.2.7 or 10.0.0.0/8");
    }

    @Test
    void aliasesStandForPhones() throws Exception {
        try (Gateway gateway = new Gateway(STRANGER + "&aliases=#aliases")) {
            try (RawClient client = gateway.client().ready()) {
                client.say("MAIL FROM:<a@example.org>");
                assertThat(client.say("RCPT TO:<alerts@sms.example.org>")).startsWith("530");
            }
            try (RawClient client = gateway.client().ready()) {
                client.say("AUTH PLAIN " + base64("\0desk\0pA55-canary"));
                assertThat(client.data("alerts@sms.example.org", MAIL)).startsWith("250");
                client.say("MAIL FROM:<a@example.org>");
                assertThat(client.say("RCPT TO:<others@sms.example.org>")).startsWith("501");
                assertThat(gateway.received.get(0).getMessage().getHeaders())
                        .containsEntry(SmsConstants.TO, "+15550001111,+15550002222")
                        .containsEntry(SmtpServerConstants.ALIAS, "alerts@sms.example.org");
            }
        }
    }

    @Test
    void swaksIsServed() throws Exception {
        assumeTrue(new File("/usr/bin/swaks").canExecute(), "swaks is not installed");
        try (Gateway gateway = new Gateway(STRANGER)) {
            List<String> command = new ArrayList<>(List.of("swaks", "--server", "127.0.0.1", "--port"));
            command.add(Integer.toString(gateway.port()));
            command.addAll(List.of("--from", "a@example.org", "--to", "sms:+15551234567@sms.example.org"));
            command.addAll(List.of("--auth", "LOGIN", "--auth-user", "desk", "--auth-password", "pA55-canary"));
            command.addAll(List.of("--body", "Hello from swaks"));
            Process swaks =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String log = new String(swaks.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(swaks.waitFor()).as(log).isZero();
            assertThat(gateway.received.get(0).getMessage().getBody()).isEqualTo("Hello from swaks");
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
