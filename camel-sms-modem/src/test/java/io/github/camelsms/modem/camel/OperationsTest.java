package io.github.camelsms.modem.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.modem.command.UssdAnswer;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OperationsTest {

    @TempDir
    private Path directory;

    private final String name = Routes.freshName();
    private final SimulatedNetwork network = SimulatedNetwork.named(name);
    private CamelContext context;
    private ProducerTemplate template;

    @BeforeEach
    void start() throws Exception {
        context = Routes.context(directory);
        template = context.createProducerTemplate();
        context.getPropertiesComponent().addInitialProperty("modem", "simulator:" + name);
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.resolveResource(context, "classpath:routes/operations.yaml"));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:any").to("gsmmodem:simulator:" + name);
            }
        });
        context.start();
        await().atMost(Duration.ofSeconds(15)).until(() -> GsmModemEndpointStates.ready(context, "simulator:" + name));
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private Exchange any(String operation, String body) {
        return template.request("direct:any", exchange -> {
            exchange.getMessage().setHeader(GsmModemConstants.OPERATION, operation);
            exchange.getMessage().setBody(body);
        });
    }

    @Test
    void checksTheBalance() {
        network.serve("*100#", "Your balance is EUR 3.20, thank you");
        assertThat(template.requestBody("direct:balance", "")).isEqualTo("3.20");
    }

    @Test
    void asksForNumberAndTimeFromRouteFiles() {
        assertThat(template.requestBody("direct:number", "")).isEqualTo("+15550100001");
        assertThat(template.requestBody("direct:time", "", Instant.class))
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void saysWhenTheNetworkHasNoAnswer() {
        assertThat(any("ussd", "*999#").getException()).isInstanceOfSatisfying(SendFailedException.class, e -> {
            assertThat(e.kind()).isEqualTo(FailureKind.REJECTED);
            assertThat(e.code()).isEqualTo("ussd-4");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*100#\";+CPIN=1", "call me"})
    void sendsServiceCodesOnly(String code) {
        assertThat(any("USSD", code).getException()).hasMessageContaining("service code");
    }

    @Test
    void tellsTimeAndNumber() {
        assertThat(any("network-time", "").getMessage().getBody()).isInstanceOf(OffsetDateTime.class);
        assertThat(any("OWN_NUMBER", "").getMessage().getBody()).isEqualTo("+15550100001");
        network.modem().faults().answer("AT+CNUM", 1, "OK");
        assertThat(any("OWN_NUMBER", "").getException()).isInstanceOf(SendFailedException.class);
    }

    @Test
    void readsAnswersInUcs2() {
        network.serve("*101#", "Баланс 3.20");
        assertThat(any("USSD", "*101#").getMessage().getBody()).isEqualTo("Баланс 3.20");
        assertThat(UssdAnswer.parse("+CUSD: 2")).contains(new UssdAnswer(2, "", 15));
        assertThat(UssdAnswer.parse("+CUSD:")).isEmpty();
    }
}
