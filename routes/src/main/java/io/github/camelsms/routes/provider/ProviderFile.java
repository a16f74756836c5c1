package io.github.camelsms.routes.provider;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A file that describes a provider: one of ours by its name, or one of the operator by {@code file:} and its path. */
final class ProviderFile {

    private static final String FILE = "file:";

    private ProviderFile() {}

    static Map<String, String> read(String provider) throws IOException {
        String text;
        if (provider.startsWith(FILE)) {
            text = Files.readString(Path.of(provider.substring(FILE.length())));
        } else {
            text = ours(provider);
        }
        try {
            Object document = new Load(LoadSettings.builder().setLabel(provider).build()).loadFromString(text);
            Map<String, String> flat = new LinkedHashMap<>();
            if (document instanceof Map<?, ?> map) {
                flatten("", map, flat);
            }
            return flat;
        } catch (YamlEngineException e) {
            throw new IOException("the file " + provider + " is not YAML: " + e.getMessage(), e);
        }
    }

    private static String ours(String provider) throws IOException {
        if (!provider.matches("[a-z0-9-]{1,40}")) {
            throw new FileNotFoundException("the name of a provider is small letters, digits and -");
        }
        try (InputStream in = ProviderFile.class.getResourceAsStream("/providers/" + provider + ".yaml")) {
            if (in == null) {
                throw new FileNotFoundException("there is no provider '" + provider + "'");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Groups become names with a dot, lists lines. */
    private static void flatten(String prefix, Map<?, ?> map, Map<String, String> flat) {
        map.forEach((key, value) -> {
            String name = prefix + key;
            if (value instanceof Map<?, ?> group) {
                flatten(name + ".", group, flat);
            } else if (value instanceof List<?> list) {
                flat.put(
                        name,
                        String.join("\n", list.stream().map(String::valueOf).toList()));
            } else {
                flat.put(name, value == null ? "" : value.toString());
            }
        });
    }
}
