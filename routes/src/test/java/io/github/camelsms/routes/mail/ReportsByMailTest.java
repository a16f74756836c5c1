package io.github.camelsms.routes.mail;

import static io.github.camelsms.routes.mail.BridgeUnderTest.BAD;
import static io.github.camelsms.routes.mail.BridgeUnderTest.PATIENCE;
import static io.github.camelsms.routes.mail.BridgeUnderTest.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.settings.MailAddress;
import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.Operation;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What senders are told by mail, and what an archive gets: the gateway with its own route files and a mail server. */
class ReportsByMailTest {

    @TempDir
    private Path folder;

    private MailServer server;
    private BridgeUnderTest bridge;

    @BeforeEach
    void start() throws Exception {
        server = MailServer.start();
    }

    @AfterEach
    void stop() throws Exception {
        if (bridge != null) {
            bridge.close();
        }
        server.close();
    }

    private void gateway(String... settings) throws Exception {
        Map<String, String> more = new TreeMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            more.put(settings[i], settings[i + 1]);
        }
        bridge = BridgeUnderTest.start(folder, server.port(), more);
    }

    private void submit(String text, String... headers) {
        Map<String, Object> all = new TreeMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        bridge.submit(text, all);
    }

    private MailServer.Mail mail(int number) {
        await().atMost(PATIENCE).until(() -> server.mails().size() >= number);
        assertThat(server.mails()).hasSize(number);
        return server.mails().get(number - 1);
    }

    private void awaitEnds(long count) {
        await().atMost(PATIENCE)
                .until(() -> bridge.operations().counts().toCompletableFuture().join().entrySet().stream()
                                .filter(state -> state.getKey().isFinal() || state.getKey() == MessageState.ENROUTE)
                                .mapToLong(Map.Entry::getValue)
                                .sum()
                        == count);
    }

    @Test
    void whoHasSentAMessageThatFailsIsToldWhy() throws Exception {
        gateway();
        submit(
                BAD + " Příliš žluťoučký",
                SmsConstants.REPLY_TO,
                "joe@example.org",
                SmsConstants.REPORT_TO,
                "joe+reports@example.org",
                SmsConstants.MAIL_ID,
                "<17@joe.example>");
        MailServer.Mail mail = mail(1);
        assertThat(mail.from()).as("nobody: none comes back").isEmpty();
        assertThat(mail.to()).isEqualTo("joe+reports@example.org");
        MimeMessage report = mail.parsed();
        assertThat(report.getFrom()).containsExactly(new InternetAddress("\"SMS gateway\" <desk@example.org>"));
        assertThat(report.getSubject()).isEqualTo("SMS to " + PHONE + " failed");
        assertThat(report.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(report.getHeader("In-Reply-To")).containsExactly("<17@joe.example>");
        assertThat(report.getHeader("X-Evil")).isNull();
        assertThat(report.getContentType()).startsWith("multipart/report").contains("report-type=delivery-status");
        MimeMultipart parts = (MimeMultipart) report.getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("was refused and has not been sent")
                .contains("the network says: bad");
        String status = octets(parts.getBodyPart(1));
        assertThat(status)
                .contains("Reporting-MTA: dns; sms.example.org\r\n")
                .contains("\r\n\r\nFinal-Recipient: rfc822; \"sms:+15551234567\"@sms.example.org\r\n")
                .contains("Action: failed\r\n")
                .contains("Status: 5.0.0\r\n")
                .contains("Diagnostic-Code: x-sms; ")
                .doesNotContain("\r\nX-Evil");
        MimeMessage original = (MimeMessage) parts.getBodyPart(2).getContent();
        assertThat(original.getMessageID()).isEqualTo("<17@joe.example>");
        assertThat(original.getContent().toString()).startsWith(BAD + " Příliš žluťoučký");
    }

    private static String octets(BodyPart part) throws Exception {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    @Test
    void nobodyIsToldWhereNobodyCanBe() throws Exception {
        gateway("sms.mail.reportsOf", "acme=ops@acme.example");
        submit(BAD + " no sender");
        submit(BAD + " a bounce", SmsConstants.REPLY_TO, "joe@example.org", SmsConstants.REPORT_TO, "<>");
        submit(BAD + " no mailbox", SmsConstants.REPLY_TO, "desk 7");
        submit("good", SmsConstants.REPLY_TO, "joe@example.org");
        submit(BAD + " of an account", SmsConstants.ACCOUNT, "acme");
        submit(BAD + " of another account", SmsConstants.ACCOUNT, "other");
        awaitEnds(6);
        assertThat(mail(1).to()).isEqualTo("ops@acme.example");
    }

    @Test
    void whatAnOperatorEndsIsToldWithAsMuchOfItAsTheSettingSays() throws Exception {
        gateway("sms.mail.reportsOriginal", "excerpt");
        Instant later = Instant.now().plus(Duration.ofHours(1));
        String id = bridge.submit(
                "word ".repeat(50), Map.of(SmsConstants.REPLY_TO, "joe@example.org", SmsConstants.NOT_BEFORE, later));
        bridge.operations()
                .operate(new MessageId(id), Operation.CANCEL)
                .toCompletableFuture()
                .join();
        MimeMultipart parts = (MimeMultipart) mail(1).parsed().getContent();
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("was cancelled");
        MimeMessage original = (MimeMessage) parts.getBodyPart(2).getContent();
        assertThat(original.getContent().toString()).startsWith("word word").hasSizeLessThan(50);
    }

    @Test
    void aDelayIsNoFailure() throws Exception {
        Instant accepted = Instant.parse("2026-11-22T05:00:00Z");
        Instant expires = accepted.plus(Duration.ofDays(5));
        MessageRecord message = new MessageRecord(
                new MessageId("01M804JZKG5M35JAJP3HTF23YQ"),
                Message.of(new PhoneNumber(PHONE), Body.text("secret"), expires),
                MessageState.QUEUED,
                "modem-down",
                3,
                Optional.of("us"),
                List.of(),
                accepted,
                Optional.empty());
        MimeMessage mail = new DeliveryReportMail(SmsMailTest.settings(Map.of("sms.mail.reportsOriginal", "headers")))
                .compose(
                        "01M804JZKG5M35JAJP3HTF23YZ",
                        new MailAddress("joe@example.org"),
                        message,
                        "DELAYED",
                        "modem-down",
                        accepted.plus(Duration.ofHours(4)));
        assertThat(mail.getSubject()).isEqualTo("SMS to " + PHONE + " is delayed");
        assertThat(mail.getMessageID()).isEqualTo("<sms.report.01M804JZKG5M35JAJP3HTF23YZ@localhost>");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(octets(parts.getBodyPart(1)))
                .contains("Action: delayed\r\nStatus: 4.4.0\r\n")
                .contains("Last-Attempt-Date: Sun, 22 Nov 2026 09:00:00 +0000\r\n")
                .contains("Will-Retry-Until: Fri, 27 Nov 2026 05:00:00 +0000\r\n");
        assertThat(parts.getBodyPart(2).getContentType()).isEqualTo("text/rfc822-headers");
        assertThat(octets(parts.getBodyPart(2))).doesNotContain("secret");
    }

    /** R12: one for each, whatever happens between the end of the message and the end of its report. */
    @Test
    void eachFailureIsToldOnceWhileTheServerComesAndGoes() throws Exception {
        int port = server.port();
        server.close();
        gateway("sms.mail.reports", "delayed,failed,delivered");
        for (int i = 0; i < 20; i++) {
            submit(BAD + " " + i, SmsConstants.REPLY_TO, "joe@example.org");
        }
        awaitEnds(20);
        bridge.close();
        server = MailServer.startAt(port);
        gateway("sms.mail.reports", "delayed,failed,delivered");
        mail(20);
        List<String> ids = new ArrayList<>();
        for (MailServer.Mail mail : server.mails()) {
            ids.add(mail.id());
        }
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.startsWith("<sms.report."));
        bridge.close();
        gateway();
        submit(BAD, SmsConstants.REPLY_TO, "joe@example.org");
        assertThat(mail(21).to()).isEqualTo("joe@example.org");
        server.answer("451 4.3.0 kept, and then something went wrong");
        submit(BAD + " again", SmsConstants.REPLY_TO, "joe@example.org");
        await().atMost(PATIENCE).until(() -> server.mails().size() >= 23);
        assertThat(server.mails().get(22).octets())
                .as("what is repeated is the same mail")
                .isEqualTo(server.mails().get(21).octets());
    }

    @Test
    void anArchiveGetsACopyOfEverythingAndHoldsUpNothing() throws Exception {
        int port = server.port();
        server.close();
        gateway("sms.archive.mailbox", "archive@example.org");
        for (int i = 0; i < 10; i++) {
            submit("message " + i, SmsConstants.REPLY_TO, "joe@example.org", SmsConstants.FROM, "Desk");
        }
        awaitEnds(10);
        assertThat(bridge.sent()).as("sent while the mail server is away").hasSize(10);
        server = MailServer.startAt(port);
        mail(10);
        List<String> texts = new ArrayList<>();
        for (MailServer.Mail mail : server.mails()) {
            assertThat(mail.to()).isEqualTo("archive@example.org");
            texts.add(mail.parsed().getContent().toString().strip());
            assertThat(mail.parsed().getHeader("X-SMS-To")).containsExactly(PHONE);
            assertThat(mail.parsed().getHeader("X-SMS-From")).containsExactly("Desk");
            assertThat(mail.parsed().getHeader("X-SMS-Reply-To")).containsExactly("joe@example.org");
            assertThat(mail.parsed().getHeader("X-SMS-Gateway")).containsExactly("us");
            assertThat(mail.parsed().getSubject()).startsWith("SMS to " + PHONE + ": message ");
        }
        assertThat(texts).hasSize(10).doesNotHaveDuplicates();
    }

    /** Read by a program of others: Python's email package. */
    @Test
    void aParserOfOthersReadsTheReport() throws Exception {
        gateway();
        submit(BAD + " Příliš", SmsConstants.REPLY_TO, "joe@example.org");
        Path file = Files.writeString(folder.resolve("report.eml"), mail(1).octets(), StandardCharsets.ISO_8859_1);
        Path script = Files.writeString(folder.resolve("read.py"), """
            import email, email.policy, sys
            m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
            assert not m.defects, m.defects
            assert m.get_content_type() == 'multipart/report', m.get_content_type()
            assert m.get_param('report-type') == 'delivery-status'
            text, status, original = m.iter_parts()
            assert text.get_content_type() == 'text/plain' and not text.defects
            assert status.get_content_type() == 'message/delivery-status'
            whole, recipient = status.get_payload()
            assert whole['Reporting-MTA'] == 'dns; sms.example.org', whole['Reporting-MTA']
            assert recipient['Action'] == 'failed' and recipient['Status'] == '5.0.0'
            assert recipient['Final-Recipient'] == 'rfc822; "sms:+15551234567"@sms.example.org'
            inner = original.get_content()
            assert inner.get_content().startswith('BAD P\\u0159\\u00edli\\u0161'), inner.get_content()
            print('read')
            """);
        Process python;
        try {
            python = new ProcessBuilder("python3", script.toString(), file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (java.io.IOException e) {
            Assumptions.abort("python3 is not installed: no other parser reads the reports");
            return;
        }
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said.strip()).isEqualTo("read");
    }
}
