package io.github.camelsms.routes.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the API refuses, and whom. */
class ApiProblemsTest extends RunningApi {

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
            assertThat(reply.body()).as(what).doesNotContain("15551234567").doesNotContain("xception");
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

    @Test
    void withoutAccountsOnlyThisMachineMay() throws Exception {
        gateway.close();
        start(Map.of());
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
