package io.github.camelsms.routes.callback;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelsms.routes.ingress.Option;
import io.github.camelsms.routes.ingress.Payload;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.UserDataHeaders;
import io.github.camelsms.routes.provider.Definition;
import io.github.camelsms.routes.provider.JsonPath;
import io.github.camelsms.routes.regex.SafeRegex;
import io.github.camelsms.sms.report.DeliveryState;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a call tells, by the groups {@code report} and {@code incoming} of a definition: {@code when} (a path, and what the
 * value there has to be), {@code each} (a path to several items), and the paths of the parts; a path that begins with
 * {@code $} starts at the whole document, any other at the item.
 */
final class CallbackReader {

    private static final int LONGEST_REFERENCE = 200;

    private final Definition gateway;

    CallbackReader(Definition gateway) {
        this.gateway = gateway;
    }

    /**
     * Everything that the call tells; nothing when we do not know such calls.
     *
     * @throws IllegalArgumentException when what it tells cannot be read
     */
    List<CallbackItem> read(JsonNode document) {
        List<CallbackItem> items = new ArrayList<>();
        Map<String, String> report = gateway.group("report");
        for (JsonNode item : items(report, document)) {
            items.add(report(new Item(report, document, item)));
        }
        // a report may quote the message; a received message never has a state of ours
        if (items.isEmpty()) {
            Map<String, String> incoming = gateway.group("incoming");
            for (JsonNode item : items(incoming, document)) {
                items.add(received(new Item(incoming, document, item)));
            }
        }
        return items;
    }

    private static List<JsonNode> items(Map<String, String> group, JsonNode document) {
        if (!group.containsKey("when")) {
            return List.of();
        }
        String[] when = group.get("when").split(" +", 2);
        SafeRegex value = SafeRegex.of(when.length == 2 && !when[1].equals(".") ? when[1] : "(?s).+");
        List<JsonNode> candidates =
                group.containsKey("each") ? JsonPath.parse(group.get("each")).nodes(document) : List.of(document);
        return candidates.stream()
                .filter(item -> JsonPath.parse(when[0]).values(item).stream().anyMatch(found -> value.matches(found)))
                .toList();
    }

    private CallbackItem report(Item item) {
        String word = item.value("state").orElse("");
        Map<String, String> states = gateway.group("states");
        DeliveryState state = Optional.ofNullable(states.get(word))
                .map(DeliveryState::valueOf)
                .or(() -> DeliveryState.ofWord(word))
                .orElse(DeliveryState.UNKNOWN);
        String reference =
                item.value("id").orElseThrow(() -> new IllegalArgumentException("a report names no message"));
        String reason = item.value("reason")
                .map(text -> text.replaceAll("[^A-Za-z0-9_. -]", ""))
                .map(text -> text.length() > 40 ? text.substring(0, 40) : text)
                .orElse("");
        return new CallbackItem.Report(reference, state, item.value("to"), reason);
    }

    private static CallbackItem received(Item item) {
        String from = item.value("from").orElse("").strip();
        Optional<String> id = item.value("id").filter(text -> !text.isBlank() && text.length() <= LONGEST_REFERENCE);
        Payload payload = payload(item);
        return new CallbackItem.Received(from, payload, id, options(item, payload));
    }

    private static Payload payload(Item item) {
        Optional<String> hex = item.value("hex").filter(text -> !text.isBlank());
        boolean binary = item.matches("binaryWhen");
        if (hex.isPresent() && (binary || !item.has("binaryWhen"))) {
            return Payload.octets(HexFormat.of().parseHex(hex.get()));
        }
        if (binary) {
            return Payload.octets(
                    Base64.getDecoder().decode(item.value("base64").orElse("")));
        }
        // as it came: a text that nobody may send has been received all the same
        return new Payload.Text(item.value("text").orElse(""));
    }

    private static Map<Option, String> options(Item item, Payload payload) {
        Map<Option, String> options = new EnumMap<>(Option.class);
        String udh = item.value("udh").map(CallbackReader::elements).orElse("") + concatenation(item);
        if (!udh.isEmpty()) {
            options.put(Option.UDH, udh);
        }
        if (item.has("unicodeWhen") && payload instanceof Payload.Text) {
            options.put(Option.ENCODING, item.matches("unicodeWhen") ? "UCS2" : "GSM7");
        }
        return options;
    }

    private static String elements(String udh) {
        try {
            return udh.isBlank() ? "" : UserDataHeaders.either(HexFormat.of().parseHex(udh.strip()));
        } catch (RefusedException | IllegalArgumentException e) {
            // the message counts more than its header
            return "";
        }
    }

    /** Where the provider tells parts without their header: 3GPP TS 23.040, 9.2.3.24.8. */
    private static String concatenation(Item item) {
        Optional<String> reference = item.value("concatReference").filter(text -> !text.isBlank());
        int total = item.value("concatTotal")
                .filter(CallbackReader::isCount)
                .map(Integer::parseInt)
                .orElse(0);
        int index = item.value("concatIndex")
                .filter(CallbackReader::isCount)
                .map(Integer::parseInt)
                .orElse(0);
        return reference.isEmpty() || total < 2 || index < 1
                ? ""
                : "0804%04X%02X%02X".formatted(reference.get().hashCode() & 0xFFFF, total, index);
    }

    private static boolean isCount(String text) {
        return text.matches("[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]");
    }

    /** An item with the paths to its parts. */
    private record Item(Map<String, String> paths, JsonNode document, JsonNode item) {

        Optional<String> value(String part) {
            return Optional.ofNullable(paths.get(part)).flatMap(this::at);
        }

        boolean has(String part) {
            return paths.containsKey(part);
        }

        boolean matches(String part) {
            String[] rule = paths.getOrDefault(part, "").split(" +", 2);
            return rule.length == 2
                    && at(rule[0]).filter(found -> found.matches(rule[1])).isPresent();
        }

        private Optional<String> at(String path) {
            return JsonPath.parse(path).value(path.startsWith("$") ? document : item);
        }
    }
}
