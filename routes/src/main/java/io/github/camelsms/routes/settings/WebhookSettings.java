package io.github.camelsms.routes.settings;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * URLs that the operator wants told.
 *
 * @param incoming of everything that was received
 * @param reports of what became of every message
 * @param secret key of the signatures, or an empty text for none
 */
public record WebhookSettings(Optional<URI> incoming, Optional<URI> reports, String secret) {

    static WebhookSettings read(Map<String, String> values) throws InvalidSettingException {
        return new WebhookSettings(
                url(SettingName.WEBHOOK_INCOMING.key(), values),
                url(SettingName.WEBHOOK_REPORTS.key(), values),
                values.get(SettingName.WEBHOOK_SECRET.key()));
    }

    /** Whether somebody is told, and cannot know that it is us who tell. */
    boolean isUnsigned() {
        return secret.isEmpty() && (incoming.isPresent() || reports.isPresent());
    }

    static Optional<URI> url(String key, Map<String, String> values) throws InvalidSettingException {
        String text = values.get(key).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI url = URI.create(text);
            boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (http && url.getHost() != null && url.getRawUserInfo() == null) {
                return Optional.of(url);
            }
        } catch (IllegalArgumentException e) {
            // the URL may hold a secret
        }
        throw new InvalidSettingException(
                key + " is a URL, http or https, without user and password, such as https://app.example.org/sms");
    }

    /** Without values: they may be secret. */
    @Override
    public String toString() {
        return "WebhookSettings[…]";
    }
}
