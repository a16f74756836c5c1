package io.github.camelsms.routes.http.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelsms.sms.camel.SmsConstants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

/** Messages by the API: sent, found, explained, taken back. */
class MessagesApiTest extends RunningApi {

    private void gatewayUs() throws Exception {
        gateway.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("sms:outgoing?gateway=us").to("mock:us");
            }
        });
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
        assertThat(again.body()).isEqualTo(first.body());
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
}
