package io.github.camelsms.routes.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Accounts and the kill switch by the API of a whole gateway. */
class AccountsApiTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADMIN =
            "Basic " + Base64.getEncoder().encodeToString("root:root-pass".getBytes(StandardCharsets.UTF_8));
    private static final String MESSAGE = "{\"to\":\"+420601123456\",\"text\":\"hi\"}";

    @TempDir
    private Path folder;

    private final Set<String> called = new TreeSet<>();
    private Gateway gateway;

    @BeforeEach
    void start() throws Exception {
        start(Map.of(
                "sms.accounts.root.password",
                "root-pass",
                "sms.accounts.root.roles",
                "admin",
                "sms.groups.house.limit",
                "5",
                "sms.numbers.home",
                "CZ"));
    }

    private void start(Map<String, String> more) throws Exception {
        Map<String, String> properties = new TreeMap<>(more);
        properties.put("sms.http.port", "0");
        properties.put("sms.store.url", "jdbc:sqlite:" + folder.resolve("sms.db"));
        properties.put("sms.mail.folder", folder.resolve("mail").toString());
        gateway = Gateway.start(
                Settings.read(new PropertySources(Optional.empty(), Map.of(), properties)), java.util.List.of());
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private record Reply(int status, String body) {
        JsonNode json() throws Exception {
            return JSON.readTree(body);
        }

        String code() throws Exception {
            return json().path("code").asText();
        }
    }

    private Reply call(String authorization, String method, String path, String body, String... fields)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(gateway.url().replace("/sms/", "") + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < fields.length; i += 2) {
            request.setHeader(fields[i], fields[i + 1]);
        }
        HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        called.add(method.toLowerCase(java.util.Locale.ROOT) + " "
                + path.replaceFirst("/api/(accounts|groups)/[^/]+", "/api/$1/{name}") + " " + response.statusCode());
        return new Reply(response.statusCode(), response.body());
    }

    private Reply admin(String method, String path, String body) throws Exception {
        return call(ADMIN, method, path, body);
    }

    @Test
    void anAccountIsMadeUsedChangedAndRemoved() throws Exception {
        assertThat(admin("POST", "/api/groups", "{\"name\":\"sales\",\"limit\":3,\"destinations\":[\"home\",\"DE\"]}")
                        .status())
                .isEqualTo(201);
        Reply made = admin(
                "POST",
                "/api/accounts",
                "{\"name\":\"joe@example.org\",\"group\":\"sales\",\"password\":\"joes-pass\",\"senders\":[\"Shop\"],\"limit\":2}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().get("password").asBoolean()).isTrue();
        assertThat(made.body()).doesNotContain("joes-pass").doesNotContain("pbkdf2");
        String path = "/api/accounts/" + URLEncoder.encode("joe@example.org", StandardCharsets.UTF_8);
        String token = "Bearer "
                + admin("POST", path + "/token", "").json().get("token").asText();

        assertThat(call(token, "POST", "/api/messages", MESSAGE).status()).isEqualTo(202);
        assertThat(call(token, "POST", "/api/messages", MESSAGE.replace("+420", "+421"))
                        .code())
                .isEqualTo("destination_denied");
        assertThat(call(token, "POST", "/api/messages", MESSAGE.replace("{", "{\"from\":\"Bank\","))
                        .code())
                .isEqualTo("sender_not_allowed");
        assertThat(call(token, "POST", "/api/messages", MESSAGE).status()).isEqualTo(202);
        Reply third = call(token, "POST", "/api/messages", MESSAGE);
        assertThat(third.code()).isEqualTo("quota_exceeded");
        assertThat(third.json().get("retryable").asBoolean()).isFalse();
        JsonNode joe = admin("GET", path, "").json();
        assertThat(joe.get("thisMonth").asInt()).isEqualTo(2);
        assertThat(joe.get("lastSent").asText()).isNotEmpty();
        assertThat(admin("GET", "/api/messages", "")
                        .json()
                        .at("/messages/0/from")
                        .asText())
                .isEqualTo("Shop");

        assertThat(admin("POST", path + "/reset", "{\"parts\":1}")
                        .json()
                        .get("thisMonth")
                        .asInt())
                .isEqualTo(1);
        assertThat(call(token, "POST", "/api/messages", MESSAGE).status()).isEqualTo(202);
        assertThat(admin("GET", "/api/groups/sales", "").json().get("thisMonth").asInt())
                .isEqualTo(3);
        assertThat(admin("POST", path + "/reset", "").status()).isEqualTo(200);
        assertThat(call(token, "POST", "/api/messages", MESSAGE).code())
                .as("the group's")
                .isEqualTo("quota_exceeded");
        assertThat(admin("PATCH", "/api/groups/sales", "{\"limit\":null}").status())
                .isEqualTo(200);
        assertThat(admin("PATCH", path, "{\"rate\":\"1/d\"}").json().get("rate").asText())
                .isEqualTo("1/d");
        assertThat(call(token, "POST", "/api/messages", MESSAGE).status()).isEqualTo(202);
        assertThat(call(token, "POST", "/api/messages", MESSAGE).code()).isEqualTo("rate_limited");
        assertThat(admin("PATCH", path, "{\"active\":false}").status()).isEqualTo(200);
        assertThat(call(token, "GET", "/api/messages", "").code()).isEqualTo("account_inactive");
        assertThat(admin("PATCH", path, "{\"active\":null,\"expires\":\"2020-01-01\",\"roles\":[\"send\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(call(token, "GET", "/api/messages", "").code()).isEqualTo("account_expired");
        assertThat(admin("PATCH", path, "{\"expires\":null}").status()).isEqualTo(200);
        assertThat(call(token, "GET", "/api/messages", "").code()).isEqualTo("forbidden");
        assertThat(admin("DELETE", path + "/token", "").json().get("token").asBoolean())
                .isFalse();
        assertThat(call(token, "GET", "/api/messages", "").status()).isEqualTo(401);
        assertThat(admin("DELETE", "/api/groups/sales", "").code()).isEqualTo("wrong_state");
        assertThat(admin("DELETE", path, "").status()).isEqualTo(200);
        assertThat(admin("DELETE", "/api/groups/sales", "").status()).isEqualTo(200);
    }

    @Test
    void whatIsStoppedIsSaidSo() throws Exception {
        assertThat(admin("PUT", "/api/kill-switch", "{\"accept\":false,\"send\":false,\"reason\":\"look\"}")
                        .json()
                        .at("/stops/0/reason")
                        .asText())
                .isEqualTo("look");
        Reply stopped = admin("POST", "/api/messages", MESSAGE);
        assertThat(stopped.status()).isEqualTo(503);
        assertThat(stopped.code()).isEqualTo("sending_stopped");
        assertThat(admin("PUT", "/api/kill-switch", "{\"accept\":true,\"send\":true}")
                        .json()
                        .get("stops"))
                .isEmpty();
        assertThat(admin("POST", "/api/messages", MESSAGE).status()).isEqualTo(202);
        assertThat(admin("PUT", "/api/kill-switch", "{\"gateway\":\"us\",\"send\":false}")
                        .json()
                        .at("/stops/0/scope")
                        .asText())
                .isEqualTo("send us");
    }

    @Test
    void withoutAccountsNobodyChangesThem() throws Exception {
        gateway.close();
        start(Map.of());
        assertThat(call("", "GET", "/api/accounts", "").code()).isEqualTo("forbidden");
        assertThat(call("", "POST", "/api/messages", MESSAGE).status()).isEqualTo(202);
    }

    @Test
    void theDescriptionAndTheRoutesAgree() throws Exception {
        String served = call("", "GET", "/api/openapi.yaml", "").body();
        anAccountIsMadeUsedChangedAndRemoved();
        whatIsStoppedIsSaidSo();
        String joe = "Basic " + Base64.getEncoder().encodeToString("jim:jims-pass".getBytes(StandardCharsets.UTF_8));
        admin("POST", "/api/accounts", "{\"name\":\"jim\",\"password\":\"jims-pass\"}");
        admin("POST", "/api/groups", "{\"name\":\"club\"}");
        for (String who : Set.of("", joe, ADMIN)) {
            for (String kind : Set.of("accounts", "groups")) {
                String many = "/api/" + kind;
                call(who, "GET", many, "");
                for (String body : Set.of(
                        "{\"name\":\"a:b\"}", "{\"name\":\"" + (kind.equals("groups") ? "club" : "jim") + "\"}")) {
                    call(who, "POST", many, body);
                }
                call(who, "POST", many, "x", "Content-Type", "text/plain");
                String house = kind.equals("groups") ? "/house" : "/root";
                for (String name : Set.of("/nobody", kind.equals("groups") ? "/club" : "/jim", house)) {
                    call(who, "GET", many + name, "");
                    call(who, "PATCH", many + name, "{\"limit\":\"many\"}");
                    call(who, "PATCH", many + name, "{\"mail\":\"a@b.example\"}");
                    call(who, "PATCH", many + name, "x", "Content-Type", "text/plain");
                    call(who, "POST", many + name + "/reset", "");
                    call(who, "POST", many + name + "/reset", "{\"parts\":-1}");
                }
                call(who, "DELETE", many + "/nobody", "");
                call(who, "DELETE", many + house, "");
            }
            for (String name : Set.of("nobody", "root")) {
                call(who, "POST", "/api/accounts/" + name + "/token", "");
                call(who, "DELETE", "/api/accounts/" + name + "/token", "");
            }
            call(who, "GET", "/api/kill-switch", "");
            call(who, "PUT", "/api/kill-switch", "{\"off\":1}");
            call(who, "PUT", "/api/kill-switch", "x", "Content-Type", "text/plain");
        }
        called.removeIf(call -> !call.matches("[a-z]+ /api/(accounts|groups|kill-switch).*"));
        assertThat(called).isEqualTo(described(served));
    }

    private static Set<String> described(String yaml) {
        Set<String> described = new TreeSet<>();
        Map<?, ?> document = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        ((Map<?, ?>) document.get("paths")).forEach((path, operations) -> {
            if (path.toString().matches("/api/(accounts|groups|kill-switch).*")) {
                ((Map<?, ?>) operations).forEach((method, operation) -> {
                    if (!method.equals("parameters")) {
                        ((Map<?, ?>) ((Map<?, ?>) operation).get("responses"))
                                .keySet()
                                .forEach(status -> described.add(method + " " + path + " " + status));
                    }
                });
            }
        });
        return described;
    }
}
