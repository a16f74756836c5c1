package io.github.camelsms.routes.settings;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code sms.gateways.ID.NAME}: gateways that are set up by settings alone. */
final class GatewaySettings {

    private static final Pattern KEY = Pattern.compile("sms\\.gateways\\.([A-Za-z0-9_-]{1,64})\\.([A-Za-z0-9.-]+)");
    /** Of those who deliver to us, which is nothing that a provider is told. */
    private static final String PASSWORD = "password";

    private GatewaySettings() {}

    static boolean isGatewayKey(String key) {
        Matcher matcher = KEY.matcher(key);
        return matcher.matches() && !matcher.group(2).equals(PASSWORD);
    }

    /** By id, and then by name. */
    static Map<String, Map<String, String>> read(Map<String, String> values) throws InvalidSettingException {
        Map<String, Map<String, String>> gateways = new TreeMap<>();
        values.forEach((key, value) -> {
            Matcher matcher = KEY.matcher(key);
            if (matcher.matches() && !matcher.group(2).equals(PASSWORD)) {
                gateways.computeIfAbsent(matcher.group(1), id -> new TreeMap<>())
                        .put(matcher.group(2), value);
            }
        });
        for (Map.Entry<String, Map<String, String>> gateway : gateways.entrySet()) {
            if (!gateway.getValue().containsKey("provider")
                    && !gateway.getValue().containsKey("url")) {
                throw new InvalidSettingException("sms.gateways." + gateway.getKey()
                        + ": it needs a provider, such as sms.gateways." + gateway.getKey()
                        + ".provider=twilio, or a url");
            }
        }
        return gateways;
    }
}
