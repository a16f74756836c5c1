package io.github.camelsms.routes.mailin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.camel.SmsConstants;
import java.net.InetAddress;
import java.net.ServerSocket;
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

/** Mails to phones through the whole gateway: listener, route file, store, network. */
class MailToSmsTest {

    private static final String[] ACCOUNTS = {
        "sms.accounts.desk.password=pA55-canary",
        "sms.accounts.john@icewarp.com.password=123",
        "sms.accounts.smsalerts.password=alertpwd"
    };

    @TempDir
    private Path folder;

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    private static void awaitText(MailGateway gateway, String text) {
        assertThat(gateway.sent(1).get(0).getMessage().getBody()).isEqualTo(text);
    }

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
    void notificationTellsOfAMail() throws Exception {
        String[] settings = {
            "sms.notify.alerts.number=+15550001111,+15550002222",
            "sms.notify.alerts.template=%subject;12% / %from% / %size% / %text;20%",
            "sms.notify.alerts.account=desk"
        };
        try (MailGateway gateway = MailGateway.start(folder, with(ACCOUNTS, settings))) {
            try (SmtpClient client = gateway.client()) {
                assertThat(client.send("alerts@sms.example.org", "", "x")).startsWith("530");
            }
            try (SmtpClient client = gateway.client().as("smsalerts", "alertpwd")) {
                assertThat(client.send(
                                "Alerts@sms.example.org",
                                "From: Cron <cron@example.org>",
                                "Subject: %text% the disk is full",
                                "",
                                "Only 3 %size% are left on the disk"))
                        .startsWith("250");
                assertThat(client.send("alerts@elsewhere.example.net", "", "x")).startsWith("501");
                List<Exchange> sent = gateway.sent(2);
                assertThat(sent)
                        .extracting(exchange -> exchange.getMessage().getHeader(SmsConstants.TO))
                        .containsExactlyInAnyOrder("+15550001111", "+15550002222");
                assertThat(sent.get(0).getMessage().getBody(String.class))
                        .matches("%text% the / cron@example\\.org / [0-9]+ B / Only 3 %size% are");
                assertThat(sent.get(0).getMessage().getHeaders())
                        .containsEntry(SmsConstants.ACCOUNT, "desk")
                        .containsEntry(SmsConstants.REPORT_TO, "<>")
                        .doesNotContainKey(SmsConstants.REPLY_TO);
            }
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

    @Test
    void wrongSettingsAreNamed() throws Exception {
        for (String wrong : List.of(
                "sms.smtp.port=70000",
                "sms.smtp.localIps=10.0.0.0/99",
                "sms.smtp.localIps=example.org",
                "sms.smtp.localDomains=a b",
                "sms.smtp.maxmsgs=0",
                "sms.smtp.trim=everything",
                "sms.smtp.tls.required=true",
                "sms.smtp.tls.certificate=/nowhere/cert.pem",
                "sms.notify.alerts.number=joe",
                "sms.notify.alerts.colour=red",
                "sms.mailboxes.desk.url=http://example.org",
                "sms.mailboxes.desk.url=imap://joe:pw@example.org")) {
            assertThatThrownBy(() -> MailGateway.start(folder, wrong).close())
                    .as(wrong)
                    .hasMessageContaining(wrong.substring(0, wrong.indexOf('.', 4)))
                    .hasMessageNotContaining("joe:pw");
        }
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() ->
                            MailGateway.start(folder, taken.getLocalPort()).close())
                    .hasMessageContaining("smtp")
                    .hasMessageContaining("in use");
        }
    }
}
