package io.github.camelsms.routes.http.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each path of the API but accounts and the kill switch, each answer of its description. */
class ApiDescriptionTest extends RunningApi {

    /** Accounts and the kill switch have a test of their own. */
    private static final String PATHS = "/api/(?!accounts|groups|kill-switch).*(?<!openapi.yaml)";

    private static final String HI = "{\"to\":\"+15551234567\",\"text\":\"hi\"}";

    @Test
    void theDescriptionAndTheRoutesAgree() throws Exception {
        messages();
        explanations();
        incoming();
        links();
        gatewayIsStopping();

        assertThat(called(PATHS)).isEqualTo(described(PATHS));
    }

    private void messages() throws Exception {
        String sent = accepted(HI);
        String later =
                accepted(HI.replace("}", ",\"notBefore\":\"" + Instant.now().plus(Duration.ofDays(30)) + "\"}"));
        for (String who : List.of("desk", "lab")) {
            call(who, "GET", "/api/messages/" + sent, "");
            call(who, "DELETE", "/api/messages/" + later, "");
        }
        call("desk", "DELETE", "/api/messages/" + later, "");
        for (String text : List.of("once", "other")) {
            call("desk", "POST", "/api/messages", HI.replace("hi", text), "Idempotency-Key", "order-17");
        }
        String messages = "/api/messages";
        call("desk", "GET", messages, "");
        call("desk", "GET", messages + "?limit=x", "");
        call("desk", "GET", messages + "?before=x", "");
        call("", "GET", messages, "");
        call("", "POST", messages, "{}");
        call("desk", "POST", messages, "{}");
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
    }

    private void explanations() throws Exception {
        call("desk", "GET", "/api/explain", "");
        call("", "GET", "/api/explain", "");
        call("desk", "GET", "/api/explain?to=1555&account=lab", "");
        call("desk", "GET", "/api/explain?id=x", "");
        call("desk", "GET", "/api/explain?to=%2B15551234567&text=hi", "");
        call("lab", "GET", "/api/explain?id=" + accepted(HI), "");
    }

    private void incoming() throws Exception {
        received("us", "+4917", "hi");
        await().atMost(PATIENCE).until(() -> incoming("DONE").size() == 1);
        String path = "/api/incoming/" + incoming("DONE").at("/0/id").asText();
        call("desk", "GET", path, "");
        call("desk", "POST", path + "/replay", "");
        received("us", "+4918", "");
        await().atMost(PATIENCE).until(() -> incoming("DISCARDED").size() == 1);
        String empty = "/api/incoming/" + incoming("DISCARDED").at("/0/id").asText();
        call("desk", "POST", empty + "/replay", "");
        call("desk", "GET", "/api/incoming?limit=0", "");
        call("desk", "GET", "/api/incoming?before=x", "");
        for (String who : List.of("", "lab", "desk")) {
            call(who, "GET", "/api/incoming", "");
            call(who, "GET", "/api/incoming/x", "");
            call(who, "POST", "/api/incoming/x/replay", "");
        }
    }

    private JsonNode incoming(String state) throws Exception {
        return call("desk", "GET", "/api/incoming?state=" + state, "").json().get("messages");
    }

    private void links() throws Exception {
        for (String who : List.of("", "lab", "desk")) {
            call(who, "GET", "/api/links", "");
            call(who, "DELETE", "/api/links?mailbox=joe@example.org", "");
        }
        call("desk", "DELETE", "/api/links", "");
        call("desk", "GET", "/api/links?limit=0", "");
        call("desk", "GET", "/api/links?before=x", "");
    }

    /** A gateway that has begun to stop refuses, which is the one answer that needs no store. */
    private void gatewayIsStopping() throws Exception {
        gateway.context().getRouteController().suspendRoute("http-api");
        call("desk", "POST", "/api/messages", "{}");
        gateway.context().getRouteController().resumeRoute("http-api");
    }
}
