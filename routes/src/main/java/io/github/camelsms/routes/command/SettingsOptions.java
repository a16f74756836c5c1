package io.github.camelsms.routes.command;

import io.github.camelsms.routes.settings.InvalidSettingException;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The options that settings come from, the same for each command that has settings. */
final class SettingsOptions {

    private static final Pattern SQLITE = Pattern.compile("jdbc:sqlite:([^:?]+)");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file with settings (sms.http.port = 8080).")
    private Path config;

    @Option(
            names = "--property",
            paramLabel = "KEY=VALUE",
            description = "A setting; wins over the environment (SMS_HTTP_PORT) and over the file.")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Option(names = "--verbose", description = "Log more, and errors with their stack.")
    private boolean verbose;

    Settings settings() throws InvalidSettingException {
        return Settings.read(new PropertySources(Optional.ofNullable(config), System.getenv(), properties));
    }

    /** The same for a gateway that is started in another folder, where its SQLite store is. */
    Settings settingsIn(Path folder) throws InvalidSettingException {
        Matcher store = SQLITE.matcher(settings().storeUrl());
        if (store.matches() && !Path.of(store.group(1)).isAbsolute()) {
            Map<String, String> there = new LinkedHashMap<>(properties);
            there.put("sms.store.url", "jdbc:sqlite:" + folder.resolve(store.group(1)));
            return Settings.read(new PropertySources(Optional.ofNullable(config), System.getenv(), there));
        }
        return settings();
    }

    boolean isVerbose() {
        return verbose;
    }
}
