package io.github.camelsms.sms.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.Operation;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.store.UncertainPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.Test;

/** Messages from a producer through {@code sms:outgoing} to a gateway. */
class OutgoingMailboxTest extends SmsRoutes {

    @Test
    void whatIsSentToANumberComesOutAtAGateway() throws Exception {
        MockEndpoint gateway = mock("gateway");
        gateway.expectedMessageCount(1);
        routes("sms:outgoing?gateway=us", "mock:gateway");

        String id = accept("sms:+15551234567?id=us&sender=Bank&reply=joe@example.org", "Grüße €", Map.of());

        gateway.assertIsSatisfied();
        var message = gateway.getExchanges().get(0).getMessage();
        assertThat(message.getBody()).isEqualTo("Grüße €");
        assertThat(message.getHeaders())
                .containsEntry(SmsConstants.TO, "+15551234567")
                .containsEntry(SmsConstants.FROM, "Bank")
                .containsEntry(SmsConstants.REPLY_TO, "joe@example.org")
                .containsEntry(SmsConstants.GATEWAY, "us")
                .containsEntry(SmsConstants.ATTEMPT, 1)
                .containsEntry(SmsConstants.MESSAGE_ID, id);
        awaitState(id, MessageState.ENROUTE);
    }

    @Test
    void severalRecipientsOfAHeaderAreAcceptedTogether() throws Exception {
        routes("sms:outgoing?gateway=us&concurrency=3", "mock:gateway");
        MockEndpoint gateway = mock("gateway");
        gateway.expectedMessageCount(3);

        String ids = accept("sms:outgoing", "hi", Map.of(SmsConstants.TO, "+15550000001, 0015550000002,15553"));

        assertThat(ids.split(",", -1)).hasSize(3);
        gateway.assertIsSatisfied();
        assertThat(gateway.getExchanges())
                .extracting(exchange -> exchange.getMessage().getHeader(SmsConstants.TO))
                .containsExactlyInAnyOrder("+15550000001", "+15550000002", "15553");
    }

    @Test
    void aRequestThatIsRepeatedWithItsKeyIsAcceptedOnce() throws Exception {
        Map<String, Object> key = Map.of(SmsConstants.IDEMPOTENCY_KEY, "order-17");

        String first = accept("sms:+15551234567", "once", key);

        assertThat(accept("sms:+15551234567", "once", key)).isEqualTo(first);
        assertThatThrownBy(() -> accept("sms:+15551234567", "other", key))
                .hasRootCauseInstanceOf(SmsRejectedException.class)
                .rootCause()
                .hasMessageContaining("use a new key");
    }

    @Test
    void aGatewayThatNobodyServesIsAnAlarm() throws Exception {
        routes("sms:outgoing?gateway=eu", "mock:gateway");
        store.registerGateway("us", UncertainPolicy.RETRY).toCompletableFuture().join();
        String id = accept("sms:+15551234567?id=us", "pinned", Map.of());
        store.unregisterGateway("us").toCompletableFuture().join();
        store.tick().toCompletableFuture().join();

        HealthCheck check = HealthCheckHelper.getHealthCheckRegistry(context)
                .getCheck("sms-gateways")
                .orElseThrow();
        assertThat(check.call().getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(check.call().getDetails()).containsEntry("sms.waiting.us", 1L);
        store.operate(new MessageId(id), Operation.CANCEL).toCompletableFuture().join();
        store.tick().toCompletableFuture().join();
        assertThat(check.call().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void longTextsAreRefusedOrCutAsAsked() throws Exception {
        routes("sms:outgoing?gateway=us", "mock:gateway");
        String text = "0123456789".repeat(200);
        assertRejected("sms:+15551234567", text, Map.of(), Code.TOO_MANY_PARTS);
        MockEndpoint gateway = mock("gateway");
        gateway.expectedBodiesReceived(text.substring(0, 2 * 153));
        gateway.expectedHeaderReceived(SmsConstants.MAX_PARTS, "2");

        accept("sms:+15551234567?maxmsgs=2", text, Map.of());

        gateway.assertIsSatisfied();
    }

    @Test
    void manyNumbersInOneDynamicEndpointWork() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:to").toD("sms:${header.number}?maxmsgs=1");
            }
        });
        Exchange done = context.createProducerTemplate().request("direct:to", exchange -> {
            exchange.getMessage().setHeader("number", "+15551234567");
            exchange.getMessage().setBody("dynamic");
        });

        String id = done.getMessage().getHeader(SmsConstants.MESSAGE_ID, String.class);
        assertThat(store.find(new MessageId(id))
                        .toCompletableFuture()
                        .join()
                        .orElseThrow()
                        .message()
                        .recipient()
                        .value())
                .isEqualTo("+15551234567");
    }

    @Test
    void aStopWaitsForWhatIsOnItsWay() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        routes("sms:outgoing?gateway=us", exchange -> {
            inside.incrementAndGet();
            await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        });
        String id = accept("sms:+15551234567", "slow", Map.of());
        await().untilAtomic(inside, org.hamcrest.Matchers.is(1));
        context.getRouteController().stopAllRoutes();

        assertThat(store.find(new MessageId(id))
                        .toCompletableFuture()
                        .join()
                        .orElseThrow()
                        .state())
                .isEqualTo(MessageState.ENROUTE);
    }
}
