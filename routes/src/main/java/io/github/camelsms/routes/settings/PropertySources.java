package io.github.camelsms.routes.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Where properties come from, in one place: a value given on the command line wins over the environment, the
 * environment over the configuration file, the file over the default.
 *
 * @param config the configuration file, in the format of {@link Properties}, UTF-8
 * @param environment {@code SMS_HTTP_PORT} stands for {@code sms.http.port}, and so for each key
 * @param commandLine what {@code --property} gave
 */
public record PropertySources(Optional<Path> config, Map<String, String> environment, Map<String, String> commandLine) {

    public PropertySources {
        environment = Map.copyOf(environment);
        commandLine = Map.copyOf(commandLine);
    }

    /** All properties, each with the value that wins. */
    Map<String, String> merge(Map<String, String> defaults) throws InvalidSettingException {
        Map<String, String> merged = new TreeMap<>(defaults);
        if (config.isPresent()) {
            merged.putAll(read(config.get()));
        }
        environment.forEach((variable, value) -> {
            if (variable.startsWith("SMS_") || variable.startsWith("CAMEL_")) {
                merged.put(variable.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        // a key may hold letters that a variable cannot tell apart: us.pin and us-pin are both US_PIN
        merged.replaceAll((key, value) -> environment.getOrDefault(variable(key), value));
        merged.putAll(commandLine);
        return merged;
    }

    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[.\\-\\[\\]]", "_");
    }

    private static Map<String, String> read(Path file) throws InvalidSettingException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new InvalidSettingException("the configuration file " + file + " is not there", e);
        } catch (CharacterCodingException e) {
            throw new InvalidSettingException("the configuration file " + file + " is not UTF-8", e);
        } catch (IOException e) {
            throw new InvalidSettingException("cannot read the configuration file " + file + ": " + reason(e), e);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    "the configuration file " + file + " has a broken \\u sequence: write \\\\ for a backslash", e);
        }
        Map<String, String> values = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> values.put(key, properties.getProperty(key).strip()));
        return values;
    }

    private static String reason(IOException e) {
        if (e instanceof java.nio.file.AccessDeniedException) {
            return "permission denied";
        }
        String text = e.getMessage();
        return text == null ? e.getClass().getSimpleName() : text;
    }
}
