package io.github.camelsms.routes.settings;

import static io.github.camelsms.routes.settings.RoutingSettings.checked;

import io.github.camelsms.sms.routing.GatewayBudget;
import io.github.camelsms.sms.routing.GatewayBudget.Pace;
import io.github.camelsms.sms.routing.GatewayTerms;
import io.github.camelsms.sms.routing.WeekTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.util.TimeUtils;

/** Reads {@code sms.routing.gateways.ID.NAME}. */
final class TermsReader {

    private static final Pattern KEY = Pattern.compile("sms\\.routing\\.gateways\\.(.+)\\.([A-Za-z]+)");
    private static final Set<String> NAMES = Set.of(
            "priority",
            "weight",
            "covers",
            "quality",
            "sim",
            "day",
            "month",
            "recipients",
            "rate",
            "open",
            "failures",
            "coolDown");

    private TermsReader() {}

    static boolean isTermsKey(String key) {
        Matcher matcher = KEY.matcher(key);
        return matcher.matches() && NAMES.contains(matcher.group(2));
    }

    /** All of them, by gateway; those of one gateway by their whole key. */
    static Map<String, Map<String, String>> group(Map<String, String> values) {
        Map<String, Map<String, String>> gateways = new TreeMap<>();
        values.forEach((key, value) -> {
            Matcher matcher = KEY.matcher(key);
            if (matcher.matches() && NAMES.contains(matcher.group(2))) {
                gateways.computeIfAbsent(matcher.group(1), id -> new TreeMap<>())
                        .put(key, value);
            }
        });
        return gateways;
    }

    static GatewayTerms read(String gateway, Map<String, String> values) throws InvalidSettingException {
        String prefix = "sms.routing.gateways." + gateway + ".";
        GatewayBudget budget = new GatewayBudget(
                values.getOrDefault(prefix + "sim", gateway),
                checked(prefix + "day", values, "", RoutingSettings::limit),
                checked(prefix + "month", values, "", RoutingSettings::limit),
                checked(prefix + "recipients", values, "", RoutingSettings::limit),
                checked(prefix + "rate", values, "", TermsReader::pace),
                checked(prefix + "open", values, "", TermsReader::hours),
                checked(
                        prefix + "failures",
                        values,
                        values.containsKey(prefix + "coolDown") ? "3" : "0",
                        text -> Integer.parseUnsignedInt(text)),
                checked(prefix + "coolDown", values, "5m", TermsReader::duration));
        return new GatewayTerms(
                checked(prefix + "priority", values, "0", Integer::parseInt),
                checked(prefix + "weight", values, "1", Integer::parseInt),
                checked(prefix + "covers", values, "", RoutingSettings::areas),
                checked(prefix + "quality", values, "100", Integer::parseInt),
                budget);
    }

    private static Optional<Pace> pace(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = text.split("/", 2);
        if (parts.length < 2 || !parts[0].strip().matches("[0-9]{1,7}")) {
            throw new IllegalArgumentException("parts in a time, such as 30/1m");
        }
        return Optional.of(new Pace(Integer.parseInt(parts[0].strip()), duration(parts[1].strip())));
    }

    /** Several times are separated by semicolons, such as {@code Mon-Fri 08:00-18:00; Sat 09:00-12:00}. */
    private static List<WeekTime> hours(String text) {
        return List.of(text.split(";", -1)).stream()
                .map(String::strip)
                .filter(time -> !time.isEmpty())
                .map(time -> {
                    String[] words = time.split("\\s+(?=[0-9])", 2);
                    boolean hoursAlone = words.length == 1 && Character.isDigit(time.charAt(0));
                    return WeekTime.parse(
                            hoursAlone ? "" : words[0], hoursAlone ? time : words.length > 1 ? words[1] : "");
                })
                .toList();
    }

    private static Duration duration(String text) {
        Duration duration = TimeUtils.toDuration(text);
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("a duration such as 90s, 30m or 24h");
        }
        return duration;
    }
}
