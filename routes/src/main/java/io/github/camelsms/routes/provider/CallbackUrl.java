package io.github.camelsms.routes.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a provider calls us back. */
final class CallbackUrl {

    private CallbackUrl() {}

    /** With the key where the provider does not sign what it says. */
    static String of(String base, Definition definition) {
        String url = base.replaceFirst("/+$", "")
                + "/sms/receive_" + definition.value("provider").orElse("http")
                + "?gateway=" + URLEncoder.encode(definition.gateway(), StandardCharsets.UTF_8);
        return definition
                .value("callbackKey")
                .map(key -> url + "&key=" + URLEncoder.encode(key, StandardCharsets.UTF_8))
                .orElse(url);
    }
}
