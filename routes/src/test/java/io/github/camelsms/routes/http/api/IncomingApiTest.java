package io.github.camelsms.routes.http.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What phones have sent and the reply links, by the API. */
class IncomingApiTest extends RunningApi {

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
}
