package io.github.camelsms.routes.imports.icewarp;

import io.github.camelsms.routes.imports.Folder;
import io.github.camelsms.routes.imports.Rule;
import io.github.camelsms.routes.imports.Target;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The conditions of a content filter in the language of ours, by the numbers and names that the API of IceWarp has for
 * them (TRuleConditionType, TRuleSomeWordsFunctionType).
 */
final class FilterConditions {

    private static final Map<String, String> FIELDS = Map.of(
            "1", "from", "2", "to", "5", "reply", "11", "body", "13", "any header", "19", "from", "20", "number");
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final Folder folder;
    private final Target target;

    FilterConditions(Folder folder, Target target) {
        this.folder = folder;
        this.target = target;
    }

    /** @throws IllegalArgumentException when one has no counterpart */
    String of(List<XmlNode> conditions) {
        StringBuilder text = new StringBuilder();
        for (XmlNode condition : conditions) {
            if (!text.isEmpty()) {
                text.append(condition.is("operatorand") ? " and " : " or ");
            }
            text.append("(".repeat(count(condition, "bracketsleft")))
                    .append(condition.is("logicalnot") ? "not " : "")
                    .append(test(condition))
                    .append(")".repeat(count(condition, "bracketsright")));
        }
        return text.isEmpty() ? "all" : text.toString();
    }

    private static int count(XmlNode condition, String name) {
        return condition
                .value(name)
                .filter(text -> text.matches("[0-9]"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private String test(XmlNode condition) {
        String type = condition.value("conditiontype").orElse("");
        return switch (type) {
            case "1", "2", "5", "11", "13", "19", "20" -> words(FIELDS.get(type), condition, required(condition));
            case "12" -> header(condition);
            case "8" ->
                "priority = "
                        + FilterActions.priority(condition.value("priority").orElse(""));
            case "10" ->
                "size " + (condition.is("comparetype") ? "> " : "< ")
                        + condition.value("size").orElse("");
            case "21" -> place(condition);
            case "31" -> "has account";
            case "33" -> time(condition);
            case "35" -> "all";
            default ->
                throw new IllegalArgumentException("a condition of the type '" + type.replaceAll("[^A-Za-z0-9]", "?")
                        + "' has no counterpart for short messages");
        };
    }

    private static String required(XmlNode condition) {
        return condition
                .value("matchvalue")
                .orElseThrow(() -> new IllegalArgumentException("a condition compares with nothing"));
    }

    private String header(XmlNode condition) {
        String[] field = required(condition).split(":\\s*", 2);
        if (field.length < 2 || !field[0].matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("a condition on a header names none");
        }
        return words("header " + field[0], condition, field[1]);
    }

    private String words(String field, XmlNode condition, String value) {
        if (condition.is("parsexml")) {
            throw new IllegalArgumentException("a condition looks into XML");
        }
        String exactly = condition.is("matchcase") ? "exactly " : "";
        String not = condition.is("notmatch") ? "not " : "";
        String test =
                switch (condition.value("matchfunction").orElse("")) {
                    case "1" ->
                        "contains " + (condition.is("matchwholewordsonly") ? "word " : "") + exactly + values(value);
                    case "2" -> list(field, value);
                    case "3" -> "matches " + Rule.quoted((condition.is("matchcase") ? "" : "(?i)") + value);
                    case "4" -> "starts with " + exactly + values(value);
                    case "5" -> "ends with " + exactly + values(value);
                    case "6" -> "is " + exactly + values(value);
                    default -> throw new IllegalArgumentException("a condition compares in a way that is not known");
                };
        return not + field + " " + test;
    }

    private static String values(String list) {
        return Arrays.stream(list.split(";", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(Rule::quoted)
                .collect(Collectors.joining(", "));
    }

    /** A file of numbers for what is a number, of words for all else. */
    private String list(String field, String value) {
        Path file = folder.find(value)
                .orElseThrow(() -> new IllegalArgumentException("the list of a condition is not in the folder"));
        List<String> entries = folder.lines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        String list = target.list(file.getFileName().toString().replaceFirst("\\.[A-Za-z]*$", ""), entries);
        return (field.equals("from") || field.equals("number") ? "in list " : "contains list ") + list;
    }

    private static String place(XmlNode condition) {
        if (condition
                .value("recipientcondition")
                .filter(type -> !type.equals("0"))
                .isPresent()) {
            throw new IllegalArgumentException("a condition asks whether an account of IceWarp exists");
        }
        return (condition.is("recipientsender") ? "number" : "from")
                + (condition.is("remotelocal") ? " is local" : " is remote");
    }

    private static String time(XmlNode condition) {
        String days = DAYS.stream()
                .filter(condition::is)
                .map(day -> day.substring(0, 3))
                .collect(Collectors.joining(","));
        String tests = Stream.of(
                        condition.is("weekdays") ? "day in " + days : "",
                        condition.is("betweentimes")
                                ? "time in " + clock(condition, "fromtime") + "-" + clock(condition, "totime")
                                : "",
                        condition.is("betweendates")
                                ? "date in " + day(condition, "fromdate") + ".." + day(condition, "todate")
                                : "")
                .filter(test -> !test.isEmpty())
                .collect(Collectors.joining(" and "));
        return tests.isEmpty() ? "all" : "(" + tests + ")";
    }

    private static String clock(XmlNode condition, String name) {
        return condition
                .value(name)
                .filter(text -> text.matches("[0-2]?[0-9]:[0-5][0-9](:[0-5][0-9])?"))
                .map(text -> (text.indexOf(':') == 1 ? "0" + text : text).substring(0, 5))
                .orElseThrow(() -> new IllegalArgumentException("a condition has a time that is not written 08:00"));
    }

    private static String day(XmlNode condition, String name) {
        return condition
                .value(name)
                .map(text -> text.replace('/', '-'))
                .filter(text -> text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"))
                .orElseThrow(
                        () -> new IllegalArgumentException("a condition has a day that is not written 2026/12/31"));
    }
}
