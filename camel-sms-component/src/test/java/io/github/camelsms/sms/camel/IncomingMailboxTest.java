package io.github.camelsms.sms.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

/** What comes back from phones and networks, through {@code sms:incoming} and {@code sms:reports}. */
class IncomingMailboxTest extends SmsRoutes {

    @Test
    void theAnswerComesWithTheMailboxThatAsked() throws Exception {
        routes("sms:outgoing?gateway=us", "mock:gateway");
        routes("sms:incoming", "mock:incoming");
        accept("sms:+15551234567?reply=joe@example.org", "question", Map.of());
        MockEndpoint incoming = mock("incoming");
        incoming.expectedBodiesReceived("answer");
        incoming.expectedHeaderReceived(SmsConstants.REPLY_LINKS, List.of("joe@example.org"));

        send("sms:incoming?gateway=us", "answer", Map.of(SmsConstants.FROM, "+15551234567"));

        incoming.assertIsSatisfied();
    }

    @Test
    void partsAreJoinedAndDuplicatesFiledOnce() throws Exception {
        routes("sms:incoming", "mock:incoming");
        MockEndpoint incoming = mock("incoming");
        incoming.expectedBodiesReceived("Hello, world!");
        byte[] one = HexFormat.of().parseHex("400B919746121611F10000811170021222230E06080412340201C8329BFD6601");
        byte[] two = HexFormat.of().parseHex("400B919746121611F10000811170021232230F06080412340202A0FB5BCE268700");
        assertThat(SmsDeliver.decode(one).userData().concatenation()).isPresent();

        for (byte[] tpdu : List.of(two, two, one, two)) {
            send("sms:incoming?gateway=us", "ignored", Map.of(SmsConstants.TPDU, tpdu));
        }

        incoming.assertIsSatisfied();
        assertThat(incoming.getExchanges().get(0).getMessage().getHeader(SmsConstants.FROM))
                .isEqualTo("+79642161111");
        assertThat(store.handIncoming(10).toCompletableFuture().join().items()).isEmpty();
    }

    @Test
    void whatBecameOfAMessageIsHandedOut() throws Exception {
        routes("sms:outgoing?gateway=us", exchange -> exchange.getMessage()
                .setHeader(SmsConstants.REFERENCES, List.of("90")));
        routes("sms:reports", "mock:reports");
        String id = accept("sms:+15551234567?reply=joe@example.org", "report me", Map.of());
        awaitState(id, MessageState.ENROUTE);
        MockEndpoint reports = mock("reports");
        reports.expectedHeaderReceived(SmsConstants.MESSAGE_ID, id);
        reports.expectedHeaderReceived(SmsConstants.STATE, "DELIVERED");
        reports.expectedHeaderReceived(SmsConstants.REPLY_TO, "joe@example.org");

        send(
                "sms:reports?gateway=us",
                null,
                Map.of(SmsConstants.REFERENCES, "90", SmsConstants.STATE, "delivered", SmsConstants.TO, "15551234567"));

        reports.assertIsSatisfied();
    }

    @Test
    void aMailboxThatCannotBeReadIsUnhealthy() throws Exception {
        routes("sms:incoming", "mock:incoming");
        var consumer = (org.apache.camel.support.DefaultConsumer)
                context.getRoutes().get(0).getConsumer();
        assertThat(consumer.getHealthCheck().call().getState()).isEqualTo(org.apache.camel.health.HealthCheck.State.UP);

        store.close();
        consumer.suspend();
        consumer.resume();

        await().untilAsserted(() -> assertThat(consumer.getHealthCheck().call().getState())
                .isEqualTo(org.apache.camel.health.HealthCheck.State.DOWN));
    }
}
