package io.github.camelsms.modem.camel;

import static org.awaitility.Awaitility.await;

import io.github.camelsms.modem.simulator.SimulatedNetwork;
import io.github.camelsms.sms.camel.SmsConstants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Routes to and from a simulated modem of their own, and what a test does with them. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
abstract class ModemRoutes {

    static final String TO = "+15551234567";

    @TempDir
    Path directory;

    final String name = Routes.freshName();
    final SimulatedNetwork network = SimulatedNetwork.named(name);
    final List<Message> received = new CopyOnWriteArrayList<>();
    CamelContext context;
    ProducerTemplate template;

    @BeforeEach
    void start() {
        context = Routes.context(directory);
        context.getRegistry()
                .bind("received", (Processor) e -> received.add(e.getMessage().copy()));
        context.getPropertiesComponent().addInitialProperty("modem", "simulator:" + name);
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    void run(RouteBuilder routes) throws Exception {
        context.addRoutes(routes);
        context.start();
        awaitReady();
    }

    void awaitReady() {
        awaitReady("simulator:" + name);
    }

    void awaitReady(String device) {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> GsmModemEndpointStates.ready(context, device));
    }

    void simple() throws Exception {
        run(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").to("gsmmodem:simulator:" + name);
                from("gsmmodem:simulator:" + name).process("received");
            }
        });
    }

    Exchange send(Object body, Map<String, Object> headers) {
        return template.request("direct:send", exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader(SmsConstants.TO, TO);
            exchange.getMessage().getHeaders().putAll(headers);
        });
    }

    void awaitReceived(int count) {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> received.size() >= count);
    }

    void awaitDeleted() {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> network.modem().stored("SM") == 0);
    }
}
