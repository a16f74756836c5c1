package io.github.camelsms.modem.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.modem.simulator.SentMessage;
import io.github.camelsms.modem.simulator.SimulatedModemServer;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import io.github.camelsms.sms.tpdu.SmsSubmit;
import io.github.camelsms.sms.tpdu.TpStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class GsmModemRoutesTest {

    private static final String TO = "+15551234567";

    @TempDir
    private Path directory;

    private final String name = Routes.freshName();
    private final SimulatedNetwork network = SimulatedNetwork.named(name);
    private final List<Message> received = new CopyOnWriteArrayList<>();
    private CamelContext context;
    private ProducerTemplate template;

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

    private void run(RouteBuilder routes) throws Exception {
        context.addRoutes(routes);
        context.start();
        awaitReady();
    }

    private void awaitReady() {
        awaitReady("simulator:" + name);
    }

    private void awaitReady(String device) {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> GsmModemEndpointStates.ready(context, device));
    }

    private void simple() throws Exception {
        run(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").to("gsmmodem:simulator:" + name);
                from("gsmmodem:simulator:" + name).process("received");
            }
        });
    }

    private Exchange send(Object body, Map<String, Object> headers) {
        return template.request("direct:send", exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader(SmsConstants.TO, TO);
            exchange.getMessage().getHeaders().putAll(headers);
        });
    }

    private void awaitReceived(int count) {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> received.size() >= count);
    }

    private void awaitDeleted() {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> network.modem().stored("SM") == 0);
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"Hello", "€[]{}~^\\|", "Привет, мир", "😀 between", "two\nlines"})
    void sendsAndReceivesTextAsItIs(String text) throws Exception {
        simple();
        assertThat(send(text, Map.of()).getException()).isNull();
        network.deliver(TO, text);

        assertThat(network.messages()).extracting(SentMessage::text).containsExactly(text);
        awaitReceived(1);
        assertThat(received.get(0).getBody()).isEqualTo(text);
        awaitDeleted();
    }

    @Test
    void splitsLongTextAndTellsTheReferences() throws Exception {
        simple();
        String text = "x".repeat(66) + "😀".repeat(40);

        Message sent = send(text, Map.of()).getMessage();

        assertThat(sent.getHeader(SmsConstants.PARTS)).isEqualTo(3);
        assertThat(sent.getHeader(SmsConstants.REFERENCES)).isEqualTo(List.of("0", "1", "2"));
        assertThat(network.messages()).extracting(SentMessage::text).containsExactly(text);
    }

    @Test
    void sendsDataAndWhatElseTheHeadersAskFor() throws Exception {
        simple();
        send(
                new byte[] {1, 2, (byte) 0xFF},
                Map.of(
                        SmsConstants.UDH,
                        "05040B8423F0",
                        SmsConstants.PID,
                        0x11,
                        SmsConstants.VALIDITY,
                        Duration.ofDays(5),
                        SmsConstants.REPORT_REQUESTED,
                        true));
        send("flash", Map.of(SmsConstants.MESSAGE_CLASS, 0, SmsConstants.ENCODING, "UCS2"));

        SmsSubmit data = network.submissions().get(0);
        assertThat(data.protocolIdentifier().octet()).isEqualTo(0x11);
        assertThat(data.dataCodingScheme().octet()).isEqualTo(0x04);
        assertThat(data.userData().header().orElseThrow().ports()).isPresent();
        assertThat(data.validityPeriod().orElseThrow().duration()).hasValue(Duration.ofDays(5));
        assertThat(data.firstOctet().statusReportRequested()).isTrue();
        assertThat(network.submissions().get(1).dataCodingScheme().octet()).isEqualTo(0x18);
        awaitReceived(1);
        Message report = received.get(0);
        assertThat(report.getHeader(SmsConstants.STATE)).isEqualTo("DELIVERED");
        assertThat(report.getHeader(SmsConstants.REFERENCES)).isEqualTo(List.of("0"));
        assertThat(report.getHeader(SmsConstants.TO)).isEqualTo(TO);
        assertThat(report.getHeader(SmsConstants.TPDU)).isInstanceOf(byte[].class);
        awaitDeleted();
    }

    @Test
    void cutsWhereItIsAskedToAndRefusesTooMuchOtherwise() throws Exception {
        simple();
        send("x".repeat(1000), Map.of(SmsConstants.MAX_PARTS, 1));
        assertThat(network.messages().get(0).text()).hasSize(160);

        assertThat(send("x".repeat(3000), Map.of())
                        .getException(SendFailedException.class)
                        .code())
                .isEqualTo("too-many-parts");
    }

    @ParameterizedTest
    @CsvSource({
        "CamelSmsTo, '', bad-number",
        "CamelSmsTo, 12a, bad-number",
        "CamelSmsTo, '+1555,+1556', bad-number",
        "CamelSmsTo, +, bad-number",
        "CamelSmsTo, 123456789012345678901, bad-number",
        "CamelSmsEncoding, EBCDIC, bad-param",
        "CamelSmsUdh, 05ZZ, bad-udh",
        "CamelSmsMaxParts, 0, bad-message",
        "CamelSmsMaxParts, many, bad-param",
        "CamelSmsMessageClass, 7, bad-param",
        "CamelSmsDcs, 999, bad-param",
        "CamelSmsValidity, soon, bad-param"
    })
    void refusesWhatCannotBeSent(String header, String value, String code) throws Exception {
        simple();
        SendFailedException failure = send("Hello", Map.of(header, value)).getException(SendFailedException.class);

        assertThat(failure.kind()).isEqualTo(FailureKind.REJECTED);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(network.submissions()).isEmpty();
        assertThat(send("next", Map.of()).getException()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT120H", "5d"})
    void takesTheValidityAsText(String validity) throws Exception {
        simple();
        send("Hello", Map.of(SmsConstants.VALIDITY, validity));
        assertThat(network.submissions().get(0).validityPeriod().orElseThrow().duration())
                .hasValue(Duration.ofDays(5));
    }

    @Test
    void takesABlankInFrontOfTheNumberForAPlus() throws Exception {
        simple();
        send("Hello", Map.of(SmsConstants.TO, " 15551234567"));
        assertThat(network.messages()).extracting(SentMessage::number).containsExactly(TO);
    }

    @Test
    void tellsWhatItKnowsOfAReceivedPart() throws Exception {
        simple();
        network.deliver("Bank", "y".repeat(200));
        awaitReceived(2);

        assertThat(received)
                .extracting(m -> m.getHeader(SmsConstants.CONCAT_INDEX))
                .containsExactly(1, 2);
        Message part = received.get(0);
        assertThat(part.getBody()).isEqualTo("y".repeat(153));
        assertThat(part.getHeader(SmsConstants.FROM)).isEqualTo("Bank");
        assertThat(part.getHeader(SmsConstants.TIMESTAMP)).isInstanceOf(OffsetDateTime.class);
        assertThat(part.getHeader(SmsConstants.ENCODING)).isEqualTo("GSM7");
        assertThat(part.getHeader(SmsConstants.CONCAT_TOTAL)).isEqualTo(2);
        assertThat(part.getHeader(SmsConstants.UDH, String.class))
                .startsWith("0003")
                .hasSize(10);
        assertThat(part.getHeader(SmsConstants.TPDU)).isInstanceOf(byte[].class);
        assertThat(part.getHeader(SmsConstants.GATEWAY)).isNull();
    }

    @Test
    void handsOutWhatCannotBeReadAsHexWithTheReason() throws Exception {
        simple();
        network.deliverPdu("079100F40D1101000F00");
        network.deliver(TO, "good");
        awaitReceived(2);

        Message broken = received.get(0);
        assertThat(broken.getBody()).isEqualTo("079100F40D1101000F00");
        assertThat(broken.getHeader(SmsConstants.STATE)).isEqualTo(ReceivedMapper.UNDECODABLE);
        assertThat(broken.getHeader(SmsConstants.REASON, String.class)).isNotEmpty();
        assertThat(received.get(1).getBody()).isEqualTo("good");
        awaitDeleted();
    }

    @Test
    void keepsOnTheSimWhatTheRouteCouldNotTake() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        run(new RouteBuilder() {
            @Override
            public void configure() {
                from("gsmmodem:simulator:" + name)
                        .process(e -> {
                            if (attempts.incrementAndGet() < 3) {
                                assertThat(network.modem().stored("SM")).isEqualTo(1);
                                throw new IllegalStateException("the disk is full");
                            }
                        })
                        .process("received");
            }
        });
        network.deliver(TO, "precious");
        awaitReceived(1);
        awaitDeleted();
        assertThat(attempts).hasValue(3);
        assertThat(received.get(0).getHeader(SmsConstants.ATTEMPT)).isEqualTo(3);
    }

    @Test
    void answersFromTheRouteThroughTheSameModem() throws Exception {
        run(new RouteBuilder() {
            @Override
            public void configure() {
                from("gsmmodem:simulator:" + name)
                        .setHeader(SmsConstants.TO, header(SmsConstants.FROM))
                        .setBody(simple("You wrote: ${body}"))
                        .to("gsmmodem:simulator:" + name);
            }
        });
        for (int i = 0; i < 10; i++) {
            network.deliver(TO, "message " + i);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> network.messages().size() == 10);
        awaitDeleted();
        assertThat(network.messages()).extracting(SentMessage::text).contains("You wrote: message 9");
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

    @Test
    void refusesASecondConsumerOfADevice() throws Exception {
        simple();
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("gsmmodem:simulator:" + name + "?wireTrace=ON").to("mock:other");
                    }
                }))
                .hasStackTraceContaining("has a consumer already");
        network.deliver(TO, "still here");
        awaitReceived(1);
    }

    @Test
    void matchesReportsThatTheNetworkSendsLater() throws Exception {
        simple();
        network.report(91, TO, TpStatus.VALIDITY_EXPIRED);
        awaitReceived(1);
        assertThat(received.get(0).getHeader(SmsConstants.STATE)).isEqualTo("EXPIRED");
        assertThat(Optional.ofNullable(received.get(0).getBody())).isEmpty();
    }
}
