package io.github.camelsms.modem.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.modem.simulator.SimulatedNetwork;
import io.github.camelsms.sms.camel.SmsConstants;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MetersTest {

    @TempDir
    private Path directory;

    @Test
    void measuresWhatAModemDoes() throws Exception {
        String name = Routes.freshName();
        SimulatedNetwork network = SimulatedNetwork.named(name);
        MeterRegistry registry = new SimpleMeterRegistry();
        try (CamelContext context = Routes.context(directory)) {
            context.getRegistry().bind("metricsRegistry", registry);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:send").to("gsmmodem:simulator:" + name);
                    from("gsmmodem:simulator:" + name).to("mock:received");
                }
            });
            context.start();
            await().atMost(Duration.ofSeconds(10)).until(() -> value(registry, "gsmmodem.ready") == 1);

            send(context, "0123456789".repeat(40));
            network.modem().faults().answer("PDU", 1, "+CMS ERROR: 304");
            send(context, "refused");
            network.modem().unplug();
            await().atMost(Duration.ofSeconds(10)).until(() -> value(registry, "gsmmodem.ready") == 0);
            network.modem().plugIn();

            assertThat(registry.get("gsmmodem.parts.sent").functionCounter().count())
                    .isEqualTo(3);
            assertThat(registry.get("gsmmodem.failures")
                            .tag("kind", "rejected")
                            .functionCounter()
                            .count())
                    .isEqualTo(1);
            await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
                assertThat(registry.get("gsmmodem.recoveries")
                                .tag("rung", "reopen")
                                .functionCounter()
                                .count())
                        .isPositive();
                assertThat(value(registry, "gsmmodem.registered")).isEqualTo(1);
                assertThat(value(registry, "gsmmodem.signal")).isEqualTo(-71);
                assertThat(value(registry, "gsmmodem.storage.slots")).isEqualTo(50);
                assertThat(value(registry, "gsmmodem.storage.used")).isZero();
            });
        }
    }

    private static double value(MeterRegistry registry, String gauge) {
        return registry.get(gauge).gauge().value();
    }

    private static void send(CamelContext context, String text) {
        context.createProducerTemplate().request("direct:send", exchange -> {
            exchange.getMessage().setHeader(SmsConstants.TO, "+15551234567");
            exchange.getMessage().setBody(text);
        });
    }
}
