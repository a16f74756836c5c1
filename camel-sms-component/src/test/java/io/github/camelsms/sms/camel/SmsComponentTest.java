package io.github.camelsms.sms.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import io.github.camelsms.sms.store.Maintenance;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.Operation;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.store.UncertainPolicy;
import io.github.camelsms.sms.store.jdbc.SqliteMaintenance;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mailboxes as a route author sees them. */
class SmsComponentTest {

    @TempDir
    Path folder;

    private DefaultCamelContext context;
    private MessageStore store;

    @BeforeEach
    void start() throws Exception {
        context = new DefaultCamelContext();
        SmsComponent sms = context.getComponent("sms", SmsComponent.class);
        sms.setStoreUrl("jdbc:sqlite:" + folder.resolve("sms.db"));
        context.start();
        store = sms.openStore();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        try (Maintenance whole = SqliteMaintenance.open(folder.resolve("sms.db"))) {
            assertThat(whole.verify()).as("the books balance").isEmpty();
        }
    }

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
    void whatFailsForNowIsTriedAgainAndKeepsItsIdentity() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        routes("sms:outgoing?gateway=us&retryDelay=10ms&maxRetryDelay=20ms", exchange -> {
            if (attempts.incrementAndGet() < 3) {
                throw new SendFailedException(FailureKind.TEMPORARY, "cms-38", "network out of order");
            }
        });

        String id = accept("sms:+15551234567", "again", Map.of());

        awaitState(id, MessageState.ENROUTE);
        assertThat(attempts).hasValue(3);
    }

    @Test
    void aNetworkThatThrottlesGetsEverythingMoreSlowly() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        routes("sms:outgoing?gateway=us&retryDelay=1h&maxRetryDelay=1h", exchange -> {
            if (asked.incrementAndGet() == 1) {
                throw SendFailedException.throttled("cms-42", "congestion", Duration.ofMillis(100));
            }
        });

        String first = accept("sms:+15551234567", "one", Map.of());
        String second = accept("sms:+15551234567", "two", Map.of());

        awaitState(first, MessageState.ENROUTE);
        awaitState(second, MessageState.ENROUTE);
        assertThat(asked).as("one was tried again, long before retryDelay").hasValue(3);
    }

    @Test
    void aGatewayThatIsDownKeepsItsMessagesAndCostsNoAttempt() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        routes("sms:outgoing?gateway=us&retryDelay=1h&maxRetryDelay=1h", exchange -> {
            if (asked.incrementAndGet() < 3) {
                throw new SendFailedException(FailureKind.UNAVAILABLE, "modem-down", "no modem");
            }
            assertThat(exchange.getMessage().getHeader(SmsConstants.ATTEMPT)).isEqualTo(1);
        });

        String first = accept("sms:+15551234567", "one", Map.of());
        String second = accept("sms:+15551234567", "two", Map.of());

        awaitState(first, MessageState.ENROUTE);
        awaitState(second, MessageState.ENROUTE);
    }

    @Test
    void aProducerOfPartsResumesAtTheFirstThatTheNetworkHasNot() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        routes("sms:outgoing?gateway=us&retryDelay=10ms&maxRetryDelay=20ms", exchange -> {
            PartLedger ledger = exchange.getProperty(SmsConstants.LEDGER_PROPERTY, PartLedger.class);
            PartLedger.Plan plan = ledger.open(2).toCompletableFuture().join();
            if (attempts.incrementAndGet() == 1) {
                ledger.sending(1).toCompletableFuture().join();
                ledger.accepted(1, "7").toCompletableFuture().join();
                throw new SendFailedException(FailureKind.TEMPORARY, "cms-500", "unknown error");
            }
            assertThat(plan.accepted()).containsOnly(Map.entry(1, "7"));
            ledger.sending(2).toCompletableFuture().join();
            ledger.accepted(2, "8").toCompletableFuture().join();
        });

        String id = accept("sms:+15551234567", "x".repeat(200), Map.of());

        awaitState(id, MessageState.ENROUTE);
        assertThat(store.find(new MessageId(id))
                        .toCompletableFuture()
                        .join()
                        .orElseThrow()
                        .references())
                .containsExactly("7", "8");
    }

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
    void anUnknownGatewayIsRefused() {
        assertRejected("sms:+15551234567?id=nosuch", "hi", Map.of(), Code.NO_SUCH_GATEWAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000", "a\u0007b", "\ud800", "x\udc00y", "\uffff"})
    void textThatIsNoneIsRefused(String text) {
        assertRejected("sms:+15551234567", text, Map.of(), text.isEmpty() ? Code.MISSING_PARAM : Code.BAD_TEXT);
    }

    @ParameterizedTest
    @CsvSource({"12a", "+", "1234567890123456", "++15551234567", "15,x"})
    void numbersThatAreNoneAreRefused(String number) {
        assertRejected("sms:outgoing", "hi", Map.of(SmsConstants.TO, number), Code.BAD_NUMBER);
    }

    @ParameterizedTest
    @CsvSource({
        "CamelSmsUdh,zz,BAD_UDH",
        "CamelSmsUdh,0503,BAD_UDH",
        "CamelSmsDcs,256,BAD_PARAM",
        "CamelSmsDcs,x,BAD_PARAM",
        "CamelSmsPid,-1,BAD_PARAM",
        "CamelSmsMessageClass,4,BAD_PARAM",
        "CamelSmsEncoding,EBCDIC,BAD_PARAM",
        "CamelSmsMaxParts,129,BAD_PARAM",
        "CamelSmsFrom,A name of many characters,BAD_PARAM"
    })
    void headersWithoutMeaningAreRefused(String header, String value, Code code) {
        assertRejected("sms:+15551234567", "hi", Map.of(header, value), code);
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

    private MockEndpoint mock(String name) {
        return context.getEndpoint("mock:" + name, MockEndpoint.class);
    }

    private void routes(String from, String to) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).to(to);
            }
        });
    }

    private void routes(String from, org.apache.camel.Processor processor) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(from).process(processor);
            }
        });
    }

    private String accept(String uri, String body, Map<String, Object> headers) {
        return send(uri, body, headers).getMessage().getHeader(SmsConstants.MESSAGE_ID, String.class);
    }

    private Exchange send(String uri, String body, Map<String, Object> headers) {
        Exchange done = context.createProducerTemplate().request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            headers.forEach(exchange.getMessage()::setHeader);
        });
        if (done.getException() != null) {
            throw new CamelExecutionException("failed", done, done.getException());
        }
        return done;
    }

    private void assertRejected(String uri, String body, Map<String, Object> headers, Code code) {
        assertThatThrownBy(() -> send(uri, body, headers))
                .cause()
                .isInstanceOfSatisfying(SmsRejectedException.class, rejected -> assertThat(rejected.code())
                        .isEqualTo(code));
    }

    private void awaitState(String id, MessageState state) {
        await().untilAsserted(() -> assertThat(store.find(new MessageId(id))
                        .toCompletableFuture()
                        .join()
                        .orElseThrow()
                        .state())
                .isEqualTo(state));
    }
}
