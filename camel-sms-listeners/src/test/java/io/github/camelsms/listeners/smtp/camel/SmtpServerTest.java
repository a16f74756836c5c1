package io.github.camelsms.listeners.smtp.camel;

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
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;

class SmtpServerTest {

    private static final String LOCAL = "localIps=127.0.0.1,::1";
    private static final String STRANGER = "localDomains=sms.example.org&accounts=#accounts";
    private static final String PHONE = "\"sms:+15551234567\"@example.org";
    private static final String MAIL = "Subject: hi\r\n\r\nHello\r\n.\r\n";

    @Test
    void mailBecomesOneExchangeAndTheAnswerNamesIt() throws Exception {
        try (Gateway gateway = new Gateway(LOCAL);
                RawClient client = gateway.client()) {
            assertThat(client.answer()).isEqualTo("220 gate.example.org ESMTP");
            assertThat(client.say("EHLO c")).contains("250-SIZE 1048576").doesNotContain("SubEtha", "AUTH", "CHUNKING");
            assertThat(client.data(PHONE, MAIL)).isEqualTo("250 2.6.0 Messaging accepted (id=m1)");

            Exchange exchange = gateway.received.get(0);
            assertThat(exchange.getMessage().getBody()).isEqualTo("Hello");
            assertThat(exchange.getMessage().getHeaders())
                    .containsEntry(SmsConstants.TO, "+15551234567")
                    .containsEntry(SmtpServerConstants.SENDER, "john@example.org")
                    .containsEntry(SmtpServerConstants.SUBJECT, "hi");
            assertThat(client.say("QUIT")).startsWith("221");
        }
    }

    @Test
    void sessionCarriesManyMailsWithRsetBetween() throws Exception {
        try (Gateway gateway = new Gateway(LOCAL);
                RawClient client = gateway.client().ready()) {
            for (int i = 0; i < 5; i++) {
                assertThat(client.data(PHONE, MAIL)).startsWith("250");
                client.say("MAIL FROM:<x@example.org>");
                assertThat(client.say("RSET")).startsWith("250");
                assertThat(client.say("DATA")).startsWith("503");
            }
            assertThat(gateway.received).hasSize(5);
        }
    }

    @Test
    void eachRecipientHasItsAnswer() throws Exception {
        try (Gateway gateway = new Gateway(LOCAL);
                RawClient client = gateway.client().ready()) {
            client.say("MAIL FROM:<>");
            assertThat(client.say("RCPT TO:<+15551234561@example.org>")).startsWith("250");
            assertThat(client.say("RCPT TO:<john@example.org>")).startsWith("501 5.1.3");
            assertThat(client.say("RCPT TO:<sms:+15551234562?maxmsgs=3@example.org>"))
                    .startsWith("250");
            assertThat(client.say("RCPT TO:<\"sms:+1555?authenticated=1\"@example.org>"))
                    .startsWith("501 5.1.3");
            client.say("DATA");
            client.raw("\r\nHello\r\n.\r\n");
            assertThat(client.answer()).contains("m1").contains("m2");
            assertThat(gateway.received.get(1).getMessage().getHeader(SmsConstants.MAX_PARTS))
                    .isEqualTo(3);
        }
    }

    @Test
    void failedExchangeIsAnsweredByItsKindWithoutDetail() throws Exception {
        try (Gateway gateway = new Gateway(LOCAL);
                RawClient client = gateway.client().ready()) {
            assertThat(client.data("+1555000009@example.org", MAIL))
                    .startsWith("550 5.1.1")
                    .doesNotContain("secret");
            assertThat(client.data("+1555000008@example.org", MAIL))
                    .startsWith("452 4.3.1")
                    .doesNotContain("secret");
            assertThat(client.data(PHONE, MAIL)).startsWith("250");

            client.say("MAIL FROM:<a@example.org>");
            client.say("RCPT TO:<+1555000009@example.org>");
            client.say("RCPT TO:<+1555000001@example.org>");
            client.say("DATA");
            client.raw(MAIL);
            assertThat(client.answer()).startsWith("554 5.5.0").contains("accepted for 1 of 2 recipients (id=m2)");
        }
    }

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
    void dotsAreUnstuffed() throws Exception {
        try (Gateway gateway = new Gateway(LOCAL);
                RawClient client = gateway.client().ready()) {
            client.data(PHONE, "\r\n..dot stuffed\r\n.\r\n");
            assertThat(gateway.received.get(0).getMessage().getBody()).isEqualTo(".dot stuffed");
        }
    }

    @Test
    void bareLineEndsInCommandsEndTheSession() throws Exception {
        try (Gateway gateway = new Gateway(LOCAL);
                RawClient client = gateway.client().ready()) {
            assertThat(client.say("MAIL FROM:<a@example.org>\nRCPT TO:<+15551234567@example.org>"))
                    .startsWith("501");
            assertThat(client.answer()).isEmpty();
        }
    }

    @Test
    void largeMailsAndLongLinesAreRefused() throws Exception {
        try (Gateway gateway = new Gateway(LOCAL + "&maxMessageSize=5000&maxRecipients=1");
                RawClient client = gateway.client().ready()) {
            assertThat(client.say("MAIL FROM:<a@example.org> SIZE=99999999999999"))
                    .startsWith("552 5.3.4");
            assertThat(client.data(PHONE, "\r\n" + "x\r\n".repeat(2000) + ".\r\n"))
                    .startsWith("552 5.3.4");
            assertThat(client.data(PHONE, "\r\n" + "x".repeat(2100) + "\r\n.\r\n"))
                    .startsWith("550 5.5.2");
            client.say("MAIL FROM:<a@example.org>");
            client.say("RCPT TO:<" + PHONE + ">");
            assertThat(client.say("RCPT TO:<" + PHONE + ">")).startsWith("452 4.5.3");
            assertThat(client.say("BDAT 5 LAST")).startsWith("502");
            assertThat(client.answer()).isEmpty();
        }
    }

    @Test
    void tooManyMessagesAndConnectionsWait() throws Exception {
        try (Gateway gateway = new Gateway(LOCAL + "&messagesPerMinute=2&maxConnections=2");
                RawClient client = gateway.client().ready();
                RawClient second = gateway.client().ready()) {
            assertThat(second.say("NOOP")).startsWith("250");
            try (RawClient third = gateway.client()) {
                assertThat(third.answer()).startsWith("421");
            }
            client.data(PHONE, MAIL);
            client.data(PHONE, MAIL);
            assertThat(client.say("MAIL FROM:<a@example.org>")).startsWith("450 4.7.1");
        }
    }

    @Test
    void slowSessionEnds() throws Exception {
        try (Gateway gateway = new Gateway(LOCAL + "&transactionTimeout=200");
                RawClient client = gateway.client().ready()) {
            client.raw("NO");
            assertThat(client.answer()).isEmpty();
        }
    }

    @Test
    void suspendedListenerTakesNothingNew() throws Exception {
        try (Gateway gateway = new Gateway(LOCAL);
                RawClient client = gateway.client().ready()) {
            gateway.context.getRouteController().suspendRoute("in");
            assertThat(client.say("MAIL FROM:<a@example.org>")).startsWith("421 4.3.2");
            gateway.context.getRouteController().resumeRoute("in");
            try (RawClient again = gateway.client().ready()) {
                assertThat(again.data(PHONE, MAIL)).startsWith("250");
            }
        }
    }

    @Test
    void subjectAndSenderMayStandBeforeTheText() throws Exception {
        try (Gateway gateway = new Gateway(LOCAL
                        + "&useSubject=true&useSender=true&separator=RAW( - )&quotedSubject=RAW(())&usePriority=true");
                RawClient client = gateway.client().ready()) {
            client.data(
                    PHONE,
                    "From: <ann@example.org>\r\nSubject: =?utf-8?Q?caf=C3=A9?=\r\nX-Priority: 1\r\n\r\nHello\r\n.\r\n");
            assertThat(gateway.received.get(0).getMessage().getBody()).isEqualTo("ann@example.org - (café) - Hello");
            assertThat(gateway.received.get(0).getMessage().getHeader(SmsConstants.PRIORITY))
                    .isEqualTo(2);
        }
    }

    @Test
    void mailMayBeHandedOnWhole() throws Exception {
        try (Gateway gateway = new Gateway(LOCAL + "&defaultMessageType=EMAIL");
                RawClient client = gateway.client().ready()) {
            client.data(PHONE, MAIL);
            assertThat(new String((byte[]) gateway.received.get(0).getMessage().getBody(), StandardCharsets.US_ASCII))
                    .isEqualTo("Subject: hi\r\n\r\nHello\r\n");
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
    void routeMaySayWhatTheClientIsTold() throws Exception {
        try (Gateway gateway = new Gateway(LOCAL);
                RawClient client = gateway.client().ready()) {
            assertThat(client.data("+1555000007@example.org", MAIL)).isEqualTo("550 5.7.1 Not to that country");
            assertThat(client.data("+1555000006@example.org", MAIL))
                    .as("marked to be rolled back, which Camel calls a success")
                    .startsWith("451 4.3.0");
        }
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
    void healthCheckIsUpWhileItListens() throws Exception {
        try (Gateway gateway = new Gateway(LOCAL)) {
            HealthCheck check =
                    ((SmtpServerConsumer) gateway.context.getRoute("in").getConsumer()).getHealthCheck();
            assertThat(check.call().getState()).isEqualTo(HealthCheck.State.UP);
            gateway.context.getRouteController().stopRoute("in");
            assertThat(check.call().getState()).isEqualTo(HealthCheck.State.DOWN);
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
