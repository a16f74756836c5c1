package io.github.camelsms.routes.command;

import io.github.camelsms.routes.settings.InvalidSettingException;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that settings come from, the same for each command that has settings. */
final class SettingsOptions {

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

    boolean isVerbose() {
        return verbose;
    }
}
