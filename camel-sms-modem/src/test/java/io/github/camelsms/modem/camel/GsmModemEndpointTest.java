package io.github.camelsms.modem.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.modem.simulator.SentMessage;
import io.github.camelsms.modem.simulator.SimulatedModemServer;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The modem behind an endpoint: where it is, when it is there and what is wrong with its options. */
class GsmModemEndpointTest extends ModemRoutes {

    @ParameterizedTest
    @ValueSource(strings = {"modem.yaml", "modem.xml"})
    void runsFromRouteFiles(String file) throws Exception {
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.resolveResource(context, "classpath:routes/" + file));
        context.start();
        awaitReady();

        send("Hello", Map.of());
        network.deliver(TO, "Hi");

        assertThat(network.messages()).extracting(SentMessage::text).contains("Hello");
        awaitReceived(1);
        assertThat(received.get(0).getBody()).isEqualTo("Hi");
    }

    @Test
    void reachesAModemBehindTcp() throws Exception {
        try (SimulatedModemServer server = new SimulatedModemServer(network.modem(), 0)) {
            String device = "tcp:127.0.0.1:" + server.port();
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:send").to("gsmmodem:" + device);
                    from("gsmmodem:" + device).process("received");
                }
            });
            context.start();
            awaitReady(device);

            assertThat(send("x".repeat(500), Map.of()).getException()).isNull();
            network.deliver(TO, "Hi");

            awaitReceived(1);
            awaitDeleted();
            assertThat(network.messages()).extracting(SentMessage::text).containsExactly("x".repeat(500));
        }
    }

    /** What a store does: keeps messages until they are accepted, with a ledger for each. */
    @Test
    void sendsEachWaitingMessageOnceThoughTheModemGoesAndComes() throws Exception {
        simple();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            texts.add("message " + i + " " + "z".repeat(i % 3 * 150));
        }
        CompletableFuture<Void> unplugging = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 4; i++) {
                int sent = network.submissions().size();
                await().pollInterval(Duration.ofMillis(1))
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> network.submissions().size() > sent + 2);
                network.modem().unplug();
                await().pollDelay(Duration.ofMillis(300)).until(() -> true);
                network.modem().plugIn();
            }
        });
        network.modem().faults().delay(Duration.ofMillis(10));
        Map<String, Integer> uncertain = new HashMap<>();
        for (String text : texts) {
            MapLedger ledger = new MapLedger();
            Optional<FailureKind> end = Optional.of(FailureKind.UNAVAILABLE);
            while (end.isPresent()) {
                Exchange exchange = template.request("direct:send", e -> {
                    e.getMessage().setBody(text);
                    e.getMessage().setHeader(SmsConstants.TO, TO);
                    e.setProperty(SmsConstants.LEDGER_PROPERTY, ledger);
                });
                end = Optional.ofNullable(exchange.getException(SendFailedException.class))
                        .map(SendFailedException::kind);
                if (end.filter(FailureKind.UNCERTAIN::equals).isPresent()) {
                    uncertain.merge(text, 1, Integer::sum);
                }
                await().pollDelay(Duration.ofMillis(end.isPresent() ? 20 : 1)).until(() -> true);
            }
        }
        unplugging.get(30, TimeUnit.SECONDS);
        // Only where the line was cut between a PDU and its answer, the network may have a part twice.
        List<String> sent = network.messages().stream().map(SentMessage::text).toList();
        assertThat(sent).containsAll(texts);
        for (String text : texts) {
            assertThat(sent.stream().filter(text::equals).count()).isBetween(1L, 1L + uncertain.getOrDefault(text, 0));
        }
        assertThat(network.submissions().size())
                .isLessThanOrEqualTo(texts.stream()
                                .mapToInt(t -> t.length() > 160 ? (t.length() + 152) / 153 : 1)
                                .sum()
                        + uncertain.values().stream().mapToInt(i -> i).sum());
    }

    private static final class MapLedger implements PartLedger {
        private static final AtomicInteger REFERENCES = new AtomicInteger();

        private final int reference = REFERENCES.incrementAndGet();
        private final Map<Integer, String> accepted = new HashMap<>();

        @Override
        public CompletionStage<Plan> open(int total) {
            return CompletableFuture.completedFuture(new Plan(reference, accepted));
        }

        @Override
        public CompletionStage<Void> sending(int index) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> accepted(int index, String mr) {
            accepted.put(index, mr);
            return CompletableFuture.completedFuture(null);
        }
    }

    @Test
    void startsTheRouteThoughThereIsNoModemYet() throws Exception {
        network.modem().unplug();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").to("gsmmodem:simulator:" + name);
            }
        });
        context.start();

        assertThat(send("Hello", Map.of())
                        .getException(SendFailedException.class)
                        .kind())
                .isEqualTo(FailureKind.UNAVAILABLE);
        network.modem().plugIn();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> send("Hello", Map.of()).getException() == null);
    }

    @ParameterizedTest
    @CsvSource({
        "'gsmmodem:tcp:nowhere', tcp:host:port",
        "'gsmmodem:simulator:a?pin=12x4', 'PIN is 4 to 8 digits'",
        "'gsmmodem:simulator:a?pollInterval=0', pollInterval",
        "'gsmmodem:simulator:a?baudRate=7', baudRate"
    })
    void refusesWrongOptionsByName(String uri, String text) {
        assertThatThrownBy(() -> context.getEndpoint(uri))
                .hasStackTraceContaining(text)
                .matches(e -> !String.valueOf(e.getCause()).contains("12x4"));
    }
}
