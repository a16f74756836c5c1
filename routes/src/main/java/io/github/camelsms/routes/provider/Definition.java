package io.github.camelsms.routes.provider;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a provider is spoken to, as names and values; {@code docs/providers.md} tells what they mean. Names of groups have
 * a dot: {@code headers.X-Version}, {@code report.id}.
 */
public final class Definition {

    private static final List<String> NAMES = List.of(
            "gateway",
            "provider",
            "url",
            "method",
            "form",
            "json",
            "xml",
            "auth",
            "account",
            "secret",
            "sender",
            "host",
            "profile",
            "region",
            "callback",
            "callbackKey",
            "signingKey",
            "omitEmpty",
            "success",
            "permanent",
            "temporary",
            "unavailable",
            "throttled",
            "uncertain",
            "id",
            "price",
            "balance",
            "reason",
            "oauthUrl",
            "oauthScope",
            "clientCert",
            "trustCerts",
            "proxy",
            "connectTimeout",
            "answerTimeout",
            "connections",
            "signature",
            "answer",
            "answerType",
            "answerStatus",
            "aliases",
            "binary",
            "callbackQuery");
    private static final List<String> GROUPS = List.of("headers.", "report.", "incoming.", "states.", "binary.");
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9_.-]+)\\s*=\\s*(.*)");

    private final Map<String, String> values;

    private Definition(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads lines {@code name = value}; an indented line goes on with the value of the one before, an empty value says
     * nothing. What the lines do not say is as the file of the {@code provider} has it.
     *
     * @throws IllegalArgumentException naming the line, never a value
     */
    public static Definition parse(String lines) {
        Map<String, String> own = new LinkedHashMap<>();
        String last = "";
        for (String line : lines.split("\\R", -1)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (Character.isWhitespace(line.charAt(0)) && !last.isEmpty()) {
                own.merge(last, line.strip(), (before, more) -> before.isEmpty() ? more : before + "\n" + more);
                continue;
            }
            Matcher matcher = LINE.matcher(line.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("a line of the definition is not 'name = value'");
            }
            last = matcher.group(1);
            own.put(last, matcher.group(2).strip());
        }
        return of(own);
    }

    /** The same from a map. */
    public static Definition of(Map<String, String> own) {
        Map<String, String> all = new TreeMap<>();
        String provider = own.getOrDefault("provider", "");
        if (!provider.isBlank()) {
            try {
                all.putAll(ProviderFile.read(provider));
            } catch (IOException e) {
                throw new IllegalArgumentException("provider: " + e.getMessage(), e);
            }
        }
        own.forEach((name, value) -> {
            if (!value.isBlank()) {
                all.put(name, value);
            }
        });
        all.values().removeIf(String::isBlank);
        Optional.ofNullable(all.remove("headers")).ifPresent(fields -> headers(fields, all));
        for (String name : all.keySet()) {
            if (!NAMES.contains(name) && GROUPS.stream().noneMatch(name::startsWith)) {
                throw new IllegalArgumentException("a provider has no '" + name + "'");
            }
        }
        return new Definition(all);
    }

    /** Header fields as HTTP writes them, one a line. */
    private static void headers(String fields, Map<String, String> all) {
        for (String field : fields.split("\\R", -1)) {
            int colon = field.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("a header field is written NAME: VALUE");
            }
            all.put(
                    "headers." + field.substring(0, colon).strip(),
                    field.substring(colon + 1).strip());
        }
    }

    /** How 8-bit data are sent; empty when the provider takes none. */
    Optional<Definition> forBinary() {
        if (value("binary").filter("refused"::equals).isPresent()) {
            return Optional.empty();
        }
        Map<String, String> changed = new TreeMap<>(values);
        changed.putAll(group("binary"));
        return Optional.of(new Definition(changed));
    }

    /** One value. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The id of the gateway. */
    public String gateway() {
        return value("gateway").orElse("http");
    }

    /**
     * One value that has to be there.
     *
     * @throws IllegalArgumentException naming it
     */
    public String require(String name) {
        return value(name).orElseThrow(() -> new IllegalArgumentException("'" + name + "' is missing"));
    }

    /** The values of a group, by their names behind the dot. */
    public Map<String, String> group(String group) {
        Map<String, String> found = new TreeMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(group + ".")) {
                found.put(name.substring(group.length() + 1), value);
            }
        });
        return found;
    }

    boolean is(String name) {
        return value(name).map(text -> text.equals("true")).orElse(false);
    }

    Duration duration(String name, Duration standard) {
        return value(name)
                .map(text -> {
                    Matcher matcher = Pattern.compile("([0-9]{1,6})(ms|s|m)").matcher(text);
                    if (!matcher.matches()) {
                        throw new IllegalArgumentException(name + " is a time such as 10s");
                    }
                    long amount = Long.parseLong(matcher.group(1));
                    return switch (matcher.group(2)) {
                        case "ms" -> Duration.ofMillis(amount);
                        case "s" -> Duration.ofSeconds(amount);
                        default -> Duration.ofMinutes(amount);
                    };
                })
                .orElse(standard);
    }

    int number(String name, int standard) {
        String text = value(name).orElse(Integer.toString(standard));
        if (!text.matches("[1-9][0-9]{0,4}")) {
            throw new IllegalArgumentException(name + " is a number from 1 to 99999");
        }
        return Integer.parseInt(text);
    }

    /** The names alone: any value may be a secret. */
    @Override
    public String toString() {
        return "Definition" + values.keySet();
    }
}
