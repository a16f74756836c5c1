package io.github.camelsms.routes.gateway;

import io.github.camelsms.routes.settings.Settings;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What Camel has to know, made from the settings. What the operator has set for Camel stays as it is. */
final class DerivedProperties {

    private DerivedProperties() {}

    /**
     * @param authority host and real port of the HTTP listener
     */
    static Map<String, String> of(Settings settings, String authority) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("camel.main.name", "sms");
        properties.put("camel.main.autoConfigurationLogSummary", "false");
        properties.put(
                "camel.main.shutdownTimeout",
                Long.toString(settings.shutdownTimeout().toSeconds()));
        properties.put("camel.main.sourceLocationEnabled", "true");
        properties.put("camel.main.jmxEnabled", "false");
        properties.put("camel.component.sms.storeUrl", settings.storeUrl());
        settings.store().user().ifPresent(user -> properties.put("camel.component.sms.storeUser", user));
        properties.put(
                "camel.component.sms.workerTimeout",
                Long.toString(settings.workerTimeout().toMillis()));
        properties.put(
                "camel.component.sms.failoverAfter",
                Long.toString(settings.queue().failoverAfter().toMillis()));
        properties.put(
                "camel.component.sms.maxWaitingPerAccount",
                Long.toString(settings.queue().perAccount()));
        properties.put(
                "camel.component.sms.maxWaitingPerGateway",
                Long.toString(settings.queue().perGateway()));
        properties.put(
                "camel.component.sms.configuration.linkExpiry",
                Long.toString(settings.linkExpiry().toMillis()));
        properties.put(
                "sms.mail.endpoint", settings.mail().smtp().map(URI::toString).orElse("bean:smsMailFolder"));
        properties.putAll(settings.properties());
        properties.put("sms.mail.default", settings.mail().defaultMailbox().text());
        properties.put(
                "sms.mail.reportStates",
                String.join(",", new TreeSet<>(settings.mail().reports().states())));
        properties.put("sms.http.authority", authority);
        properties.put(
                "sms.http.timeoutMillis",
                Long.toString(settings.http().timeout().toMillis()));
        return properties;
    }
}
