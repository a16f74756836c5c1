package io.github.camelsms.routes.json;

import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageEvent;
import io.github.camelsms.sms.store.MessageRecord;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Messages as those who have sent them see them. The names are stable; what there is nothing to say about is absent. */
public final class MessageJson {

    private MessageJson() {}

    public static Map<String, Object> of(MessageRecord message) {
        Message content = message.message();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", message.id().value());
        json.put("state", message.state().name());
        put(json, "reason", Optional.of(message.reason()).filter(reason -> !reason.isEmpty()));
        json.put("to", content.recipient().value());
        put(json, "from", content.sender());
        body(json, content.body());
        put(json, "account", content.account());
        put(json, "replyTo", content.replyTo().map(reply -> reply.mailbox()));
        json.put("gateways", content.gateways().ids());
        put(json, "carriedBy", message.carriedBy());
        json.put("priority", content.priority());
        json.put("attempts", message.attempts());
        json.put("references", message.references());
        json.put("acceptedAt", message.acceptedAt().toString());
        put(json, "notBefore", content.notBefore().map(Instant::toString));
        put(json, "dueAt", message.dueAt().map(Instant::toString));
        json.put("expiresAt", content.expiresAt().toString());
        return json;
    }

    public static Map<String, Object> of(MessageEvent event) {
        return Map.of("at", event.at().toString(), "event", event.kind().name(), "detail", event.detail());
    }

    static void body(Map<String, Object> json, Body body) {
        if (body instanceof Body.Text text) {
            json.put("text", text.value());
        } else if (body instanceof Body.Data data) {
            json.put("data", Base64.getEncoder().encodeToString(data.toArray()));
        }
    }

    static void put(Map<String, Object> json, String name, Optional<?> value) {
        value.ifPresent(present -> json.put(name, present));
    }
}
