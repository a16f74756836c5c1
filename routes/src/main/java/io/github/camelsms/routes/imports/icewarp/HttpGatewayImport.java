package io.github.camelsms.routes.imports.icewarp;

import io.github.camelsms.routes.imports.Folder;
import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.SettingsFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A gateway of the type <em>HTTP Request</em>, as settings: its URL is a template of ours as it stands. */
final class HttpGatewayImport {

    private static final Pattern PARAMETER = Pattern.compile("[?&]([A-Za-z_]+)=([^&%]*)(?=&|$)");

    /** Providers whose answers are known, by how a URL of theirs looks, and what they call the credentials. */
    private static final Map<Pattern, Map<String, String>> PROVIDERS = providers();

    private final Folder folder;
    private final SettingsFile settings;
    private final Report report;

    HttpGatewayImport(Folder folder, SettingsFile settings, Report report) {
        this.folder = folder;
        this.settings = settings;
        this.report = report;
    }

    private static Map<Pattern, Map<String, String>> providers() {
        Map<Pattern, Map<String, String>> known = new LinkedHashMap<>();
        known.put(
                Pattern.compile("(?i)https?://api\\.clickatell\\.com/http/sendmsg\\?.*"),
                Map.of("provider", "clickatell", "account", "user", "secret", "password", "profile", "api_id"));
        known.put(
                Pattern.compile("(?i)https?://[^/]*routo[^/]*/SMSsend\\?.*"),
                Map.of("provider", "routomessaging", "account", "user", "secret", "pass"));
        known.put(
                Pattern.compile("(?i)https?://[^/]+/sms/\\?.*"),
                Map.of("provider", "icewarp", "account", "user", "secret", "pass"));
        return known;
    }

    /** One element of the gateway. */
    void read(Item item, String name, String id, boolean active) {
        String prefix = "sms.gateways." + id + ".";
        switch (name) {
            case "device", "url" ->
                report.attempt(item, as(item.value(), prefix), () -> url(item.value(), prefix, active));
            case "pin", "password", "pass" ->
                report.attempt(
                        item,
                        "the setting " + prefix + "password, of which only the hash is kept: those who deliver to"
                                + " /sms/deliver.html give it",
                        () -> settings.setHashed(prefix + "password", item.value()));
            case "clientcert" -> certificate(item, prefix);
            case "smscenter", "smsc", "center" -> report.ignored(item, "an HTTP service has its own");
            default -> report.decide(item, "this is not known here");
        }
    }

    private static String as(String url, String prefix) {
        return "the setting " + prefix + "url"
                + (provider(url).isPresent()
                        ? ", and the provider that it is of"
                        : "; every answer 2xx counts as success until " + prefix + "success says what one looks like");
    }

    private static Optional<Map<String, String>> provider(String url) {
        return PROVIDERS.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(url).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void url(String url, String prefix, boolean active) {
        Map<String, String> found = new LinkedHashMap<>();
        provider(url).ifPresent(names -> {
            Map<String, String> parameters = parameters(url);
            found.put("provider", names.get("provider"));
            for (String name : List.of("account", "secret", "profile")) {
                Optional.ofNullable(names.get(name))
                        .map(parameters::get)
                        .filter(value -> !value.isEmpty())
                        .ifPresent(value -> found.put(name, value));
            }
        });
        found.put("url", url);
        found.forEach((name, value) -> {
            if (active) {
                settings.set(prefix + name, value);
            } else {
                settings.keep(prefix + name, value);
            }
        });
    }

    private static Map<String, String> parameters(String url) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher matcher = PARAMETER.matcher(url);
        while (matcher.find()) {
            parameters.put(matcher.group(1), matcher.group(2));
        }
        return parameters;
    }

    private void certificate(Item item, String prefix) {
        Optional<Path> file = folder.find(item.value()).or(() -> here(item.value()));
        if (file.isPresent()) {
            report.attempt(
                    item,
                    "the setting " + prefix + "clientCert",
                    () -> settings.set(prefix + "clientCert", file.get().toString()));
        } else {
            report.decide(item, "the certificate is not there: copy it and set " + prefix + "clientCert to its path");
        }
    }

    private static Optional<Path> here(String written) {
        try {
            return Optional.of(Path.of(written)).filter(path -> path.isAbsolute() && Files.isReadable(path));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
