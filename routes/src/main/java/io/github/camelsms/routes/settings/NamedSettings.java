package io.github.camelsms.routes.settings;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings of things that the operator has given a name: {@code sms.GROUP.NAME.setting}. */
final class NamedSettings {

    private final String group;
    private final Set<String> known;
    private final Pattern key;

    /**
     * @param known the settings that there are
     */
    NamedSettings(String group, Set<String> known) {
        this.group = group;
        this.known = Set.copyOf(known);
        this.key = Pattern.compile("sms\\." + Pattern.quote(group) + "\\.([A-Za-z0-9_-]{1,64})\\.([A-Za-z0-9]+)");
    }

    boolean isKey(String text) {
        return key.matcher(text).matches();
    }

    /** By name, and then by setting. */
    Map<String, Map<String, String>> read(Map<String, String> values) throws InvalidSettingException {
        Map<String, Map<String, String>> named = new TreeMap<>();
        for (Map.Entry<String, String> entry : values.entrySet()) {
            Matcher matcher = key.matcher(entry.getKey());
            if (matcher.matches()) {
                if (!known.contains(matcher.group(2))) {
                    throw new InvalidSettingException(entry.getKey() + ": there is no such setting; there are "
                            + String.join(", ", known.stream().sorted().toList()));
                }
                named.computeIfAbsent(matcher.group(1), name -> new TreeMap<>())
                        .put(matcher.group(2), entry.getValue());
            }
        }
        return named;
    }

    /** The exception that names a setting. */
    InvalidSettingException invalid(String name, String setting, String text) {
        return new InvalidSettingException("sms." + group + "." + name + "." + setting + ": " + text);
    }
}
