package io.github.camelsms.routes.mail;

import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.camel.SmsComponent;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import io.github.camelsms.sms.store.Operations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** A whole gateway in this process with a network that keeps what it is given, and phones that write. */
public final class BridgeUnderTest implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final String PHONE = "+15551234567";
    /** A message with this in it is refused by the network. */
    static final String BAD = "BAD";

    /** What the network has. */
    record Sms(String to, String text, String gateway) {}

    private final Gateway gateway;
    private final List<Sms> sent = new CopyOnWriteArrayList<>();

    private BridgeUnderTest(Gateway gateway) throws Exception {
        this.gateway = gateway;
        gateway.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("sms:outgoing?gateway=us&concurrency=10")
                        .errorHandler(noErrorHandler())
                        .process(BridgeUnderTest.this::send);
            }
        });
    }

    static BridgeUnderTest start(Path folder, int mailPort, Map<String, String> more) throws Exception {
        Map<String, String> properties = new TreeMap<>(Map.of(
                "sms.http.port", "0",
                "sms.store.url", "jdbc:sqlite:" + folder.resolve("sms.db"),
                "sms.mail.smtp", "smtp://127.0.0.1:" + mailPort,
                "sms.mail.domain", "sms.example.org",
                "sms.mail.default", "desk@example.org",
                "sms.groups.default.destinations", "*",
                "camel.component.sms.configuration.retryDelay", "200",
                "camel.component.sms.configuration.maxRetryDelay", "400"));
        properties.putAll(more);
        Settings settings = Settings.read(new PropertySources(Optional.empty(), Map.of(), properties));
        return new BridgeUnderTest(Gateway.start(settings, List.of()));
    }

    private void send(Exchange exchange) throws SendFailedException {
        String text = exchange.getMessage().getBody(String.class);
        if (text.contains(BAD)) {
            throw new SendFailedException(FailureKind.REJECTED, "cms-304", "the network says: bad\r\nX-Evil: 1 přes");
        }
        sent.add(new Sms(
                exchange.getMessage().getHeader(SmsConstants.TO, String.class),
                text,
                exchange.getMessage().getHeader(SmsConstants.GATEWAY, String.class)));
    }

    List<Sms> sent() {
        return List.copyOf(sent);
    }

    Operations operations() {
        return gateway.context().getComponent("sms", SmsComponent.class).operations();
    }

    Gateway gateway() {
        return gateway;
    }

    /** Accepts a message; the answer is its identity. */
    String submit(String text, Map<String, Object> headers) {
        Map<String, Object> all = new TreeMap<>(Map.of(SmsConstants.TO, PHONE));
        all.putAll(headers);
        Exchange exchange = gateway.context().createProducerTemplate().send("direct:sms-submit", message -> {
            message.getMessage().setBody(text);
            message.getMessage().setHeaders(all);
        });
        if (exchange.getException() != null) {
            throw new AssertionError(exchange.getException());
        }
        return exchange.getMessage().getHeader(SmsConstants.MESSAGE_ID, String.class);
    }

    /** Joe writes, and it is on the phone. */
    void write(String mailbox, String text) {
        submit(text, Map.of(SmsConstants.REPLY_TO, mailbox));
        await().atMost(PATIENCE)
                .until(() -> sent.stream().anyMatch(sms -> sms.text().equals(text)));
    }

    /** A phone writes. */
    void receive(String from, Object body, Map<String, Object> more) {
        Map<String, Object> all = new TreeMap<>(Map.of(SmsConstants.FROM, from));
        all.putAll(more);
        gateway.context().createProducerTemplate().sendBodyAndHeaders("sms:incoming?gateway=us", body, all);
    }

    void receive(String text) {
        receive(PHONE, text, Map.of());
    }

    @Override
    public void close() {
        gateway.close();
    }
}
