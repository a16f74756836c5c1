package io.github.camelsms.modem.profile;

import io.github.camelsms.modem.at.AtCommandLine;
import io.github.camelsms.modem.command.Indication;
import java.io.Reader;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A profile as YAML: one mapping, in which every key may be left out. */
final class ProfileFile {

    private static final List<String> KEYS =
            List.of("makers", "models", "setup", "indications", "reset", "iccid", "afterPin", "deadlines", "ussd");
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,6})(ms|s|m)");

    private final Map<?, ?> entries;

    private ProfileFile(Map<?, ?> entries) {
        this.entries = entries;
    }

    /**
     * Reads a profile.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static ModemProfile read(String name, Reader yaml) {
        Object root;
        try {
            root = new Load(LoadSettings.builder().setLabel(name).build()).loadFromReader(yaml);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("it is no YAML: " + e.getMessage(), e);
        }
        if (!(root instanceof Map<?, ?> entries)) {
            throw new IllegalArgumentException("it is a mapping of the keys " + KEYS);
        }
        entries.keySet().stream()
                .filter(key -> !(key instanceof String word && KEYS.contains(word)))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException("it has the key '" + key + "'; the keys are " + KEYS);
                });
        return new ProfileFile(entries).profile(name);
    }

    private ModemProfile profile(String name) {
        return new ModemProfile(
                name,
                words("makers"),
                words("models"),
                list("setup").stream().map(AtCommandLine::of).toList(),
                list("indications").stream().map(ProfileFile::indication).toList(),
                Optional.of(text("reset", "AT+CFUN=1,1"))
                        .filter(line -> !line.isEmpty())
                        .map(AtCommandLine::of),
                AtCommandLine.of(text("iccid", "AT+CCID")),
                duration("afterPin", text("afterPin", "2s")),
                deadlines(),
                ussd());
    }

    private ModemProfile.UssdForm ussd() {
        String form = text("ussd", "TEXT").toUpperCase(Locale.ROOT);
        return Stream.of(ModemProfile.UssdForm.values())
                .filter(each -> each.name().equals(form))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("ussd is TEXT or PACKED, not '" + form + "'"));
    }

    private Map<String, Duration> deadlines() {
        Object value = entries.get("deadlines");
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> times)) {
            throw new IllegalArgumentException("deadlines is a mapping such as AT+CPMS: 20s");
        }
        Map<String, Duration> deadlines = new LinkedHashMap<>();
        times.forEach((command, time) -> {
            String name = AtCommandLine.of(String.valueOf(command)).name();
            Duration deadline = duration(name, String.valueOf(time));
            if (deadline.isZero()) {
                throw new IllegalArgumentException("the deadline of " + name + " is longer than nothing");
            }
            deadlines.put(name, deadline);
        });
        return deadlines;
    }

    private static Duration duration(String key, String text) {
        Matcher matcher = SHORT_DURATION.matcher(text);
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "s" -> Duration.ofSeconds(count);
                default -> Duration.ofMinutes(count);
            };
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(key + " is a time such as 20s, not '" + text + "'", e);
        }
    }

    private String text(String key, String otherwise) {
        return Optional.<Object>ofNullable(entries.get(key))
                .map(value -> value.toString().strip())
                .orElse(otherwise);
    }

    private List<String> words(String key) {
        return list(key).stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /** A list, or one item of it. */
    private List<String> list(String key) {
        Object value = entries.get(key);
        if (value == null) {
            return List.of();
        }
        List<?> items = value instanceof List<?> many ? many : List.of(value);
        return items.stream()
                .map(item -> Objects.toString(item, "").strip())
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static Indication indication(String text) {
        if (!text.matches("\\d(,\\d){4}")) {
            throw new IllegalArgumentException("an indication is five digits such as 2,1,0,2,0, not '" + text + "'");
        }
        int[] v = Stream.of(text.split(",")).mapToInt(Integer::parseInt).toArray();
        return new Indication(v[0], v[1], v[2], v[3], v[4]);
    }
}
