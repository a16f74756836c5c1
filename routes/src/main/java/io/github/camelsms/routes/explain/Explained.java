package io.github.camelsms.routes.explain;

import io.github.camelsms.sms.routing.Explanation.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What would become of a message.
 *
 * @param refusal why it would not be accepted, as {@code code: text}; empty when it would
 * @param messages what would be accepted, one for each recipient
 * @param steps what was decided, in order
 */
public record Explained(String refusal, List<Planned> messages, List<Line> steps) {

    /** A message that would be accepted. */
    public record Planned(String to, List<String> gateways, int parts) {

        public Planned {
            Objects.requireNonNull(to, "to");
            gateways = List.copyOf(gateways);
        }
    }

    public Explained {
        Objects.requireNonNull(refusal, "refusal");
        messages = List.copyOf(messages);
        steps = List.copyOf(steps);
    }

    public boolean isAccepted() {
        return refusal.isEmpty();
    }

    /** The same without what one kind of step has said. */
    public Explained without(String step) {
        return new Explained(
                refusal,
                messages,
                steps.stream().filter(line -> !line.step().equals(step)).toList());
    }

    /** For JSON; the names are stable. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("outcome", isAccepted() ? "accepted" : "refused");
        if (!isAccepted()) {
            String[] words = refusal.split(": ", 2);
            fields.put("code", words[0]);
            fields.put("reason", words.length > 1 ? words[1] : "");
        }
        fields.put(
                "messages",
                messages.stream()
                        .map(message -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("to", message.to());
                            one.put("gateways", message.gateways());
                            one.put("parts", message.parts());
                            return one;
                        })
                        .toList());
        fields.put(
                "steps",
                steps.stream()
                        .map(line -> Map.of("step", line.step(), "decision", line.decision()))
                        .toList());
        return fields;
    }

    /** For a person. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        steps.forEach(line -> lines.add(String.format("%-9s %s", line.step(), line.decision())));
        if (isAccepted()) {
            messages.forEach(message -> lines.add(String.format(
                    "%-9s accepted for %s, %d %s, %s",
                    "result",
                    message.to(),
                    message.parts(),
                    message.parts() == 1 ? "part" : "parts",
                    message.gateways().isEmpty()
                            ? "by whichever gateway asks first"
                            : "by " + String.join(", then ", message.gateways()))));
        } else {
            lines.add(String.format("%-9s refused, %s", "result", refusal));
        }
        return lines;
    }
}
