package io.github.camelsms.routes.mailin;

import static io.github.camelsms.routes.mailin.MailGateway.ACCOUNTS;
import static io.github.camelsms.routes.mailin.MailGateway.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.camel.SmsConstants;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notifications of mails, and settings of all that makes messages of mails. */
class MailNotificationTest {

    @TempDir
    private Path folder;

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
