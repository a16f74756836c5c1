package io.github.camelsms.routes.imports;

import io.github.camelsms.sms.account.PasswordHash;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The settings that an import makes, as the file that {@code run --config} reads. */
public final class SettingsFile {

    private final Map<String, Supplier<String>> settings = new LinkedHashMap<>();
    private final Map<String, String> switchedOff = new LinkedHashMap<>();

    /**
     * Sets one.
     *
     * @throws IllegalArgumentException when the value cannot be written, or another one is set already
     */
    public void set(String key, String value) {
        String written = Written.line(value);
        if (settings.containsKey(key) && !settings.get(key).get().equals(written)) {
            throw new IllegalArgumentException("there is one " + key + " for all, and it is set already");
        }
        settings.put(key, () -> written);
    }

    /** Sets a password of which only the hash is kept; it is made when the file is. */
    public void setHashed(String key, String password) {
        settings.put(key, () -> PasswordHash.of(password).written());
    }

    /** Keeps a setting as a comment. */
    public void keep(String key, String value) {
        switchedOff.put(key, Written.line(value));
    }

    /** What is set; empty for hashes as long as they are not made. */
    public Optional<String> get(String key) {
        return Optional.ofNullable(settings.get(key)).map(Supplier::get);
    }

    public boolean isEmpty() {
        return settings.isEmpty() && switchedOff.isEmpty();
    }

    /** The text of the file. */
    String text() {
        return settings.entrySet().stream()
                        .map(entry -> entry.getKey() + " = "
                                + escaped(entry.getValue().get()) + "\n")
                        .collect(Collectors.joining())
                + switchedOff.entrySet().stream()
                        .map(entry -> "# switched off: " + entry.getKey() + " = " + escaped(entry.getValue()) + "\n")
                        .collect(Collectors.joining());
    }

    /** As {@link java.util.Properties} reads it. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\");
    }
}
