package io.github.camelsms.sms.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.routing.Explanation;
import io.github.camelsms.sms.routing.Explanation.Purpose;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.MessageStore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.aggregate.GroupedExchangeAggregationStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One request whose recipients are treated differently is one transaction; a dry run is none. */
class GroupedAcceptTest {

    private static final String TWO = "+15550000001,+15550000002";

    @TempDir
    private Path folder;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private MessageStore store;
    private ProducerTemplate template;

    @BeforeEach
    void start() throws Exception {
        SmsComponent component = context.getComponent("sms", SmsComponent.class);
        component.setStoreUrl("jdbc:sqlite:" + folder.resolve("sms.db"));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:split")
                        .split(header(SmsConstants.TO).tokenize(","), new GroupedExchangeAggregationStrategy())
                        .stopOnException()
                        .process(GroupedAcceptTest::one)
                        .end()
                        .to("sms:outgoing");
                from("direct:plain").to("sms:outgoing");
            }
        });
        context.start();
        store = component.openStore();
        template = context.createProducerTemplate();
    }

    /** Each recipient gets its own text. */
    private static void one(Exchange exchange) {
        String number = exchange.getMessage().getBody(String.class);
        exchange.getMessage().setHeader(SmsConstants.TO, number);
        exchange.getMessage().setBody(number.endsWith("9") ? "" : "for " + number);
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @Test
    void theGroupIsAcceptedTogetherInItsOrder() {
        List<String> ids = submit("direct:split", Map.of(SmsConstants.TO, TWO));

        assertThat(ids).hasSize(2).isSorted();
        assertThat(ids)
                .extracting(id -> find(id).message().recipient().value())
                .containsExactly("+15550000001", "+15550000002");
        assertThat(ids)
                .extracting(id -> find(id).message().body())
                .containsExactly(Body.text("for +15550000001"), Body.text("for +15550000002"));
    }

    @Test
    void theKeyOfTheRequestHoldsForTheGroup() {
        Map<String, Object> headers = Map.of(SmsConstants.TO, TWO, SmsConstants.IDEMPOTENCY_KEY, "order-17");

        assertThat(submit("direct:split", headers)).isEqualTo(submit("direct:split", headers));
    }

    @Test
    void oneThatIsRefusedRefusesAll() {
        assertThatThrownBy(() -> submit("direct:split", Map.of(SmsConstants.TO, "+15550000001,+15550000009")))
                .rootCause()
                .hasMessageContaining("empty");
        assertThat(counted()).isZero();
    }

    @Test
    void aDryRunChecksAndStoresNothing() {
        Exchange dry = template.send("direct:plain", exchange -> {
            exchange.setProperty(SmsConstants.EXPLANATION_PROPERTY, new Explanation(Purpose.DRY_RUN));
            exchange.getMessage().setHeader(SmsConstants.TO, TWO);
            exchange.getMessage().setBody("hi");
        });
        assertThat(dry.getException()).isNull();
        assertThat(dry.getMessage().getHeader(SmsConstants.MESSAGE_ID)).isNull();

        Exchange bad = template.send("direct:plain", exchange -> {
            exchange.setProperty(SmsConstants.EXPLANATION_PROPERTY, new Explanation(Purpose.DRY_RUN));
            exchange.getMessage().setHeader(SmsConstants.TO, "nobody");
            exchange.getMessage().setBody("hi");
        });
        assertThat(bad.getException()).hasMessageContaining("number");
        assertThat(counted()).isZero();
    }

    private List<String> submit(String uri, Map<String, Object> headers) {
        Exchange exchange = template.request(uri, each -> {
            each.getMessage().setBody("hi");
            each.getMessage().setHeaders(new java.util.HashMap<>(headers));
        });
        if (exchange.getException() != null) {
            throw new IllegalStateException(exchange.getException());
        }
        return Arrays.asList(exchange.getMessage()
                .getHeader(SmsConstants.MESSAGE_ID, String.class)
                .split(",", -1));
    }

    private MessageRecord find(String id) {
        return store.find(new MessageId(id)).toCompletableFuture().join().orElseThrow();
    }

    private long counted() {
        Map<MessageState, Long> counts = store.counts().toCompletableFuture().join();
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
