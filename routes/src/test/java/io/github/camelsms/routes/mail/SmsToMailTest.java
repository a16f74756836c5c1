package io.github.camelsms.routes.mail;

import static io.github.camelsms.routes.mail.BridgeUnderTest.PATIENCE;
import static io.github.camelsms.routes.mail.BridgeUnderTest.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.mail.BridgeUnderTest.Sms;
import io.github.camelsms.sms.camel.SmsConstants;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets what a phone writes: the gateway with its own route files and a mail server. */
class SmsToMailTest {

    @TempDir
    private Path folder;

    private MailServer server;
    private BridgeUnderTest bridge;

    @BeforeEach
    void start() throws Exception {
        server = MailServer.start();
        bridge = BridgeUnderTest.start(folder, server.port(), Map.of());
    }

    @AfterEach
    void stop() throws Exception {
        bridge.close();
        server.close();
    }

    private MailServer.Mail mail(int number) {
        await().atMost(PATIENCE).until(() -> server.mails().size() >= number);
        assertThat(server.mails()).hasSize(number);
        return server.mails().get(number - 1);
    }

    private static String text(MailServer.Mail mail) throws Exception {
        return mail.parsed().getContent().toString().strip();
    }

    private static String root(MimeMessage mail) throws Exception {
        return mail.getHeader("References", " ").split("\\s+", 2)[0];
    }

    @Test
    void theOnlyOneWhoHasWrittenGetsTheAnswer() throws Exception {
        bridge.receive("Who are you?");
        assertThat(mail(1).to()).as("nobody has written").isEqualTo("desk@example.org");
        bridge.write("joe@example.org", "Are you coming?");
        bridge.receive("Yes");
        MailServer.Mail answer = mail(2);
        assertThat(answer.to()).isEqualTo("joe@example.org");
        assertThat(answer.from()).as("a bounce goes to a person").isEqualTo("desk@example.org");
        assertThat(answer.parsed().getFrom())
                .containsExactly(new InternetAddress("\"sms:+15551234567\"@sms.example.org", PHONE));
        assertThat(text(answer)).isEqualTo("Yes");
    }

    @Test
    void aPhoneThatSeveralHaveWrittenToIsAskedOnceInAWhile() throws Exception {
        bridge.write("joe@example.org", "from Joe");
        bridge.write("ann@partner.example", "from Ann");
        bridge.receive("Yes");
        await().atMost(PATIENCE).until(() -> bridge.sent().size() == 3);
        Sms question = bridge.sent().get(2);
        assertThat(question.to()).isEqualTo(PHONE);
        assertThat(question.gateway()).isEqualTo("us");
        assertThat(question.text())
                .startsWith("More than one person has written to you.")
                .contains("#joe@example.org#")
                .contains("#ann@partner.example#");

        bridge.receive("#ann@partner.example# Yes");
        assertThat(mail(1).to()).as("she has written to this phone").isEqualTo("ann@partner.example");
        assertThat(text(mail(1))).isEqualTo("Yes");

        bridge.receive("I said yes");
        assertThat(mail(2).to()).as("not asked again, and not lost").isEqualTo("desk@example.org");
        assertThat(bridge.sent()).hasSize(3);
    }

    @Test
    void onlyMailboxesOfOursAndOfWhoHasWrittenCanBeNamed() throws Exception {
        bridge.receive("#boss@EXAMPLE.org# Hello");
        assertThat(mail(1).to()).isEqualTo("boss@EXAMPLE.org");
        bridge.receive("#victim@elsewhere.example# buy this");
        assertThat(mail(2).to()).isEqualTo("desk@example.org");
        assertThat(text(mail(2))).isEqualTo("#victim@elsewhere.example# buy this");
    }

    @Test
    void aMailProgramShowsTheConversation() throws Exception {
        bridge.submit(
                "one", Map.of(SmsConstants.REPLY_TO, "joe@example.org", SmsConstants.MAIL_ID, "<17@joe.example>"));
        bridge.receive("first");
        MimeMessage first = mail(1).parsed();
        assertThat(first.getHeader("In-Reply-To")).containsExactly("<17@joe.example>");
        assertThat(first.getHeader("References", null)).endsWith("<17@joe.example>");
        bridge.submit(
                "two", Map.of(SmsConstants.REPLY_TO, "Joe@example.org", SmsConstants.MAIL_ID, "<18@joe.example>"));
        bridge.receive("second");
        MimeMessage second = mail(2).parsed();
        assertThat(second.getHeader("In-Reply-To")).containsExactly("<18@joe.example>");
        assertThat(root(second))
                .isEqualTo(root(first))
                .matches("<sms\\.conversation\\.[0-9a-f]{16}@sms\\.example\\.org>");
        bridge.submit(
                "three", Map.of(SmsConstants.REPLY_TO, "joe@example.org", SmsConstants.MAIL_ID, "<x\r\nBcc: a@b>"));
        bridge.receive("third");
        assertThat(mail(3).parsed().getHeader("In-Reply-To"))
                .as("what is no Message-ID is not used")
                .isEqualTo(new String[] {root(first)});
    }

    @Test
    void whatAPhoneDoesNotShowAsTextCanBeRead() throws Exception {
        bridge.receive(PHONE, new byte[] {0, 1, 'a', 'b'}, Map.of(SmsConstants.PORT, 2948));
        assertThat(text(mail(1)))
                .contains("4 octets")
                .contains("00 01 61 62")
                .contains("..ab")
                .contains("port 2948 of the phone (WAP push)");
        bridge.receive("Bank", "code 1234", Map.of(SmsConstants.MESSAGE_CLASS, 0));
        assertThat(text(mail(2))).startsWith("code 1234\r\n\r\n-- \r\n").contains("message class 0");
        bridge.receive(PHONE, "half", Map.of(SmsConstants.REASON, "partial: 1 of 2 parts came"));
        assertThat(text(mail(3))).contains("partial: 1 of 2 parts came");
    }

    @Test
    void theDeskGetsWhatTheMailServerRefuses() throws Exception {
        server.refuse("gone@example.org");
        bridge.write("gone@example.org", "I shall be away");
        bridge.receive("Where are you?");
        MailServer.Mail returned = mail(1);
        assertThat(returned.to()).isEqualTo("desk@example.org");
        assertThat(text(returned)).startsWith("Where are you?").contains("refuses mail to gone@example.org");
    }

    @Test
    void aMailServerThatIsAwayGetsEachMailOnceWhenItIsBack() throws Exception {
        int port = server.port();
        server.close();
        bridge.receive("one");
        bridge.receive("two");
        await().atMost(PATIENCE).until(() -> bridge
                .operations()
                .incoming(io.github.camelsms.sms.store.IncomingSearch.newest(2))
                .toCompletableFuture()
                .join()
                .stream()
                .allMatch(message -> message.attempts() >= 2));
        server = MailServer.startAt(port);
        mail(2);
        assertThat(List.of(text(server.mails().get(0)), text(server.mails().get(1))))
                .containsExactlyInAnyOrder("one", "two");
        server.answer("451 4.3.0 kept, and then something went wrong");
        bridge.receive("three");
        await().atMost(PATIENCE).until(() -> server.mails().size() >= 4);
        assertThat(server.mails().get(3).id())
                .as("what is repeated is the same mail")
                .isEqualTo(server.mails().get(2).id());
        assertThat(server.mails().get(3).octets())
                .isEqualTo(server.mails().get(2).octets());
    }
}
