package io.github.camelsms.routes.report;

import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that a sender is told.
 *
 * @param state as {@code sms:reports} says it
 * @param bit the same as a bit of Kannel's {@code dlr-mask}
 * @param answer what the network or the gateway has said, in Kannel's way
 * @param reference how the network calls the message
 */
record ReportEvent(
        String id,
        String state,
        int bit,
        String reason,
        String answer,
        String recipient,
        String sender,
        String account,
        String gateway,
        String billing,
        String reference,
        Instant at) {

    static final int DELIVERED = 1;
    static final int NOT_DELIVERED = 2;
    static final int UNDER_WAY = 4;
    static final int SENT = 8;
    static final int REFUSED = 16;

    static ReportEvent of(MessageRecord message, String state, String reason, Instant now) {
        Message content = message.message();
        int bit = bit(message, state);
        return new ReportEvent(
                message.id().value(),
                state,
                bit,
                reason,
                (bit == REFUSED ? "NACK/" : bit == SENT ? "ACK/" : "") + reason,
                content.recipient().value(),
                content.sender().orElse(""),
                content.account().orElse(""),
                message.carriedBy().orElse(""),
                content.attributes().values().getOrDefault("Billing", ""),
                message.references().isEmpty() ? "" : message.references().get(0),
                now);
    }

    private static int bit(MessageRecord message, String state) {
        return switch (state) {
            case "DELIVERED" -> DELIVERED;
            case "ENROUTE" -> SENT;
            case "DELAYED" -> UNDER_WAY;
            default -> message.references().isEmpty() ? REFUSED : NOT_DELIVERED;
        };
    }

    /** The names are stable. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("state", state);
        fields.put("reason", reason);
        fields.put("to", recipient);
        fields.put("at", at.toString());
        return fields;
    }

    /** What the operator is told: whose message it was, and who has carried it. */
    Map<String, String> operatorFields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("event", "report");
        fields.putAll(fields());
        fields.put("from", sender);
        fields.put("account", account);
        fields.put("gateway", gateway);
        fields.put("billing", billing);
        fields.put("reference", reference);
        return fields;
    }

    /** The same for every attempt, so that a receiver knows what it has had already. */
    String eventId() {
        return id + "." + state;
    }

    /** What is asked for. */
    static Optional<Integer> mask(MessageRecord message) {
        return Optional.ofNullable(message.message().attributes().values().get(Message.REPORT_MASK))
                .map(Integer::valueOf);
    }
}
