package io.github.camelsms.routes.imports.icewarp;

import io.github.camelsms.routes.imports.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The actions of a content filter as steps of ours, by the numbers that the API of IceWarp has (TRuleActionType). */
final class FilterActions {

    /** Which way the messages go that a filter is for. */
    enum Direction {
        OUTGOING,
        INCOMING
    }

    private static final String ADDRESS =
            "(mailto:)?[^\\s@;%]+@[A-Za-z0-9.-]+|sms:\\+?[0-9]{3,15}(\\?[A-Za-z0-9=&_.-]*)?";

    private FilterActions() {}

    /** @throws IllegalArgumentException when one has no counterpart */
    static List<Map<String, Object>> of(List<XmlNode> actions, Direction direction) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (XmlNode action : actions) {
            String type = action.value("actiontype").orElse("");
            switch (type) {
                // what is sent stays where it is when a filter of IceWarp forwards it
                case "2" -> steps.add(send(direction == Direction.INCOMING ? "forward" : "copy", action));
                case "3" -> steps.add(send("copy", action));
                case "7" ->
                    steps.add(Rule.header(
                            "CamelSmsPriority",
                            priority(action.value("priority").orElse(""))));
                case "8" -> steps.add(Rule.action("respond", Map.of("text", text(action))));
                case "10" ->
                    action.child("headers").stream()
                            .flatMap(headers -> headers.items().stream())
                            .forEach(header -> steps.add(edit(header)));
                case "12" -> steps.add(call(action));
                case "25" -> steps.add(end(action.value("messageactiontype").orElse("")));
                case "26" -> steps.add(end("1"));
                case "27" -> steps.add(Rule.stop());
                default ->
                    throw new IllegalArgumentException("an action of the type '" + type.replaceAll("[^A-Za-z0-9]", "?")
                            + "' has no counterpart that is safe to write unseen");
            }
        }
        return steps;
    }

    /** 1 is the highest of IceWarp, 3 the highest of ours. */
    static String priority(String written) {
        return switch (written) {
            case "1" -> "3";
            case "2" -> "2";
            case "3" -> "1";
            case "4", "5" -> "0";
            default -> throw new IllegalArgumentException("a priority is none of 1 to 5");
        };
    }

    private static Map<String, Object> send(String action, XmlNode node) {
        List<String> addresses = new ArrayList<>();
        for (String address : node.value("email", "to", "recipient").orElse("").split(";", -1)) {
            if (!address.strip().matches(ADDRESS)) {
                throw new IllegalArgumentException(
                        "an action sends to what is neither a mailbox nor sms: and a number");
            }
            addresses.add(address.strip());
        }
        return Rule.action(action, Map.of("to", String.join(";", addresses)));
    }

    private static String text(XmlNode action) {
        return action.value("text", "messagetext", "message", "body")
                .orElseThrow(() -> new IllegalArgumentException("an answer has no text"));
    }

    private static Map<String, Object> end(String type) {
        return switch (type) {
            case "0" -> Rule.stop();
            case "1" -> Rule.action("delete", Map.of("reason", "a filter of IceWarp"));
            case "2" -> Rule.action("reject", Map.of());
            default -> throw new IllegalArgumentException("spam and quarantine are for mails");
        };
    }

    private static Map<String, Object> edit(XmlNode header) {
        String name = header.value("header").orElse("").replaceFirst(":$", "");
        if (!name.matches("[A-Za-z0-9-]{1,60}")) {
            throw new IllegalArgumentException("a header that is edited has no name");
        }
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("header", name);
        if (!header.is("editheadertype")) {
            if (header.is("hasregex")) {
                options.put("regex", header.value("regex").orElse(""));
            }
            options.put("value", header.value("value").orElse(""));
        }
        return Rule.action("edit", options);
    }

    /** A URL; programs are run by rules only when the operator has named them. */
    private static Map<String, Object> call(XmlNode action) {
        String url = action.value("url", "executable", "application", "path", "command")
                .orElse("");
        if (!url.matches("https?://[^%@?#/\\s]+/\\S*")) {
            throw new IllegalArgumentException(
                    "programs run only when sms.exec.programs names them, without a shell" + " (docs/rules.md)");
        }
        return Rule.action("call", Map.of("url", url));
    }
}
