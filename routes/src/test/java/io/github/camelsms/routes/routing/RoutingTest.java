package io.github.camelsms.routes.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.explain.Explained;
import io.github.camelsms.routes.explain.Explainer;
import io.github.camelsms.routes.explain.Question;
import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.camel.SmsComponent;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.SmsRejectedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routing in a gateway that runs, with three gateways that are mocks. */
class RoutingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PRICES = """
            prefix,gateway,price,currency
            +1,us,0.010,EUR
            +1,eu,0.030,EUR
            +49,eu,0.020,EUR
            +49,us,0.070,EUR
            +49,de,0.020,EUR
            *,us,0.5,EUR
            """;

    @TempDir
    private Path folder;

    private Gateway gateway;
    private ProducerTemplate template;

    private void start(Map<String, String> more) throws Exception {
        write("rates.csv", PRICES);
        for (String id : List.of("us", "eu", "de")) {
            Files.writeString(folder.resolve(id + ".yaml"), """
                    - route:
                        id: gateway-%1$s
                        from:
                          uri: "sms:outgoing?gateway=%1$s"
                          steps:
                            - to: "mock:%1$s"
                    """.formatted(id));
        }
        Map<String, String> properties = new HashMap<>(Map.of(
                "sms.http.port",
                "0",
                "sms.store.url",
                "jdbc:sqlite:" + folder.resolve("data/sms.db"),
                "sms.mail.folder",
                folder.resolve("mail").toString(),
                "sms.routing.prices",
                folder.resolve("rates.csv").toString(),
                "sms.routing.zone",
                "Europe/Prague"));
        properties.putAll(more);
        Settings settings = Settings.read(new PropertySources(Optional.empty(), Map.of(), properties));
        gateway = Gateway.start(settings, List.of(folder));
        template = gateway.context().createProducerTemplate();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    /** Another file of the same name, as editors write it. */
    private void write(String name, String content) throws Exception {
        Path temporary = Files.writeString(folder.resolve("." + name + ".swp"), content);
        Files.move(temporary, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private List<MessageRecord> send(String to, Map<String, Object> headers) {
        Exchange done = template.send("direct:sms-submit", exchange -> {
            exchange.getIn().setBody("hello");
            exchange.getIn().setHeaders(new HashMap<>(headers));
            exchange.getIn().setHeader("CamelSmsTo", to);
        });
        if (done.getException() instanceof RuntimeException refusal) {
            throw refusal;
        }
        return Stream.of(done.getMessage()
                        .getHeader("CamelSmsMessageId", String.class)
                        .split(","))
                .map(id -> gateway.context()
                        .getComponent("sms", SmsComponent.class)
                        .operations()
                        .find(new MessageId(id))
                        .toCompletableFuture()
                        .join()
                        .orElseThrow())
                .toList();
    }

    private List<String> gateways(String to) {
        return send(to, Map.of()).get(0).message().gateways().ids();
    }

    @Test
    void theCheapestComesFirstAndTheOthersStandBy() throws Exception {
        start(Map.of());

        assertThat(gateways("+15551234567")).containsExactly("us", "eu");
        assertThat(gateways("+441234567890")).containsExactly("us");
        assertThat(gateways("+4930123456")).containsExactly("de", "eu", "us");
        assertThat(gateways("+4930123456")).containsExactly("eu", "de", "us");
    }

    @Test
    void recipientsThatGoDifferentWaysAreAcceptedTogetherInTheirOrder() throws Exception {
        start(Map.of());

        List<MessageRecord> sent = send("+15551234567,+441234567890,+441234567891,+15551234568", Map.of());

        assertThat(sent)
                .extracting(message -> message.message().recipient().value())
                .containsExactly("+15551234567", "+441234567890", "+441234567891", "+15551234568");
        assertThat(sent)
                .extracting(message -> message.message().gateways().text())
                .containsExactly("us,eu", "us", "us", "us,eu");
        assertThat(sent).extracting(MessageRecord::id).isSorted();
    }

    @Test
    void whatNamesItsGatewaysIsLeftAlone() throws Exception {
        start(Map.of());

        assertThat(send("+15551234567", Map.of("CamelSmsGateway", "de"))
                        .get(0)
                        .message()
                        .gateways()
                        .ids())
                .containsExactly("de");
        assertThat(send("+15551234567", Map.of("CamelSmsGateway", "de,eu,us"))
                        .get(0)
                        .message()
                        .gateways()
                        .ids())
                .as("those that carry there, in the order that was asked for")
                .containsExactly("eu", "us");
    }

    @Test
    void noRouteIsRefused() throws Exception {
        start(Map.of());
        write("rates.csv", "prefix,gateway,price,currency\n+1,us,0.01,EUR\n");

        await().atMost(PATIENCE).untilAsserted(() -> {
            Explained explained = explain("+4930123456");
            assertThat(explained.refusal()).startsWith("no_route: ");
            assertThat(explained.steps())
                    .extracting(line -> line.decision())
                    .contains("refused us has no price line for this number");
        });
        assertThatThrownBy(() -> send("+4930123456", Map.of()))
                .isInstanceOfSatisfying(
                        SmsRejectedException.class,
                        refused -> assertThat(refused.code().word()).isEqualTo("no_route"));
    }

    @Test
    void aRouteUsesItInOneLine() throws Exception {
        start(Map.of());
        Files.writeString(folder.resolve("own.yaml"), """
                - route:
                    id: own
                    from:
                      uri: "direct:own"
                      steps:
                        - setHeader:
                            name: CamelSmsGateway
                            language:
                              language: sms-route
                              expression: "leastCost,failover"
                        - to: "sms:outgoing"
                """);
        await().atMost(PATIENCE).until(() -> gateway.context().getRoute("own") != null);

        String id = template.request("direct:own", exchange -> {
                    exchange.getIn().setBody("hello");
                    exchange.getIn().setHeader("CamelSmsTo", "+15551234567");
                })
                .getMessage()
                .getHeader("CamelSmsGateway", String.class);

        assertThat(id).isEqualTo("us,eu");
    }

    private Explained explain(String to) {
        try (Explainer explainer = new Explainer(gateway.context())) {
            return explainer.explain(Question.text(to, "hello"));
        }
    }

    @Test
    void explainSaysWhatIsSentThenAndChangesNothing() throws Exception {
        start(Map.of("sms.routing.gateways.de.day", "0", "sms.routing.gateways.eu.quality", "90"));
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            String to = (random.nextBoolean() ? "+1555" : "+4915") + (1_000_000 + random.nextInt(8_000_000));
            Explained explained = explain(to);
            MessageRecord sent = send(to, Map.of()).get(0);
            assertThat(explained.messages().get(0).gateways())
                    .isEqualTo(sent.message().gateways().ids());
        }
        assertThat(explain("+4915112345678").lines())
                .anyMatch(line -> line.contains("refused de has sent 0 of its 0 parts of today"))
                .anyMatch(line -> line.contains("candidate eu: 0.020 EUR a part (rates.csv:4, +49), score 90"))
                .anyMatch(line -> line.contains("text      GSM7, 5 septets in 1 part of 160"))
                .anyMatch(
                        line -> line.contains("chosen eu,us by leastCost, failover, roundRobin; 1 part for 0.020 EUR"));
        assertThat(send("+4915112345678", Map.of())
                        .get(0)
                        .message()
                        .attributes()
                        .values()
                        .get(Message.EXPLANATION))
                .contains("route: chosen eu,us by leastCost");
    }

    @Test
    void aBudgetIsKeptAndWhatNamesTheGatewayWaits() throws Exception {
        start(Map.of("sms.routing.gateways.us.day", "2"));
        for (int i = 0; i < 4; i++) {
            send("+441234567890", Map.of("CamelSmsGateway", "us"));
        }

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(explain("+441234567890").refusal()).startsWith("no_route: "));
        assertThat(explain("+441234567890").lines())
                .anyMatch(line -> line.contains("refused us has sent 2 of its 2 parts of today"));
        MockEndpoint us = gateway.context().getEndpoint("mock:us", MockEndpoint.class);
        assertThat(us.getReceivedCounter()).isEqualTo(2);
        assertThat(gateways("+15551234567")).as("others go elsewhere").containsExactly("eu");
    }

    @Test
    void whatIsRepeatedIsKnownAgainWhateverItsTurnIs() throws Exception {
        start(Map.of());
        Map<String, Object> key = Map.of("CamelSmsIdempotencyKey", "order-1");

        List<MessageId> first =
                send("+4930123456", key).stream().map(MessageRecord::id).toList();
        assertThat(send("+4930123456", key)).extracting(MessageRecord::id).isEqualTo(first);
        assertThat(send("+4930123456", key)).extracting(MessageRecord::id).isEqualTo(first);
    }

    @Test
    void tablesReloadUnderLoadAndABrokenOneChangesNothing() throws Exception {
        start(Map.of("sms.routing.strategy", "leastCost"));
        Random random = new Random(3);
        List<String> seen = new ArrayList<>();
        String inForce = "us,eu";
        for (int round = 0; round < 12; round++) {
            boolean broken = round % 3 == 2;
            boolean usIsCheap = random.nextBoolean();
            write(
                    "rates.csv",
                    broken
                            ? "prefix,gateway,price,currency\n+1,us,0.01,EUR\n+1,eu,nothing,EUR\n"
                            : "prefix,gateway,price,currency\n+1,us," + (usIsCheap ? "0.01" : "0.09")
                                    + ",EUR\n+1,eu,0.05,EUR\n# " + round + "\n");
            String next = broken ? inForce : usIsCheap ? "us,eu" : "eu,us";
            String before = inForce;
            long until = System.nanoTime() + Duration.ofMillis(1_300).toNanos();
            while (System.nanoTime() < until) {
                String chosen = String.join(",", gateways("+15551234567"));
                assertThat(chosen).isIn(before, next);
                seen.add(chosen);
            }
            inForce = next;
            assertThat(gateways("+15551234567")).as("round " + round).isEqualTo(List.of(inForce.split(",")));
        }
        assertThat(seen).hasSizeGreaterThan(200).contains("us,eu", "eu,us");
    }
}
