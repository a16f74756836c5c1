package io.github.camelsms.routes.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way into JSON, of the notation of RFC 9535 what providers need: {@code $.messages[*].message-id}, where {@code $.}
 * may be left out and {@code [*]} is each element of an array.
 */
public final class JsonPath {

    private static final Pattern SEGMENT = Pattern.compile("\\.?([^.\\[\\]]+)|\\[([0-9]{1,4}|\\*)]");

    private final List<String> segments;

    private JsonPath(List<String> segments) {
        this.segments = List.copyOf(segments);
    }

    public static JsonPath parse(String text) {
        String path = text.startsWith("$") ? text.substring(1) : text;
        List<String> segments = new ArrayList<>();
        Matcher matcher = SEGMENT.matcher(path);
        int end = 0;
        while (end < path.length() && matcher.find(end) && matcher.start() == end) {
            segments.add(matcher.group(1) != null ? "." + matcher.group(1) : matcher.group(2));
            end = matcher.end();
        }
        if (end < path.length()) {
            throw new IllegalArgumentException("'" + text + "' is no path such as messages[0].id");
        }
        return new JsonPath(segments);
    }

    /** All nodes that it leads to; the node itself when it is empty. */
    public List<JsonNode> nodes(JsonNode root) {
        List<JsonNode> found = List.of(root);
        for (String segment : segments) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : found) {
                if (segment.equals("*")) {
                    node.elements().forEachRemaining(next::add);
                } else {
                    JsonNode child = segment.startsWith(".")
                            ? node.path(segment.substring(1))
                            : node.path(Integer.parseInt(segment));
                    if (!child.isMissingNode() && !child.isNull()) {
                        next.add(child);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    /** All values that it leads to. */
    public List<String> values(JsonNode root) {
        return nodes(root).stream()
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** The first of them. */
    public Optional<String> value(JsonNode root) {
        return values(root).stream().findFirst();
    }
}
