package io.github.camelsms.routes.imports.kannel;

import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Section;
import io.github.camelsms.routes.imports.SettingsFile;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A connection to an HTTP service, as settings {@code sms.gateways.ID.…}. */
final class HttpSmsc {

    private static final String SENDSMS = "/cgi-bin/sendsms";
    private static final Map<String, String> ANSWERS = Map.of(
            "status-success-regex", "success",
            "status-permfail-regex", "permanent",
            "status-tempfail-regex", "temporary",
            "generic-foreign-id-regex", "id");

    private final String id;
    private final Section section;
    private final SettingsFile settings;
    private final Report report;

    HttpSmsc(String id, Section section, SettingsFile settings, Report report) {
        this.id = id;
        this.section = section;
        this.settings = settings;
        this.report = report;
    }

    /** Whether it is a service that can be spoken to. */
    boolean read() {
        String system = section.value("system-type").orElse("kannel").toLowerCase(Locale.ROOT);
        Optional<Item> url = section.find("send-url");
        boolean done = url.isPresent()
                && switch (system) {
                    case "kannel" -> kannel(url.get());
                    case "generic" -> generic(url.get());
                    case "clickatell" -> clickatell(url.get());
                    default -> false;
                };
        if (done) {
            section.find("system-type")
                    .filter(item -> !report.isAnswered(item))
                    .ifPresent(item -> report.imported(item, key("provider") + " or its url"));
        }
        return done;
    }

    private boolean kannel(Item url) {
        try {
            URI uri = URI.create(url.value().strip());
            if (uri.getHost() == null || !SENDSMS.equals(uri.getPath()) || uri.getRawQuery() != null) {
                report.decide(url, "it is not http://host:port" + SENDSMS + ": write " + key("url") + " yourself");
                return false;
            }
            settings.set(key("provider"), "kannel");
            settings.set(key("host"), uri.getScheme() + "://" + uri.getRawAuthority());
            report.imported(url, key("host"));
        } catch (IllegalArgumentException e) {
            report.decide(url, "it is no URL that can be used");
            return false;
        }
        credentials();
        return true;
    }

    private boolean clickatell(Item url) {
        settings.set(key("provider"), "clickatell");
        report.ignored(url, "the provider clickatell knows its URL");
        section.find("system-type")
                .ifPresent(item -> report.decide(item, "set " + key("profile") + " to the api_id of the account"));
        credentials();
        return true;
    }

    /** The URL of any service, with Kannel's escape codes. */
    private boolean generic(Item url) {
        report.attempt(url, key("url"), () -> settings.set(key("url"), Escapes.sent(url.value())));
        ANSWERS.forEach((directive, name) -> section.find(directive)
                .ifPresent(item ->
                        report.attempt(item, key(name), () -> settings.set(key(name), "body " + item.value()))));
        credentials();
        return settings.get(key("url")).isPresent();
    }

    private void credentials() {
        set("smsc-username", "account");
        set("smsc-password", "secret");
    }

    private void set(String directive, String name) {
        section.find(directive)
                .filter(item -> !item.value().isBlank())
                .ifPresent(item -> report.attempt(item, key(name), () -> settings.set(key(name), item.value())));
    }

    private String key(String name) {
        return "sms.gateways." + id + "." + name;
    }
}
