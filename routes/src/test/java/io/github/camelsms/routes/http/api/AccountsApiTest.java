package io.github.camelsms.routes.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Accounts and the kill switch by the API of a whole gateway. */
class AccountsApiTest extends RunningApi {

    private static final String MESSAGE = "{\"to\":\"+420601123456\",\"text\":\"hi\"}";
    private static final String PATHS = "/api/(accounts|groups|kill-switch).*";

    @Override
    Map<String, String> settings() {
        return Map.of(
                "sms.accounts.root.password",
                "root-pass",
                "sms.accounts.root.roles",
                "admin",
                "sms.groups.house.limit",
                "5",
                "sms.numbers.home",
                "CZ");
    }

    private Reply admin(String method, String path, String body) throws Exception {
        return call("root", method, path, body);
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
        anAccountIsMadeUsedChangedAndRemoved();
        whatIsStoppedIsSaidSo();
        admin("POST", "/api/accounts", "{\"name\":\"jim\",\"password\":\"jim-pass\"}");
        admin("POST", "/api/groups", "{\"name\":\"club\"}");
        for (String who : Set.of("", "jim", "root")) {
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
        assertThat(called(PATHS)).isEqualTo(described(PATHS));
    }
}
