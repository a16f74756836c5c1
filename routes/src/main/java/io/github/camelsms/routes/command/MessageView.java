package io.github.camelsms.routes.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageEvent;
import io.github.camelsms.sms.store.MessageRecord;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages as operators see them: everything but what they say. */
final class MessageView {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINE = "%-26s  %-13s  %-16s  %-10s  %8s  %-24s  %s";

    private MessageView() {}

    /** The names of these are stable. */
    static Map<String, Object> fields(MessageRecord message) {
        Message content = message.message();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", message.id().value());
        fields.put("state", message.state().name());
        fields.put("reason", message.reason());
        fields.put("to", content.recipient().value());
        fields.put("account", content.account().orElse(""));
        fields.put("sender", content.sender().orElse(""));
        fields.put("replyTo", content.replyTo().map(reply -> reply.mailbox()).orElse(""));
        fields.put("size", size(content.body()));
        fields.put("gateways", content.gateways().ids());
        fields.put("carriedBy", message.carriedBy().orElse(""));
        fields.put("priority", content.priority());
        fields.put("attempts", message.attempts());
        fields.put("references", message.references());
        fields.put("acceptedAt", message.acceptedAt().toString());
        fields.put("dueAt", message.dueAt().map(Instant::toString).orElse(""));
        fields.put("expiresAt", content.expiresAt().toString());
        return fields;
    }

    static Map<String, Object> fields(MessageEvent event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", event.at().toString());
        fields.put("event", event.kind().name());
        fields.put("detail", event.detail());
        return fields;
    }

    static String json(Map<String, Object> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String header() {
        return LINE.formatted("ID", "STATE", "TO", "GATEWAY", "ATTEMPTS", "ACCEPTED", "REASON");
    }

    static String line(MessageRecord message) {
        return LINE.formatted(
                        message.id(),
                        message.state(),
                        message.message().recipient().value(),
                        message.carriedBy().orElse(message.message().gateways().text()),
                        message.attempts(),
                        message.acceptedAt(),
                        message.reason())
                .stripTrailing();
    }

    static List<String> lines(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().toString().isEmpty())
                .map(field -> "%-11s %s".formatted(field.getKey(), field.getValue()))
                .toList();
    }

    static String line(MessageEvent event) {
        return "%-24s  %-13s  %s"
                .formatted(event.at(), event.kind().words(), event.detail())
                .stripTrailing();
    }

    private static String size(Body body) {
        return body.toString();
    }
}
