package io.github.camelsms.routes.mailin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.camelsms.routes.CapturedLog;
import io.github.camelsms.sms.camel.SmsConstants;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that lie in a mailbox of another server. */
class MailboxPollTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String GOOD = "To: \"Jan\" <sms:+15551234567@sms.example.org>";
    private static final String FROM = "From: Jana <jana@example.org>";

    @TempDir
    private Path folder;

    private GreenMail server;
    private GreenMailUser user;

    @BeforeEach
    void startServer() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3)
        });
        server.start();
        user = server.setUser("sms@example.org", "gate", "pA55-canary");
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    private MailGateway start(String protocol, String... more) throws Exception {
        int port = protocol.equals("imap")
                ? server.getImap().getPort()
                : server.getPop3().getPort();
        List<String> settings = new ArrayList<>(List.of(
                "sms.mailboxes.desk.url=" + protocol + "://127.0.0.1:" + port,
                "sms.mailboxes.desk.username=gate",
                "sms.mailboxes.desk.password=pA55-canary",
                "sms.mailboxes.desk.delay=200ms",
                "sms.mailboxes.desk.delete=true",
                "sms.mailboxes.desk.senders=jana@example.org, @trusted.example.org"));
        settings.addAll(List.of(more));
        return MailGateway.start(folder, settings.toArray(new String[0]));
    }

    private void deliver(String... lines) throws Exception {
        byte[] octets = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets)));
    }

    private List<MimeMessage> left() {
        return List.of(server.getReceivedMessages());
    }

    private void awaitLeft(int count) {
        await().atMost(PATIENCE).until(() -> left().size() == count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void mailGoesOutAndIsDeletedWhenItIsStored(String protocol) throws Exception {
        deliver(
                "Return-Path: <bounces@example.org>",
                FROM,
                GOOD,
                "Message-ID: <1@x>",
                "CamelSmsGateway: evil",
                "",
                "Hello");
        try (MailGateway gateway = start(protocol)) {
            Message sent = gateway.sent(1).get(0).getMessage();
            assertThat(sent.getBody()).isEqualTo("Hello");
            assertThat(sent.getHeaders())
                    .containsEntry(SmsConstants.TO, "+15551234567")
                    .containsEntry(SmsConstants.REPLY_TO, "bounces@example.org")
                    .containsEntry(SmsConstants.MAX_PARTS, "1")
                    .containsEntry(SmsConstants.MAIL_ID, "<1@x>");
            assertThat(sent.getHeaders().toString()).doesNotContain("evil");
            awaitLeft(0);
        }
    }

    @Test
    void mailIsFlaggedWhereItIsToStay() throws Exception {
        deliver(FROM, GOOD, "", "Hello");
        try (MailGateway gateway = start("imap", "sms.mailboxes.desk.delete=false")) {
            gateway.sent(1);
            await().atMost(PATIENCE).until(() -> left().get(0).isSet(Flag.SEEN));
            deliver(FROM, GOOD, "", "Bye");
            assertThat(gateway.sent(2).get(1).getMessage().getBody()).isEqualTo("Bye");
            assertThat(gateway.sentSoFar()).isEqualTo(2);
        }
    }

    /** Each of these would block a mailbox whose reader stops at what it cannot use. */
    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void poisonIsSetAsideAndTheRestGoesOn(String protocol) throws Exception {
        StringBuilder bottomless = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            bottomless.append("Content-Type: multipart/mixed; boundary=b" + i + "\r\n\r\n--b" + i + "\r\n");
        }
        deliver(FROM, GOOD, bottomless.toString());
        deliver(FROM, "To: somebody@example.org", "", "no phone");
        deliver(FROM, GOOD, "Content-Type: image/png", "Content-Transfer-Encoding: base64", "", "iVBORw0KGgo=");
        deliver("From: <stranger@evil.example.net>", GOOD, "", "buy");
        deliver(FROM, "To: \"sms:+15551234567?sender=much-too-long-a-name\"@sms.example.org", "", "sender");
        deliver(FROM, GOOD, "", "after all of them");
        try (MailGateway gateway = start(protocol)) {
            assertThat(gateway.sent(1).get(0).getMessage().getBody()).isEqualTo("after all of them");
            awaitLeft(5);
            deliver(FROM, GOOD, "", "and again");
            assertThat(gateway.sent(2).get(1).getMessage().getBody()).isEqualTo("and again");
            awaitLeft(5);
            if (protocol.equals("imap")) {
                assertThat(left()).allMatch(mail -> isFlagged(mail));
            }
        }
    }

    private static boolean isFlagged(MimeMessage mail) {
        try {
            return mail.isSet(Flag.FLAGGED) && mail.isSet(Flag.SEEN);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void whatCannotBeDoneNowStaysForTheNextLook(String protocol) throws Exception {
        deliver(FROM, GOOD, "Message-ID: <1@x>", "", "one");
        deliver(FROM, GOOD, "Message-ID: <2@x>", "", "two");
        try (MailGateway gateway = start(protocol, "sms.limits.waitingPerGateway=1", "sms.mailboxes.desk.delay=60s")) {
            gateway.network(false);
            awaitLeft(1);
            // POP3 has no flags, but this server has, and sets them
            assertThat(left().get(0).isSet(Flag.SEEN)).isEqualTo(protocol.equals("pop3"));
        }
        try (MailGateway gateway = start(protocol)) {
            assertThat(gateway.sent(2))
                    .extracting(exchange -> exchange.getMessage().getBody())
                    .containsExactlyInAnyOrder("one", "two");
            awaitLeft(0);
        }
    }

    /** Stored, and then the connection was gone before the mail was flagged. */
    @Test
    void mailThatComesAgainIsOneMessage() throws Exception {
        try (MailGateway gateway = start("imap", "sms.mailboxes.desk.delete=false")) {
            for (String id : List.of("Message-ID: <1@x>", "X-Nothing: here")) {
                int before = gateway.sentSoFar();
                deliver(FROM, GOOD, id, "", "Hello " + id);
                gateway.sent(before + 1);
                await().atMost(PATIENCE).until(() -> last().isSet(Flag.SEEN));
                last().setFlag(Flag.SEEN, false);
                await().atMost(PATIENCE).until(() -> last().isSet(Flag.SEEN));
                assertThat(gateway.sentSoFar()).isEqualTo(before + 1);
            }
        }
    }

    private MimeMessage last() {
        return left().get(left().size() - 1);
    }

    @Test
    void eachAddressIsAskedForItsCredentials() throws Exception {
        deliver(
                "From: <stranger@evil.example.net>",
                "To: \"sms:+15551234561?user=desk&pass=pA55-other&maxmsgs=2\"@sms.example.org,",
                " =?utf-8?Q?J=C3=A1n?= <sms:+15551234562@sms.example.org>,",
                " \"Wrong, Guess\" <\"sms:+15551234563?user=desk&pass=guess\"@sms.example.org>,",
                " sms:+15551234564?user=desk&pass=pA55-other&authenticated=1@sms.example.org",
                "Cc: sms:+15551234565?user=desk&pass=pA55-other@sms.example.org, +15551234566@elsewhere.example.net",
                "",
                "Hello");
        try (CapturedLog log = CapturedLog.atTrace();
                MailGateway gateway =
                        start("imap", "sms.accounts.desk.password=pA55-other", "sms.mailboxes.desk.account=desk")) {
            assertThat(gateway.sent(2))
                    .extracting(exchange -> exchange.getMessage().getHeader(SmsConstants.TO) + " "
                            + exchange.getMessage().getHeader(SmsConstants.ACCOUNT))
                    .containsExactlyInAnyOrder("+15551234561 desk", "+15551234565 desk");
            await().atMost(PATIENCE).until(() -> isFlagged(left().get(0)));
            assertThat(log.text())
                    .contains("is set aside")
                    .contains("accepted for others")
                    .doesNotContain("pA55")
                    .doesNotContain("pass=guess");
        }
    }

    @Test
    void copyIsForTheAddressThatItWasDeliveredFor() throws Exception {
        deliver(
                "Delivered-To: +15551234561@sms.example.org",
                FROM,
                "To: +15551234561@sms.example.org, +15551234562@sms.example.org",
                "",
                "Hello");
        try (MailGateway gateway = start("imap")) {
            assertThat(gateway.sent(1).get(0).getMessage().getHeader(SmsConstants.TO))
                    .isEqualTo("+15551234561");
            awaitLeft(0);
            assertThat(gateway.sentSoFar()).isEqualTo(1);
        }
    }

    @Test
    void everyMailMayBeForOnePhoneOrANotification() throws Exception {
        deliver("From: <root@trusted.example.org>", "To: root@example.org", "Subject: disk", "", "full");
        try (MailGateway gateway = start("imap", "sms.mailboxes.desk.number=+15550001111")) {
            Exchange sent = gateway.sent(1).get(0);
            assertThat(sent.getMessage().getHeader(SmsConstants.TO)).isEqualTo("+15550001111");
            assertThat(sent.getMessage().getBody()).isEqualTo("full");
            awaitLeft(0);
        }
        deliver("From: <root@trusted.example.org>", "To: root@example.org", "Subject: disk", "", "full");
        try (MailGateway gateway =
                start("imap", "sms.mailboxes.desk.notify=alerts", "sms.notify.alerts.number=+15550002222")) {
            Exchange sent = gateway.sent(1).get(0);
            assertThat(sent.getMessage().getHeader(SmsConstants.TO)).isEqualTo("+15550002222");
            assertThat(sent.getMessage().getBody(String.class))
                    .matches("root@trusted\\.example\\.org: disk \\([0-9]+ B\\) full");
        }
    }

    @Test
    void strangersGetNoReports() throws Exception {
        deliver("From: <stranger@evil.example.net>", GOOD, "", "Hello");
        try (MailGateway gateway = start("imap", "sms.mailboxes.desk.senders=*")) {
            assertThat(gateway.sent(1).get(0).getMessage().getHeader(SmsConstants.REPORT_TO))
                    .isEqualTo("<>");
        }
    }

    @Test
    void serverThatComesLaterIsFound() throws Exception {
        deliver(FROM, GOOD, "", "Hello");
        server.getImap().stopService();
        try (MailGateway gateway = start("imap")) {
            assertThat(gateway.ready()).startsWith("ready");
        }
    }

    @Test
    void wrongSettingsAreNamed() {
        assertThatThrownBy(
                        () -> start("pop3", "sms.mailboxes.desk.delete=false").close())
                .hasMessageContaining("sms.mailboxes.desk.delete");
        assertThatThrownBy(() -> start("imap", "sms.accounts.x.password=y").close())
                .hasMessageContaining("sms.mailboxes.desk.account");
        assertThatThrownBy(() -> start("imap", "sms.mailboxes.desk.notify=none").close())
                .hasMessageContaining("sms.notify.none");
        assertThatThrownBy(() -> start("imap", "sms.mailboxes.desk.senders=joe").close())
                .hasMessageContaining("sms.mailboxes.desk.senders");
    }
}
