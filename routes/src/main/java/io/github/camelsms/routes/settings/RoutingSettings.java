package io.github.camelsms.routes.settings;

import io.github.camelsms.sms.routing.Area;
import io.github.camelsms.sms.routing.Currencies;
import io.github.camelsms.sms.routing.GatewayBudget;
import io.github.camelsms.sms.routing.GatewayBudgets;
import io.github.camelsms.sms.routing.GatewayTerms;
import io.github.camelsms.sms.routing.Strategy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.util.TimeUtils;

/**
 * Where messages go, as {@code sms.routing.…} says.
 *
 * @param prices files and folders of price tables
 * @param strategies how gateways are ordered; empty when routing is off
 * @param choices how long a preference list is at most
 * @param currencies how prices are compared
 * @param terms of gateways, by id
 * @param zone of days, months and hours
 * @param window over which delivery is measured
 * @param explanations whether it is kept with each message what was decided about it
 */
public record RoutingSettings(
        List<Path> prices,
        List<Strategy> strategies,
        int choices,
        Currencies currencies,
        Map<String, GatewayTerms> terms,
        ZoneId zone,
        Duration window,
        Explanations explanations) {

    /** What becomes of explanations. */
    public enum Explanations {
        KEPT,
        FORGOTTEN
    }

    private static final String EXPLAIN = "sms.explain.keep";
    private static final String PREFIX = "sms.routing.";
    private static final String RATES = PREFIX + "rates.";
    private static final String STANDARD = "leastCost,failover,roundRobin";

    public RoutingSettings {
        prices = List.copyOf(prices);
        strategies = List.copyOf(strategies);
        Objects.requireNonNull(currencies, "currencies");
        terms = Map.copyOf(terms);
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(window, "window");
    }

    /** Reads them from all properties. */
    public static RoutingSettings read(Map<String, String> values) throws InvalidSettingException {
        String prices = values.getOrDefault(PREFIX + "prices", "");
        String strategy = values.getOrDefault(PREFIX + "strategy", "");
        ZoneId zone = checked(PREFIX + "zone", values, ZoneId.systemDefault().getId(), ZoneId::of);
        return new RoutingSettings(
                List.of(prices.split(",", -1)).stream()
                        .map(String::strip)
                        .filter(path -> !path.isEmpty())
                        .map(Path::of)
                        .toList(),
                strategy.isBlank() && prices.isBlank()
                        ? List.of()
                        : checked(PREFIX + "strategy", values, STANDARD, Strategy::parse),
                checked(PREFIX + "choices", values, "3", RoutingSettings::choices),
                currencies(values),
                terms(values),
                zone,
                checked(PREFIX + "window", values, "24h", TimeUtils::toDuration),
                checked(EXPLAIN, values, "true", RoutingSettings::explanations));
    }

    /** Whether messages without a gateway get one. */
    public boolean isOn() {
        return !strategies.isEmpty();
    }

    /** How much each gateway may carry. */
    public GatewayBudgets budgets() {
        return new GatewayBudgets(
                terms.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                        .budget())),
                zone,
                window);
    }

    static boolean isRoutingKey(String key) {
        return List.of("prices", "strategy", "choices", "currency", "zone", "window").stream()
                        .anyMatch(name -> key.equals(PREFIX + name))
                || key.equals(EXPLAIN)
                || key.matches("sms\\.routing\\.rates\\.[A-Z]{3}")
                || TermsReader.isTermsKey(key);
    }

    private static Map<String, GatewayTerms> terms(Map<String, String> values) throws InvalidSettingException {
        Map<String, Map<String, String>> gateways = TermsReader.group(values);
        Map<String, GatewayTerms> terms = new TreeMap<>();
        for (Map.Entry<String, Map<String, String>> gateway : gateways.entrySet()) {
            terms.put(gateway.getKey(), TermsReader.read(gateway.getKey(), gateway.getValue()));
        }
        return terms;
    }

    private static Currencies currencies(Map<String, String> values) throws InvalidSettingException {
        Optional<String> base =
                Optional.ofNullable(values.get(PREFIX + "currency")).filter(code -> !code.isBlank());
        if (base.isPresent() && !base.get().matches("[A-Z]{3}")) {
            throw new InvalidSettingException(
                    PREFIX + "currency cannot be '" + base.get() + "': a currency such as EUR");
        }
        Map<String, BigDecimal> rates = new TreeMap<>();
        for (String key : values.keySet()) {
            if (key.startsWith(RATES)) {
                rates.put(key.substring(RATES.length()), checked(key, values, "", BigDecimal::new));
            }
        }
        if (!rates.isEmpty() && base.isEmpty()) {
            throw new InvalidSettingException(
                    PREFIX + "currency is missing: rates say what 1 unit of another currency" + " is in that one");
        }
        try {
            return new Currencies(base, rates);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(RATES + "…: " + e.getMessage(), e);
        }
    }

    private static Explanations explanations(String text) {
        return switch (text) {
            case "true" -> Explanations.KEPT;
            case "false" -> Explanations.FORGOTTEN;
            default -> throw new IllegalArgumentException("true or false");
        };
    }

    private static int choices(String text) {
        if (!text.matches("[1-9][0-9]?")) {
            throw new IllegalArgumentException("1 to 99 gateways");
        }
        return Integer.parseInt(text);
    }

    /** Reads a value; what is wrong with it is said with its name. */
    static <T> T checked(String key, Map<String, String> values, String standard, Reader<T> reader)
            throws InvalidSettingException {
        String text = values.getOrDefault(key, standard).strip();
        try {
            return reader.read(text.isEmpty() ? standard : text);
        } catch (RuntimeException e) {
            throw new InvalidSettingException(key + " cannot be '" + text + "': " + e.getMessage(), e);
        }
    }

    /** Makes a value of a text. */
    interface Reader<T> {

        T read(String text);
    }

    /** Numbers that a gateway carries to without a price line. */
    static List<Area> areas(String list) {
        return List.of(list.split(",", -1)).stream()
                .map(String::strip)
                .filter(area -> !area.isEmpty())
                .map(Area::parse)
                .toList();
    }

    /** So many parts, or any number. */
    static long limit(String text) {
        if (text.isEmpty()) {
            return GatewayBudget.NO_LIMIT;
        }
        if (!text.matches("[0-9]{1,12}")) {
            throw new IllegalArgumentException("a number");
        }
        return Long.parseLong(text);
    }
}
