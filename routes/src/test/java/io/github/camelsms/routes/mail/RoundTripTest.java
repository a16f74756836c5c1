package io.github.camelsms.routes.mail;

import static io.github.camelsms.routes.mail.BridgeUnderTest.BAD;
import static io.github.camelsms.routes.mail.BridgeUnderTest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person with a mail program and one with a phone: mails in by SMTP, mails out to a server, and back. */
class RoundTripTest {

    @TempDir
    private Path folder;

    private int port;

    private void send(String from, String to, String fields, String text) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        String mail = fields + "Subject: x\r\n\r\n" + text + "\r\n";
        Session session = Session.getInstance(properties);
        SMTPMessage message = new SMTPMessage(session, new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
        message.setEnvelopeFrom(from);
        InternetAddress recipient = new InternetAddress();
        recipient.setAddress(to);
        // not Transport.send, which gives it another Message-ID
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(message, new InternetAddress[] {recipient});
        }
    }

    @Test
    void aMailIsAnsweredByAPhoneAndTheAnswerByAMail() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (MailServer server = MailServer.start();
                BridgeUnderTest bridge =
                        BridgeUnderTest.start(folder, server.port(), Map.of("sms.smtp.port", Integer.toString(port)))) {
            send(
                    "joe@example.org",
                    "\"sms:+15551234567\"@sms.example.org",
                    "From: joe@example.org\r\nMessage-ID: <17@joe.example>\r\n",
                    "Are you coming?");
            await().atMost(PATIENCE).until(() -> bridge.sent().size() == 1);
            bridge.receive("Yes");
            await().atMost(PATIENCE).until(() -> server.mails().size() == 1);
            MimeMessage answer = server.mails().get(0).parsed();
            assertThat(server.mails().get(0).to()).isEqualTo("joe@example.org");
            assertThat(answer.getHeader("In-Reply-To")).containsExactly("<17@joe.example>");

            InternetAddress phone = (InternetAddress) answer.getReplyTo()[0];
            send(
                    "joe@example.org",
                    phone.getAddress(),
                    "From: joe@example.org\r\nMessage-ID: <18@joe.example>\r\n",
                    "Good");
            await().atMost(PATIENCE).until(() -> bridge.sent().size() == 2);
            assertThat(bridge.sent().get(1).to()).isEqualTo("+15551234567");
            assertThat(bridge.sent().get(1).text()).isEqualTo("Good");

            // none of these has a sender who could be told
            send(
                    "joe@example.org",
                    phone.getAddress(),
                    "From: joe@example.org\r\nAuto-Submitted: auto-replied\r\n",
                    BAD);
            send("joe@example.org", phone.getAddress(), "From: joe@example.org\r\nList-Id: <all.example.org>\r\n", BAD);
            send("joe@example.org", phone.getAddress(), "From: joe@example.org\r\nPrecedence: bulk\r\n", BAD);
            send("<>", phone.getAddress(), "From: MAILER-DAEMON@example.org\r\n", BAD);
            send(
                    "joe@example.org",
                    phone.getAddress(),
                    "From: joe@example.org\r\nMessage-ID: <19@joe.example>\r\n",
                    BAD);
            await().atMost(PATIENCE).until(() -> server.mails().size() == 2);
            MailServer.Mail report = server.mails().get(1);
            assertThat(report.to()).isEqualTo("joe@example.org");
            assertThat(report.from()).isEmpty();
            assertThat(report.parsed().getHeader("In-Reply-To")).containsExactly("<19@joe.example>");
        }
    }
}
