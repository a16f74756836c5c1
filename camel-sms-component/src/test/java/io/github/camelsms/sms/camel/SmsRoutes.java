package io.github.camelsms.sms.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.sms.store.Maintenance;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.store.jdbc.SqliteMaintenance;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A Camel context with a store of its own, whose books balance when a test ends, and what a route author does. */
abstract class SmsRoutes {

    @TempDir
    Path folder;

    DefaultCamelContext context;
    MessageStore store;

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

    MockEndpoint mock(String name) {
        return context.getEndpoint("mock:" + name, MockEndpoint.class);
    }

    void routes(String from, String to) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).to(to);
            }
        });
    }

    void routes(String from, org.apache.camel.Processor processor) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(from).process(processor);
            }
        });
    }

    String accept(String uri, String body, Map<String, Object> headers) {
        return send(uri, body, headers).getMessage().getHeader(SmsConstants.MESSAGE_ID, String.class);
    }

    Exchange send(String uri, String body, Map<String, Object> headers) {
        Exchange done = context.createProducerTemplate().request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            headers.forEach(exchange.getMessage()::setHeader);
        });
        if (done.getException() != null) {
            throw new CamelExecutionException("failed", done, done.getException());
        }
        return done;
    }

    void assertRejected(String uri, String body, Map<String, Object> headers, Code code) {
        assertThatThrownBy(() -> send(uri, body, headers))
                .cause()
                .isInstanceOfSatisfying(SmsRejectedException.class, rejected -> assertThat(rejected.code())
                        .isEqualTo(code));
    }

    void awaitState(String id, MessageState state) {
        await().untilAsserted(() -> assertThat(store.find(new MessageId(id))
                        .toCompletableFuture()
                        .join()
                        .orElseThrow()
                        .state())
                .isEqualTo(state));
    }
}
