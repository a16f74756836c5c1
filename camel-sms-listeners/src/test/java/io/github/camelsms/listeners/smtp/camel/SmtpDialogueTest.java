package io.github.camelsms.listeners.smtp.camel;

import static io.github.camelsms.listeners.smtp.camel.Gateway.LOCAL;
import static io.github.camelsms.listeners.smtp.camel.Gateway.MAIL;
import static io.github.camelsms.listeners.smtp.camel.Gateway.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.camel.SmsConstants;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** What a client says and is told, mail by mail. */
class SmtpDialogueTest {

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
    void dotsAreUnstuffed() throws Exception {
        try (Gateway gateway = new Gateway(LOCAL);
                RawClient client = gateway.client().ready()) {
            client.data(PHONE, "\r\n..dot stuffed\r\n.\r\n");
            assertThat(gateway.received.get(0).getMessage().getBody()).isEqualTo(".dot stuffed");
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
    void routeMaySayWhatTheClientIsTold() throws Exception {
        try (Gateway gateway = new Gateway(LOCAL);
                RawClient client = gateway.client().ready()) {
            assertThat(client.data("+1555000007@example.org", MAIL)).isEqualTo("550 5.7.1 Not to that country");
            assertThat(client.data("+1555000006@example.org", MAIL))
                    .as("marked to be rolled back, which Camel calls a success")
                    .startsWith("451 4.3.0");
        }
    }
}
