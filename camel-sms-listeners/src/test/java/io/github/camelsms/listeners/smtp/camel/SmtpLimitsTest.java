package io.github.camelsms.listeners.smtp.camel;

import static io.github.camelsms.listeners.smtp.camel.Gateway.LOCAL;
import static io.github.camelsms.listeners.smtp.camel.Gateway.MAIL;
import static io.github.camelsms.listeners.smtp.camel.Gateway.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;

/** What the listener does not take, or not now. */
class SmtpLimitsTest {

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
    void healthCheckIsUpWhileItListens() throws Exception {
        try (Gateway gateway = new Gateway(LOCAL)) {
            HealthCheck check =
                    ((SmtpServerConsumer) gateway.context.getRoute("in").getConsumer()).getHealthCheck();
            assertThat(check.call().getState()).isEqualTo(HealthCheck.State.UP);
            gateway.context.getRouteController().stopRoute("in");
            assertThat(check.call().getState()).isEqualTo(HealthCheck.State.DOWN);
        }
    }
}
