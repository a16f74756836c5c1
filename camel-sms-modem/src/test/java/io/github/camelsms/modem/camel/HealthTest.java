package io.github.camelsms.modem.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.modem.simulator.SimulatedNetwork;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {

    @TempDir
    private Path directory;

    @Test
    void tellsWhetherTheModemIsThereAndWhyNot() throws Exception {
        String name = Routes.freshName();
        SimulatedNetwork network = SimulatedNetwork.named(name);
        network.modem().unplug();
        try (CamelContext context = Routes.context(directory)) {
            // as camel-main does
            HealthCheckRegistry registry = HealthCheckRegistry.get(context);
            registry.register(registry.resolveById("consumers"));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("gsmmodem:simulator:" + name).to("mock:received");
                }
            });
            context.start();

            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                assertThat(check(context).getState()).isEqualTo(HealthCheck.State.DOWN);
                assertThat(check(context).getMessage().orElse("")).contains("no simulated modem");
            });
            network.modem().plugIn();
            await().atMost(Duration.ofSeconds(10)).until(() -> check(context).getState() == HealthCheck.State.UP);
            assertThat(check(context).getDetails()).containsEntry("modem.state", "READY");
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> assertThat(check(context).getDetails())
                            .containsEntry("modem.registration", "registered at home")
                            .containsEntry("modem.signal", "-71 dBm")
                            .containsEntry("modem.operator", "Simulated")
                            .containsEntry("modem.slots", "0/50")
                            .containsKey("modem.recovery.reopen"));
        }
    }

    private static HealthCheck.Result check(CamelContext context) {
        return HealthCheckHelper.invoke(context).stream()
                .filter(result -> result.getDetails().containsKey("modem.state"))
                .findFirst()
                .orElseThrow();
    }
}
