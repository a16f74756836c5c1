package io.github.camelsms.routes.http.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.camel.SmsConstants;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The API of a whole gateway with a store; what was called is held against the description at the end. */
class ApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final Set<String> called = new LinkedHashSet<>();
    private Gateway gateway;

    /** What came back. */
    record Reply(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        JsonNode json() throws Exception {
            return JSON.readTree(response.body());
        }

        String field(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    @BeforeEach
    void start() throws Exception {
        start(Map.of(
                "sms.accounts.desk.password",
                "desk-pass",
                "sms.accounts.lab.password",
                "lab-pass",
                "sms.accounts.mute.password",
                "mute-pass",
                "sms.accounts.mute.roles",
                "read",
                "sms.api.incomingAccounts",
                "desk",
                "sms.groups.default.destinations",
                "*"));
    }

    private void start(Map<String, String> more) throws Exception {
        Map<String, String> properties = new java.util.TreeMap<>(more);
        properties.put("sms.http.port", "0");
        properties.put("sms.store.url", "jdbc:sqlite:" + folder.resolve("sms.db"));
        properties.put("sms.mail.folder", folder.resolve("mail").toString());
        gateway = Gateway.start(Settings.read(new PropertySources(Optional.empty(), Map.of(), properties)), List.of());
    }

    private void gatewayUs() throws Exception {
        gateway.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("sms:outgoing?gateway=us").to("mock:us");
            }
        });
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Reply call(String who, String method, String path, String body, String... fields) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(gateway.url().replace("/sms/", "") + path))
                .timeout(PATIENCE)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!who.isEmpty()) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((who + ":" + who + "-pass").getBytes(StandardCharsets.UTF_8)));
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < fields.length; i += 2) {
            request.setHeader(fields[i], fields[i + 1]);
        }
        Reply reply = new Reply(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        String template = path.replaceFirst("[?].*", "")
                .replaceFirst("/api/messages/(?!preview).+", "/api/messages/{id}")
                .replaceFirst("/api/incoming/[^/]+", "/api/incoming/{id}");
        called.add(method.toLowerCase(java.util.Locale.ROOT) + " " + template + " " + reply.status());
        return reply;
    }

    private Reply post(String body) throws Exception {
        return call("desk", "POST", "/api/messages", body);
    }

    private String accepted(String body) throws Exception {
        Reply reply = post(body);
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(202);
        return reply.json().at("/messages/0/id").asText();
    }

    @Test
    void aMessageIsAcceptedForManyAndFound() throws Exception {
        gatewayUs();
        Reply reply = post("""
            {"to": ["+15551234567", "0015551234568"], "text": "Grüße 😀", "from": "Desk", "priority": 3,
             "gateway": ["us"], "replyTo": "joe@example.org", "report": true, "billing": "order 17"}\
            """);
        assertThat(reply.status()).isEqualTo(202);
        JsonNode messages = reply.json().get("messages");
        assertThat(messages).hasSize(2);
        assertThat(messages.get(1).get("to").asText()).isEqualTo("+15551234568");
        MockEndpoint us = gateway.context().getEndpoint("mock:us", MockEndpoint.class);
        await().atMost(PATIENCE).until(() -> us.getReceivedCounter() == 2);
        Message sent = us.getReceivedExchanges().get(0).getMessage();
        assertThat(sent.getBody()).isEqualTo("Grüße 😀");
        assertThat(sent.getHeaders())
                .containsEntry(SmsConstants.ACCOUNT, "desk")
                .containsEntry(SmsConstants.FROM, "Desk")
                .containsEntry(SmsConstants.BILLING, "order 17")
                .containsEntry(SmsConstants.PRIORITY, 3);
        String href = messages.get(0).get("href").asText();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        call("desk", "GET", href, "").json().get("state").asText())
                .isEqualTo("ENROUTE"));
        JsonNode one = call("desk", "GET", href, "").json();
        assertThat(one.get("text").asText()).isEqualTo("Grüße 😀");
        assertThat(one.get("events").findValuesAsText("event")).containsSubsequence("ACCEPTED", "HANDED_OUT", "SENT");
        assertThat(call("lab", "GET", href, "").status()).isEqualTo(404);
        assertThat(call("lab", "DELETE", href, "").status()).isEqualTo(404);
        Reply late = call("desk", "DELETE", href, "");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("code").asText()).isEqualTo("wrong_state");
    }

    @Test
    void whatWouldBecomeOfAMessageIsExplained() throws Exception {
        int before =
                call("desk", "GET", "/api/messages", "").json().get("messages").size();
        JsonNode explained = call("desk", "GET", "/api/explain?to=%2B15551234567&text=5%20%E2%82%AC", "")
                .json();
        assertThat(explained.get("outcome").asText()).isEqualTo("accepted");
        assertThat(explained.at("/messages/0/parts").asInt()).isEqualTo(1);
        assertThat(explained.get("steps").findValuesAsText("decision")).contains("two septets each: '€'");
        JsonNode refused = call("desk", "GET", "/api/explain?to=%2B15551234567&text=" + "x".repeat(2_000), "")
                .json();
        assertThat(refused.get("code").asText()).isEqualTo("too_many_parts");
        assertThat(call("desk", "GET", "/api/messages", "").json().get("messages"))
                .as("nothing was sent")
                .hasSize(before);
        String id = accepted("{\"to\":\"+15551234567\",\"text\":\"hi\"}");
        assertThat(call("desk", "GET", "/api/explain?id=" + id, "")
                        .json()
                        .get("id")
                        .asText())
                .isEqualTo(id);
        assertThat(call("lab", "GET", "/api/explain?id=" + id, "").status()).isEqualTo(404);
    }

    @Test
    void requestsWithTheSameKeyAreOne() throws Exception {
        String body = "{\"to\":\"+15551234567\",\"text\":\"once\"}";
        Reply first = call("desk", "POST", "/api/messages", body, "Idempotency-Key", "order-17");
        Reply again = call("desk", "POST", "/api/messages", body, "Idempotency-Key", "order-17");
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.field("Location"))
                .isEqualTo("/api/messages/" + first.json().at("/messages/0/id").asText());
        Reply other = call("desk", "POST", "/api/messages", body.replace("once", "x"), "Idempotency-Key", "order-17");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("code").asText()).isEqualTo("key_reused");
        assertThat(call("lab", "POST", "/api/messages", body, "Idempotency-Key", "order-17")
                        .json()
                        .at("/messages/0/id")
                        .asText())
                .isNotEqualTo(first.json().at("/messages/0/id").asText());
    }

    @Test
    void aScheduledMessageWaitsAndCanBeTakenBack() throws Exception {
        Instant when = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(3650));
        assertThat(post("{\"to\":\"+15551234567\",\"text\":\"x\",\"notBefore\":\"" + when + "\"}")
                        .status())
                .isEqualTo(400);
        when = Instant.now().plus(Duration.ofDays(30));
        String id = accepted("{\"to\":\"+15551234567\",\"text\":\"later\",\"notBefore\":\"" + when + "\"}");
        JsonNode waits = call("desk", "GET", "/api/messages/" + id, "").json();
        assertThat(waits.get("state").asText()).isEqualTo("SCHEDULED");
        assertThat(Instant.parse(waits.get("expiresAt").asText())).isAfter(when);
        Reply cancelled = call("desk", "DELETE", "/api/messages/" + id, "");
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.json().get("state").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void aListHasPagesAndFilters() throws Exception {
        for (int i = 0; i < 5; i++) {
            accepted("{\"to\":\"+1555123456" + i + "\",\"text\":\"number " + i + "\"}");
        }
        call("lab", "POST", "/api/messages", "{\"to\":\"+15559999999\",\"text\":\"of the lab\"}");
        Reply page = call("desk", "GET", "/api/messages?limit=2&state=QUEUED", "");
        assertThat(page.json().get("messages").findValuesAsText("text")).containsExactly("number 4", "number 3");
        page = call("desk", "GET", page.json().get("next").asText(), "");
        assertThat(page.json().get("messages").findValuesAsText("text")).containsExactly("number 2", "number 1");
        page = call("desk", "GET", page.json().get("next").asText(), "");
        assertThat(page.json().get("messages").findValuesAsText("text")).containsExactly("number 0");
        assertThat(page.json().has("next")).isFalse();
        assertThat(call("desk", "GET", "/api/messages?to=%2B15551234563", "")
                        .json()
                        .get("messages")
                        .findValuesAsText("text"))
                .containsExactly("number 3");
        assertThat(call("desk", "GET", "/api/messages?to=+15559999999", "")
                        .json()
                        .get("messages"))
                .isEmpty();
        for (String bad :
                List.of("limit=0", "limit=1001", "state=GONE", "from=yesterday", "account=lab", "limit=1&limit=2")) {
            assertThat(call("desk", "GET", "/api/messages?" + bad, "").status())
                    .as(bad)
                    .isEqualTo(400);
        }
        assertThat(call("desk", "GET", "/api/messages?before=x", "").status()).isEqualTo(404);
    }

    @Test
    void aPreviewSendsNothing() throws Exception {
        Reply reply = call("desk", "POST", "/api/messages/preview", "{\"text\":\"" + "ž".repeat(71) + "\"}");
        assertThat(reply.json().get("parts").asInt()).isEqualTo(2);
        assertThat(reply.json().get("forcedBy").asText()).isEqualTo("ž");
        assertThat(call("desk", "GET", "/api/messages", "").json().get("messages"))
                .isEmpty();
        assertThat(call("desk", "POST", "/api/messages/preview", "{}").status()).isEqualTo(400);
    }

    @Test
    void badRequestsAreProblemsOfOneForm() throws Exception {
        String good = "\"to\":\"+15551234567\",\"text\":\"hi\"";
        String[][] cases = {
            {"400 bad_request", "{"},
            {"400 bad_request", "[]"},
            {"400 bad_request", "{" + good + "} x"},
            {"400 bad_request", "{" + good + ",\"text\":\"again\"}"},
            {"400 bad_request", "[".repeat(30)},
            {"400 bad_param", "{" + good + ",\"authenticated\":true}"},
            {"400 bad_param", "{" + good + ",\"priority\":4}"},
            {"400 bad_param", "{" + good + ",\"priority\":\"1\"}"},
            {"400 bad_param", "{" + good + ",\"notBefore\":\"tomorrow\"}"},
            {"400 bad_param", "{" + good + ",\"reportUrl\":\"file:///etc/passwd\"}"},
            {"400 bad_param", "{" + good + ",\"reportUrl\":\"https://a:b@example.org/\"}"},
            {"400 bad_param", "{\"to\":17,\"text\":\"hi\"}"},
            {"400 bad_number", "{\"to\":[\"+15551234567\",\"x\"],\"text\":\"hi\"}"},
            {"400 missing_param", "{\"to\":[],\"text\":\"hi\"}"},
            {"400 missing_param", "{\"to\":\"+15551234567\"}"},
            {"400 missing_param", "{" + good + ",\"data\":\"AA==\"}"},
            {"400 missing_param", "{\"to\":\"+15551234567\",\"text\":\"\"}"},
            {"400 bad_text", "{\"to\":\"+15551234567\",\"text\":\"\\u0001\"}"},
            {"400 bad_text", "{\"to\":\"+15551234567\",\"text\":\"\\ud800\"}"},
            {"400 bad_binary", "{\"to\":\"+15551234567\",\"data\":\"*\"}"},
            {"400 bad_udh", "{" + good + ",\"udh\":\"05\"}"},
            {"400 bad_sender", "{" + good + ",\"from\":\"much too long a name\"}"},
            {"400 bad_reply", "{" + good + ",\"replyTo\":\"nobody\"}"},
            {"404 no_such_gateway", "{" + good + ",\"gateway\":\"nosuch\"}"},
            {"413 too_large", "{\"text\":\"hi\",\"to\":[" + "\"+15551234567\",".repeat(1000) + "\"+1555\"]}"},
            {"422 too_many_parts", "{\"to\":\"+15551234567\",\"text\":\"" + "a".repeat(2000) + "\"}"},
        };
        for (String[] bad : cases) {
            Reply reply = post(bad[1]);
            String what = bad[1].substring(0, Math.min(bad[1].length(), 90));
            assertThat(reply.status() + " " + reply.json().get("code").asText())
                    .as(what)
                    .isEqualTo(bad[0]);
            assertThat(reply.field("Content-Type")).as(what).isEqualTo("application/problem+json");
            assertThat(reply.json().get("status").asInt()).isEqualTo(reply.status());
            assertThat(reply.response().body())
                    .as(what)
                    .doesNotContain("15551234567")
                    .doesNotContain("xception");
        }
        assertThat(call("", "POST", "/api/messages", "{" + good + "}").status()).isEqualTo(401);
        assertThat(call("desk", "POST", "/api/messages", good, "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        Reply method = call("desk", "DELETE", "/api/messages", "");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.field("Allow")).isEqualTo("GET, POST");
        assertThat(call("desk", "PUT", "/api/messages", "{}").status()).isEqualTo(405);
        assertThat(call("desk", "GET", "/api/nothing", "").status()).isEqualTo(404);
        assertThat(call("desk", "GET", "/api/messages/nosuch", "").status()).isEqualTo(404);
        assertThat(call("desk", "GET", "/api/messages", "").json().get("messages"))
                .isEmpty();
    }

    private void received(String carrier, String from, Object body) {
        gateway.context()
                .createProducerTemplate()
                .sendBodyAndHeaders(
                        "sms:incoming?gateway=" + carrier,
                        body,
                        Map.of(SmsConstants.FROM, from, SmsConstants.REFERENCES, List.of("ref " + from)));
    }

    @Test
    void whatWasReceivedIsListedShownAndHandedOutAgain() throws Exception {
        received("us", "+4917", "Grüße 😀");
        received("us", "Bank", new byte[] {1, 2});
        received("eu", "+4918", "");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(call("desk", "GET", "/api/incoming?state=DONE,DISCARDED", "")
                                .json()
                                .get("messages"))
                        .hasSize(3));
        Reply page = call("desk", "GET", "/api/incoming?limit=2", "");
        assertThat(page.json().get("messages").findValuesAsText("from")).containsExactly("+4918", "Bank");
        assertThat(page.json().at("/messages/1/data").asText()).isEqualTo("AQI=");
        JsonNode first =
                call("desk", "GET", page.json().get("next").asText(), "").json().at("/messages/0");
        assertThat(first.get("text").asText()).isEqualTo("Grüße 😀");
        assertThat(first.get("gateway").asText()).isEqualTo("us");
        assertThat(first.get("reference").asText()).isEqualTo("ref +4917");
        for (String filter : List.of("number=%2B4917", "number=4917", "gateway=us&limit=1&state=DONE")) {
            assertThat(call("desk", "GET", "/api/incoming?" + filter, "").json().get("messages"))
                    .as(filter)
                    .hasSize(1);
        }
        for (String bad : List.of("limit=0", "state=GONE", "to=1")) {
            assertThat(call("desk", "GET", "/api/incoming?" + bad, "").status())
                    .as(bad)
                    .isEqualTo(400);
        }
        String path = "/api/incoming/" + first.get("id").asText();
        assertThat(call("desk", "GET", path, "").json().get("from").asText()).isEqualTo("+4917");
        assertThat(call("desk", "POST", path + "/replay", "").status()).isEqualTo(200);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        call("desk", "GET", path, "").json().get("state").asText())
                .isEqualTo("DONE"));
        String empty = "/api/incoming/" + page.json().at("/messages/0/id").asText();
        assertThat(call("desk", "POST", empty + "/replay", "")
                        .json()
                        .get("code")
                        .asText())
                .isEqualTo("wrong_state");
        assertThat(call("desk", "GET", empty + "/replay", "").field("Allow")).isEqualTo("POST");
        assertThat(call("lab", "GET", path, "").json().get("code").asText()).isEqualTo("forbidden");
    }

    @Test
    void replyLinksAreListedAndEnded() throws Exception {
        for (String to : List.of("+15559990001", "+15559990002")) {
            for (String mailbox : List.of("joe@example.org", "ann@example.org")) {
                post("{\"to\":\"" + to + "\",\"text\":\"hi\",\"replyTo\":\"" + mailbox + "\"}");
            }
        }
        JsonNode page = call("desk", "GET", "/api/links?limit=3", "").json();
        assertThat(page.get("links").findValuesAsText("mailbox"))
                .containsExactly("ann@example.org", "joe@example.org", "ann@example.org");
        assertThat(page.at("/links/0/number").asText()).isEqualTo("15559990002");
        assertThat(Instant.parse(page.at("/links/0/expiresAt").asText())).isAfter(Instant.now());
        assertThat(call("desk", "GET", page.get("next").asText(), "")
                        .json()
                        .at("/links/0/number")
                        .asText())
                .isEqualTo("15559990001");
        assertThat(call("desk", "GET", "/api/links?number=%2B15559990001&mailbox=JOE@example.org", "")
                        .json()
                        .get("links"))
                .hasSize(1);
        assertThat(call("desk", "DELETE", "/api/links", "").json().get("code").asText())
                .as("a forgotten parameter ends nothing")
                .isEqualTo("missing_param");
        assertThat(call("desk", "DELETE", "/api/links?number=15559990001", "")
                        .json()
                        .get("cleared")
                        .asInt())
                .isEqualTo(2);
        assertThat(call("desk", "GET", "/api/links?number=15559990002", "")
                        .json()
                        .get("links"))
                .hasSize(2);
        for (String who : List.of("", "lab")) {
            call(who, "GET", "/api/links", "");
            call(who, "DELETE", "/api/links?mailbox=joe@example.org", "");
        }
        assertThat(call("lab", "GET", "/api/links", "").status()).isEqualTo(403);
        call("desk", "GET", "/api/links?limit=0", "");
        call("desk", "GET", "/api/links?before=x", "");
    }

    @Test
    void theDescriptionAndTheRoutesAgree() throws Exception {
        Reply served = call("", "GET", "/api/openapi.yaml", "");
        assertThat(served.status()).isEqualTo(200);
        aMessageIsAcceptedForManyAndFound();
        requestsWithTheSameKeyAreOne();
        aScheduledMessageWaitsAndCanBeTakenBack();
        String messages = "/api/messages";
        call("desk", "GET", messages, "");
        call("desk", "GET", messages + "?limit=x", "");
        call("desk", "GET", messages + "?before=x", "");
        call("", "GET", messages, "");
        call("", "POST", messages, "{}");
        call("desk", "POST", messages, "{\"to\":\"+15551234567\",\"text\":\"hi\",\"gateway\":\"nosuch\"}");
        call("mute", "POST", messages, "{\"to\":\"+15551234567\",\"text\":\"hi\"}");
        call("desk", "POST", messages, "x".repeat(300_000));
        call("desk", "POST", messages, "x", "Content-Type", "text/plain");
        call("desk", "POST", messages + "/preview", "{\"text\":\"hi\"}");
        call("desk", "POST", messages + "/preview", "{}");
        call("", "POST", messages + "/preview", "{}");
        call("desk", "POST", messages + "/preview", "x", "Content-Type", "text/plain");
        call("", "GET", messages + "/x", "");
        call("", "DELETE", messages + "/x", "");
        call("desk", "GET", "/api/explain", "");
        call("", "GET", "/api/explain", "");
        call("desk", "GET", "/api/explain?to=1555&account=lab", "");
        call("desk", "GET", "/api/explain?id=x", "");
        whatWouldBecomeOfAMessageIsExplained();
        call("desk", "GET", "/api/incoming?before=x", "");
        for (String who : List.of("", "lab", "desk")) {
            call(who, "GET", "/api/incoming", "");
            call(who, "GET", "/api/incoming/x", "");
            call(who, "POST", "/api/incoming/x/replay", "");
        }
        whatWasReceivedIsListedShownAndHandedOutAgain();
        replyLinksAreListedAndEnded();
        called.removeIf(call -> call.endsWith(" 405"));
        stopping();
        assertThat(new TreeSet<>(called)).isEqualTo(described(served.response().body()));
    }

    /** A gateway that has begun to stop refuses, which is the one answer that needs no store. */
    private void stopping() throws Exception {
        gateway.context().getRouteController().suspendRoute("http-api");
        call("desk", "POST", "/api/messages", "{}");
        gateway.context().getRouteController().resumeRoute("http-api");
    }

    private static Set<String> described(String yaml) {
        Set<String> described = new TreeSet<>();
        Map<?, ?> document = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        ((Map<?, ?>) document.get("paths"))
                .forEach((path, operations) -> ((Map<?, ?>) operations).forEach((method, operation) -> {
                    // accounts and the kill switch have a test of their own
                    boolean here = !path.toString().matches("/api/(accounts|groups|kill-switch).*");
                    if (here && !method.equals("parameters")) {
                        ((Map<?, ?>) ((Map<?, ?>) operation).get("responses"))
                                .keySet()
                                .forEach(status -> described.add(method + " " + path + " " + status));
                    }
                }));
        return described;
    }

    @Test
    void withoutAccountsOnlyThisMachineMay() throws Exception {
        gateway.close();
        start(Map.of());
        try (InputStream in = ApiTest.class.getResourceAsStream("openapi.yaml")) {
            assertThat(in).isNotNull();
        }
        Reply reply = call("", "POST", "/api/messages", "{\"to\":\"+15551234567\",\"text\":\"hi\"}");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(call("", "GET", "/api/messages", "").json().get("messages")).hasSize(1);
        assertThat(call("", "GET", "/api/incoming", "").status()).isEqualTo(200);
        assertThat(call("", "GET", "/api/incoming", "", "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(call("", "GET", "/api/messages", "", "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
    }
}
