package io.github.camelsms.routes.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.camel.SmsComponent;
import io.github.camelsms.sms.store.IncomingSearch;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each provider with its recorded answers: sent, reported, answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvidersTest {

    private static final Set<String> WITHOUT_IDENTITY = Set.of("emg", "icewarp", "kannel", "routomessaging");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CALLBACK = "https://cb.example";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<JsonNode> cases = cases();
    private final ProviderSignatures signatures = new ProviderSignatures(CALLBACK);
    private RecordedProvider provider;
    private Gateway gateway;

    private static List<JsonNode> cases() {
        try (var in = ProvidersTest.class.getResourceAsStream("/providers/cases.jsonl")) {
            return JSON.readerFor(JsonNode.class).<JsonNode>readValues(in).readAll();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    List<String> providers() {
        return cases.stream().map(each -> each.path("provider").asText()).toList();
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        provider = new RecordedProvider();
        Map<String, String> properties = new HashMap<>(Map.of(
                "sms.http.port",
                "0",
                "sms.store.url",
                "jdbc:sqlite:" + folder.resolve("sms.db"),
                "sms.mail.folder",
                folder.resolve("mail").toString(),
                "camel.component.sms.configuration.retryDelay",
                "100"));
        for (JsonNode each : cases) {
            String id = each.path("provider").asText();
            properties.put("sms.gateways." + id + ".provider", id);
            properties.put("sms.gateways." + id + ".host", provider.host(id));
            properties.put("sms.gateways." + id + ".callback", CALLBACK + "/");
            each.path("settings")
                    .properties()
                    .forEach(setting -> properties.put(
                            "sms.gateways." + id + "." + setting.getKey(),
                            setting.getValue().asText()));
            if (!each.has("signed")) {
                properties.put("sms.gateways." + id + ".callbackKey", "K3y");
            }
        }
        properties.put("sms.gateways.telnyx.signingKey", signatures.telnyxKey());
        Path routes = Files.writeString(
                folder.resolve("mocks.yaml"), """
                - route: { from: { uri: "sms:reports", steps: [ { to: "mock:reports" } ] } }
                - route: { from: { uri: "sms:incoming", steps: [ { to: "mock:incoming" } ] } }
                - templatedRoute:
                    routeTemplateRef: sms-http-gateway
                    routeId: gateway-own
                    parameters:
                      - { name: gateway, value: own }
                      - { name: url, value: "%s/GP?to=%%number;interprefix=00%%&text=%%data%%" }
                      - { name: success, value: "body ^OK" }
                - route:
                    from:
                      uri: "direct:kamelet"
                      steps:
                        - to:
                            uri: "kamelet:sms-http-gateway-sink"
                            parameters: { gateway: alone, provider: smseagle, host: "%s", secret: t }
                """.formatted(provider.host("own"), provider.host("alone")));
        gateway = Gateway.start(
                Settings.read(new PropertySources(Optional.empty(), Map.of(), properties)), List.of(routes));
    }

    @AfterAll
    void stop() {
        gateway.close();
        provider.close();
    }

    private JsonNode find(String id) {
        return cases.stream()
                .filter(each -> each.path("provider").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String send(String id, Object body, Map<String, Object> headers) {
        Exchange exchange = gateway.context().createProducerTemplate().request("sms:+15551234567?id=" + id, each -> {
            each.getMessage().setBody(body);
            headers.forEach(each.getMessage()::setHeader);
        });
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getHeader("CamelSmsMessageId", String.class);
    }

    private RecordedProvider.Asked asked(String id, int count) {
        await().atMost(PATIENCE).until(() -> provider.asked(id).size() >= count);
        return provider.asked(id).get(count - 1);
    }

    private List<Exchange> received(String mock) {
        return ((MockEndpoint) gateway.context().getEndpoint(mock)).getReceivedExchanges();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aMessageGoesOutIsReportedAndAnswered(String id) throws Exception {
        JsonNode each = find(id);
        int before = provider.asked(id).size();
        JsonNode answer = each.path("answer");
        provider.answers(
                id,
                RecordedProvider.Answer.of(
                        answer.path("status").asInt(), answer.path("body").asText()));
        String message = send(id, each.path("text").asText(), Map.of());
        // our own id, where the provider repeats it
        RecordedProvider.Asked request = asked(id, before + 1);
        String whole = request.method() + " " + request.url() + "\n" + request.body();
        each.path("asked").forEach(part -> assertThat(whole).contains(part.asText()));
        if (each.has("report")) {
            String reference = id.equals("android") ? "{id}" : message;
            call(each, each.path("report"), reference);
            if (each.has("second")) {
                call(each, each.path("second"), reference);
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(received("mock:reports")).anySatisfy(report -> {
                        assertThat(report.getMessage().getHeader("CamelSmsMessageId"))
                                .isEqualTo(message);
                        assertThat(report.getMessage().getHeader("CamelSmsState", String.class))
                                .isEqualTo("DELIVERED");
                    }));
        }
        call(each, each.path("incoming"), "x");
        // the answer was lost, so the provider tells it again
        call(each, each.path("incoming"), "x");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(received("mock:incoming")).anySatisfy(incoming -> {
                    assertThat(incoming.getMessage().getHeader("CamelSmsGateway"))
                            .isEqualTo(id);
                    assertThat(incoming.getMessage().getHeader("CamelSmsFrom", String.class))
                            .isEqualTo(each.path("from").asText());
                    assertThat(incoming.getMessage().getBody(String.class))
                            .isEqualTo(each.path("received").asText());
                }));
        SmsComponent sms = gateway.context().getComponent("sms", SmsComponent.class);
        assertThat(sms.operations()
                        .incoming(IncomingSearch.newest(10).withGateway(id))
                        .toCompletableFuture()
                        .join())
                .as("once, where the provider gives messages an identity")
                .hasSize(WITHOUT_IDENTITY.contains(id) ? 2 : 1);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aCallThatIsNotSignedIsRefused(String id) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(url() + "receive_" + id + "?gateway=" + id + "&key=wrong"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("from=1&text=evil&id=1&status=delivered"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("evil").doesNotContain("Exception");
    }

    @Test
    void aRouteFileOfTwoLinesIsAGatewayToo() throws Exception {
        provider.answers("own", RecordedProvider.Answer.of(200, "OK"));
        send("own", "Hi", Map.of("CamelSmsProviderParameters", "class=0"));
        assertThat(asked("own", 1).url()).isEqualTo("/own/GP?to=0015551234567&text=Hi&class=0");
    }

    @Test
    void theStepIsAKamelet() throws Exception {
        provider.answers("alone", RecordedProvider.Answer.of(200, "OK; ID=5"));
        Exchange exchange = gateway.context().createProducerTemplate().request("direct:kamelet", each -> {
            each.getMessage().setBody("Hi");
            each.getMessage().setHeader("CamelSmsTo", "+15551234567");
        });
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader("CamelSmsReferences")).isEqualTo(List.of("5"));
    }

    @Test
    void dataGoToThoseWhoTakeThem() throws Exception {
        provider.answers("kannel", RecordedProvider.Answer.of(202, "0: Accepted for delivery"));
        int before = provider.asked("kannel").size();
        send("kannel", new byte[] {1, (byte) 0xAE}, Map.of("CamelSmsUdh", "05040B8423F0"));
        assertThat(asked("kannel", before + 1).url()).contains("&text=%01%AE&udh=%06%05%04%0B%84%23%F0&coding=1");
        before = provider.asked("sinch").size();
        provider.answers("sinch", RecordedProvider.Answer.of(201, "{\"id\":\"b1\"}"));
        send("sinch", new byte[] {1, (byte) 0xAE}, Map.of("CamelSmsUdh", "05040B8423F0"));
        assertThat(asked("sinch", before + 1).body()).contains("\"body\":\"Aa4=\",\"udh\":\"0605040B8423F0\"");
        String refused = send("twilio", new byte[] {1}, Map.of());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(received("mock:reports")).anySatisfy(report -> {
                    assertThat(report.getMessage().getHeader("CamelSmsMessageId"))
                            .isEqualTo(refused);
                    assertThat(report.getMessage().getHeader("CamelSmsState", String.class))
                            .isEqualTo("REJECTED");
                }));
    }

    private String url() {
        return gateway.url();
    }

    private void call(JsonNode each, JsonNode what, String reference) throws Exception {
        String id = each.path("provider").asText();
        String now = Long.toString(Instant.now().getEpochSecond());
        String path = "/sms/receive_" + each.path("path").asText(id);
        String query = "gateway=" + id + (each.has("signed") ? "" : "&key=K3y")
                + (what.has("query") ? "&" + what.path("query").asText() : "");
        query = query.replace("{id}", reference).replace("{now}", now);
        String body = what.path("form")
                .asText(what.has("json") ? JSON.writeValueAsString(what.path("json")) : "")
                .replace("{id}", reference);
        if (each.path("signed").asText("").equals("vonage")) {
            query += "&sig=" + signatures.vonage(query);
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url().replaceFirst("/sms/$", "") + path + "?" + query));
        if (body.isEmpty()) {
            request.GET();
        } else {
            request.header("Content-Type", what.has("form") ? "application/x-www-form-urlencoded" : "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        }
        signatures.fields(each, path + "?" + query, body, now).forEach(request::header);
        HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        if (id.equals("twilio")) {
            assertThat(answer.body()).isEqualTo("<Response/>");
        }
    }
}
