package io.github.camelsms.routes.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.camel.SmsConstants;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The API of a whole gateway with a store; what was called can be held against the description. */
abstract class RunningApi {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    Gateway gateway;
    private final Set<String> called = new TreeSet<>();

    /** What came back. */
    record Reply(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        JsonNode json() throws Exception {
            return JSON.readTree(body());
        }

        String code() throws Exception {
            return json().path("code").asText();
        }

        String field(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** Accounts desk, lab and mute, each with its name and {@code -pass} as password; what was received is desk's. */
    Map<String, String> settings() {
        return Map.of(
                "sms.accounts.desk.password",
                "desk-pass",
                "sms.accounts.lab.password",
                "lab-pass",
                "sms.accounts.mute.password",
                "mute-pass",
                "sms.accounts.mute.roles",
                "read",
                "sms.api.incomingAccounts",
                "desk");
    }

    @BeforeEach
    void start() throws Exception {
        start(settings());
    }

    void start(Map<String, String> more) throws Exception {
        Map<String, String> properties = new TreeMap<>(more);
        properties.put("sms.http.port", "0");
        properties.put("sms.store.url", "jdbc:sqlite:" + folder.resolve("sms.db"));
        properties.put("sms.mail.folder", folder.resolve("mail").toString());
        gateway = Gateway.start(Settings.read(new PropertySources(Optional.empty(), Map.of(), properties)), List.of());
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    /**
     * Calls the API.
     *
     * @param who an account whose password is its name and {@code -pass}, or a token as {@code Bearer TOKEN}; empty is
     *     a stranger
     * @param body JSON; empty is none
     * @param fields names and values of header fields in turns
     */
    Reply call(String who, String method, String path, String body, String... fields) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(gateway.url().replace("/sms/", "") + path))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!who.isEmpty()) {
            request.header("Authorization", who.startsWith("Bearer ") ? who : basic(who));
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
                .replaceFirst("/api/incoming/[^/]+", "/api/incoming/{id}")
                .replaceFirst("/api/(accounts|groups)/[^/]+", "/api/$1/{name}");
        called.add(method.toLowerCase(Locale.ROOT) + " " + template + " " + reply.status());
        return reply;
    }

    private static String basic(String name) {
        byte[] credentials = (name + ":" + name + "-pass").getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    Reply post(String body) throws Exception {
        return call("desk", "POST", "/api/messages", body);
    }

    /** Sends and returns the identity of the first message. */
    String accepted(String body) throws Exception {
        Reply reply = post(body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        return reply.json().at("/messages/0/id").asText();
    }

    /** A phone has sent something. */
    void received(String carrier, String from, Object body) {
        gateway.context()
                .createProducerTemplate()
                .sendBodyAndHeaders(
                        "sms:incoming?gateway=" + carrier,
                        body,
                        Map.of(SmsConstants.FROM, from, SmsConstants.REFERENCES, List.of("ref " + from)));
    }

    /** What was called and answered, such as {@code get /api/messages 200}, for the paths that match. */
    Set<String> called(String paths) {
        Set<String> some = new TreeSet<>(called);
        some.removeIf(call -> !call.split(" ", -1)[1].matches(paths));
        return some;
    }

    /** What the description of the API has, in the same form. */
    Set<String> described(String paths) throws Exception {
        Set<String> described = new TreeSet<>();
        String yaml = call("", "GET", "/api/openapi.yaml", "").body();
        Map<?, ?> document = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        ((Map<?, ?>) document.get("paths"))
                .forEach((path, operations) -> ((Map<?, ?>) operations).forEach((method, operation) -> {
                    if (path.toString().matches(paths) && !method.equals("parameters")) {
                        ((Map<?, ?>) ((Map<?, ?>) operation).get("responses"))
                                .keySet()
                                .forEach(status -> described.add(method + " " + path + " " + status));
                    }
                }));
        return described;
    }
}
