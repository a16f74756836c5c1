package io.github.camelsms.routes.json;

import io.github.camelsms.sms.store.Incoming;
import io.github.camelsms.sms.store.IncomingRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Received messages. The names are stable; what there is nothing to say about is absent. */
public final class IncomingJson {

    private IncomingJson() {}

    /** What was received. */
    public static Map<String, Object> content(IncomingRecord message) {
        Incoming incoming = message.incoming();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", message.id().value());
        json.put("from", incoming.originator());
        json.put("gateway", incoming.gateway());
        MessageJson.body(json, incoming.body());
        Map<String, String> attributes = incoming.attributes().values();
        MessageJson.put(json, "encoding", Optional.ofNullable(attributes.get(Incoming.ENCODING)));
        MessageJson.put(json, "problem", Optional.ofNullable(attributes.get(Incoming.REASON)));
        MessageJson.put(json, "reference", incoming.reference());
        MessageJson.put(json, "timestamp", incoming.timestamp());
        json.put("receivedAt", incoming.receivedAt().toString());
        json.put("replyLinks", incoming.replyLinks());
        return json;
    }

    /** The same, and where it is. */
    public static Map<String, Object> of(IncomingRecord message) {
        Map<String, Object> json = content(message);
        json.put("state", message.state().name());
        MessageJson.put(json, "reason", Optional.of(message.reason()).filter(reason -> !reason.isEmpty()));
        json.put("attempts", message.attempts());
        return json;
    }
}
