package io.github.camelsms.routes.mailin;

import static io.github.camelsms.routes.mailin.MailGateway.ACCOUNTS;
import static io.github.camelsms.routes.mailin.MailGateway.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.camel.SmsConstants;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails to phones through the whole gateway: listener, route file, store, network. */
class MailToSmsTest {

    @TempDir
    private Path folder;

    private static void awaitText(MailGateway gateway, String text) {
        assertThat(gateway.sent(1).get(0).getMessage().getBody()).isEqualTo(text);
    }

    @Test
    void knownGatewaysAreNamedBehindTheAtAndUnknownOnesRefused() throws Exception {
        try (MailGateway gateway = MailGateway.start(folder);
                SmtpClient client = gateway.client()) {
            assertThat(client.send("+15551234567@US", "", "x")).startsWith("250");
            assertThat(client.send("+15551234567@nosuch", "", "x")).startsWith("550 5.1.1");
            assertThat(client.send("+15551234567@localhost", "", "x")).startsWith("250");
            assertThat(client.send("\"sms:+15551234567?id=nosuch\"@sms.example.org", "", "x"))
                    .startsWith("550 5.1.1");
            assertThat(gateway.sent(2)).hasSize(2);
        }
    }

    @Test
    void severalRecipientsGetAMessageEach() throws Exception {
        try (MailGateway gateway = MailGateway.start(folder, ACCOUNTS);
                SmtpClient client = gateway.client().as("desk", "pA55-canary")) {
            assertThat(client.send(
                            "+15551234561@sms.example.org |"
                                    + " \"sms:+15551234562?user=smsalerts&pass=alertpwd\"@list.example.net |"
                                    + " sms:+15551234563,+15551234564@sms.example.org",
                            "Subject: all",
                            "",
                            "Hello all"))
                    .startsWith("250 2.6.0");
            List<Exchange> sent = gateway.sent(4);
            assertThat(sent)
                    .extracting(exchange -> exchange.getMessage().getHeader(SmsConstants.TO) + " "
                            + exchange.getMessage().getHeader(SmsConstants.ACCOUNT))
                    .containsExactlyInAnyOrder(
                            "+15551234561 desk", "+15551234562 smsalerts", "+15551234563 desk", "+15551234564 desk");
        }
    }

    @Test
    void onePartIsSentUnlessTheAddressAsksForMore() throws Exception {
        try (MailGateway gateway = MailGateway.start(folder);
                SmtpClient client = gateway.client()) {
            String text = "x".repeat(500);
            assertThat(client.send("sms:+15551234561@sms.example.org", "", text))
                    .startsWith("250");
            assertThat(client.send("\"sms:+15551234562?maxmsgs=3\"@sms.example.org", "", text))
                    .startsWith("250");
            assertThat(gateway.sent(2))
                    .extracting(exchange ->
                            exchange.getMessage().getBody(String.class).length())
                    .containsExactlyInAnyOrder(160, 459);
        }
        try (MailGateway gateway = MailGateway.start(folder, "sms.smtp.maxmsgs=2");
                SmtpClient client = gateway.client()) {
            client.send("sms:+15551234561@sms.example.org", "", "x".repeat(500));
            assertThat(gateway.sent(1).get(0).getMessage().getBody(String.class))
                    .hasSize(306);
        }
    }

    @Test
    void parametersOfTheAddressAreThoseOfTheDialect() throws Exception {
        try (MailGateway gateway = MailGateway.start(folder);
                SmtpClient client = gateway.client()) {
            assertThat(client.send(
                            "\"sms:+15551234567?sender=Desk&reply=desk%40example.org&dcs=16&pid=65\"@sms.example.org",
                            "", "flash"))
                    .startsWith("250");
            assertThat(client.send("\"sms:+15551234567?binary=1&dcs=4\"@sms.example.org", "", "AAEC/g=="))
                    .startsWith("250");
            assertThat(client.send("\"sms:+15551234567?sender=much-too-long-a-name\"@sms.example.org", "", "x"))
                    .startsWith("554 5.6.0");
            List<Exchange> sent = gateway.sent(2);
            assertThat(sent.get(0).getMessage().getHeaders())
                    .containsEntry(SmsConstants.FROM, "Desk")
                    .containsEntry(SmsConstants.REPLY_TO, "desk@example.org")
                    .containsEntry(SmsConstants.DCS, "16")
                    .containsEntry(SmsConstants.PID, "65");
            assertThat((byte[]) sent.get(1).getMessage().getBody()).containsExactly(0, 1, 2, 0xFE);
        }
    }

    @Test
    void optionsOfEmgAreForAccounts() throws Exception {
        String[] mail = {
            "X-EMG-Option-SOURCEADDR: Bank",
            "X-EMG-Option-UDH: 050003010201",
            "X-EMG-Option-CamelSmsTo: +1999",
            "",
            "48656C6C6F"
        };
        try (MailGateway gateway = MailGateway.start(folder, with(ACCOUNTS, "sms.smtp.localIps=127.0.0.1"))) {
            try (SmtpClient client = gateway.client().as("desk", "pA55-canary")) {
                assertThat(client.send("+15551234567@sms.example.org", mail)).startsWith("250");
                Message sent = gateway.sent(1).get(0).getMessage();
                assertThat((byte[]) sent.getBody()).containsExactly('H', 'e', 'l', 'l', 'o');
                assertThat(sent.getHeader(SmsConstants.FROM)).isEqualTo("Bank");
                assertThat(sent.getHeader(SmsConstants.UDH)).isEqualTo("0003010201");
                assertThat(client.send("+15551234567@sms.example.org", "X-EMG-Option-ROUTE: us", "", "x"))
                        .startsWith("550 5.7.1");
            }
            try (SmtpClient client = gateway.client()) {
                assertThat(client.send("+15551234567@sms.example.org", mail)).startsWith("250");
                Message sent = gateway.sent(2).get(1).getMessage();
                assertThat(sent.getBody()).isEqualTo("48656C6C6F");
                assertThat(sent.getHeader(SmsConstants.FROM)).isNull();
            }
        }
    }

    @Test
    void mailsOfProgramsGetNoReportsAndBouncesNoAnswers() throws Exception {
        try (MailGateway gateway = MailGateway.start(folder);
                SmtpClient client = gateway.client()) {
            client.send("+15551234561@sms.example.org", "Message-ID: <1@x>", "", "a person");
            client.send("+15551234562@sms.example.org", "Auto-Submitted: auto-generated", "", "a program");
            client.sendFrom("", "+15551234563@sms.example.org", "", "a bounce");
            List<Exchange> sent = gateway.sent(3);
            assertThat(sent)
                    .extracting(exchange -> exchange.getMessage().getHeader(SmsConstants.TO) + " "
                            + exchange.getMessage().getHeader(SmsConstants.REPLY_TO) + " "
                            + exchange.getMessage().getHeader(SmsConstants.REPORT_TO) + " "
                            + exchange.getMessage().getHeader(SmsConstants.MAIL_ID))
                    .containsExactlyInAnyOrder(
                            "+15551234561 jana@example.org jana@example.org <1@x>",
                            "+15551234562 jana@example.org <> null",
                            "+15551234563 null <> null");
        }
    }

    @Test
    void repeatedMailIsOneMessage() throws Exception {
        try (MailGateway gateway = MailGateway.start(folder);
                SmtpClient client = gateway.client()) {
            String[] mail = {"Message-ID: <same@example.org>", "", "Hello"};
            String first = client.send("+15551234567@sms.example.org", mail);
            assertThat(client.send("+15551234567@sms.example.org", mail)).isEqualTo(first);
            gateway.sent(1);
            client.send("+15551234567@sms.example.org", "Message-ID: <other@example.org>", "", "Bye");
            assertThat(gateway.sent(2)).hasSize(2);
        }
    }

    @Test
    void whatCannotBeDoneNowIsAskedForAgain() throws Exception {
        try (MailGateway gateway = MailGateway.start(folder, "sms.limits.waitingPerGateway=1");
                SmtpClient client = gateway.client()) {
            gateway.network(false);
            assertThat(client.send("+15551234567@sms.example.org", "", "one")).startsWith("250");
            assertThat(client.send("+15551234567@sms.example.org", "", "two")).startsWith("452 4.2.2");
        }
    }

    @Test
    void quotesAndSignaturesAreTrimmedOnDemand() throws Exception {
        try (MailGateway gateway = MailGateway.start(
                        folder,
                        "sms.smtp.trim=quotes, signature",
                        "sms.smtp.useSubject=true",
                        "sms.smtp.separator=\" - \"");
                SmtpClient client = gateway.client()) {
            client.send(
                    "+15551234567@sms.example.org",
                    "Subject: Re: SMS",
                    "",
                    "On Mon, 2 Nov 2026 at 10:00, +15551234567 wrote:",
                    "> Are you coming?",
                    "Yes, at five.",
                    "-- ",
                    "Jana");
            awaitText(gateway, "Re: SMS - Yes, at five.");
        }
    }
}
