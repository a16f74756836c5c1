package io.github.camelsms.routes.mail;

import static io.github.camelsms.routes.mail.BridgeUnderTest.BAD;
import static io.github.camelsms.routes.mail.BridgeUnderTest.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelsms.sms.camel.SmsConstants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mails of the gateway through Postfix, which is away for a while: each arrives once. */
class NextHopTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void whatPostfixCouldNotTakeItTakesOnceWhenItIsBack() throws Exception {
        assumeTrue(PostfixServer.whyNot().isEmpty(), PostfixServer.whyNot());
        try (PostfixServer postfix = PostfixServer.of("joe", "desk", "archive");
                BridgeUnderTest bridge = BridgeUnderTest.start(
                        folder, postfix.port(), Map.of("sms.archive.mailbox", "archive@example.org"))) {
            bridge.write("joe@example.org", "Are you coming?");
            bridge.receive("Yes, at five");
            bridge.submit(BAD, Map.of(SmsConstants.REPLY_TO, "joe@example.org"));
            bridge.receive("+15557654321", "Who is there?", Map.of());

            postfix.start();
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(postfix.mails("joe")).hasSize(2);
                assertThat(postfix.mails("desk")).hasSize(1);
                assertThat(postfix.mails("archive")).hasSize(1);
            });
            String answer = one(postfix.mails("joe"), "Yes, at five");
            assertThat(answer)
                    .contains("Return-Path: <desk@example.org>")
                    .contains("From: +15551234567 <\"sms:+15551234567\"@sms.example.org>");
            assertThat(one(postfix.mails("joe"), "multipart/report"))
                    .contains("Return-Path: <>")
                    .contains("Final-Recipient: rfc822; \"sms:" + PHONE + "\"@sms.example.org");
            assertThat(postfix.mails("archive").get(0)).contains("X-SMS-To: " + PHONE);

            postfix.stop();
            bridge.receive("Or at six");
            postfix.start();
            await().atMost(PATIENCE).until(() -> postfix.mails("joe").size() == 3);

            bridge.submit("late", Map.of(SmsConstants.TO, "+15550000001", SmsConstants.REPLY_TO, "gone@example.org"));
            bridge.receive("+15550000001", "for nobody", Map.of());
            await().atMost(PATIENCE).until(() -> postfix.mails("desk").size() == 2);
            assertThat(one(postfix.mails("desk"), "for nobody")).contains("refuses mail to gone@example.org");
            assertThat(postfix.mails("joe")).hasSize(3);
        }
    }

    private static String one(List<String> mails, String part) {
        assertThat(mails).filteredOn(mail -> mail.contains(part)).hasSize(1);
        return mails.stream().filter(mail -> mail.contains(part)).findFirst().orElseThrow();
    }
}
