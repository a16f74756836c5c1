package io.github.camelsms.routes.settings;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the dialect of EMG lets clients do.
 *
 * @param defaultCharset of a text whose character code a request does not name ({@code DEFAULT_CHARCODE_TEXT})
 * @param allowRoute whether a request may name its gateway, and who is told what became of it ({@code ALLOWROUTE})
 * @param reportUrls by the names that {@code ROUTEDLR} may say
 */
public record EmgSettings(Charset defaultCharset, boolean allowRoute, Map<String, URI> reportUrls) {

    private static final Pattern REPORT_URL = Pattern.compile("sms\\.http\\.emg\\.routeDlr\\.([A-Za-z0-9_-]{1,64})");

    public EmgSettings {
        reportUrls = Map.copyOf(reportUrls);
    }

    static boolean isKey(String key) {
        return REPORT_URL.matcher(key).matches();
    }

    static EmgSettings read(Map<String, String> values) throws InvalidSettingException {
        Map<String, URI> urls = new TreeMap<>();
        for (String key : values.keySet()) {
            Matcher matcher = REPORT_URL.matcher(key);
            if (matcher.matches()) {
                WebhookSettings.url(key, values).ifPresent(url -> urls.put(matcher.group(1), url));
            }
        }
        return of(values.get(SettingName.EMG_CHARCODE.key()), values.get(SettingName.EMG_ALLOW_ROUTE.key()), urls);
    }

    static EmgSettings of(String charcode, String allowRoute, Map<String, URI> reportUrls) {
        Charset charset = charset(charcode)
                .orElseThrow(() -> new IllegalArgumentException(
                        "emg.defaultCharcodeText is UTF8, 8859-1 or ASCII, not '" + charcode + "'"));
        if (!allowRoute.equals("true") && !allowRoute.equals("false")) {
            throw new IllegalArgumentException("emg.allowRoute is true or false, not '" + allowRoute + "'");
        }
        return new EmgSettings(charset, allowRoute.equals("true"), reportUrls);
    }

    /** The same with another character set. */
    public EmgSettings withCharset(Charset charset) {
        return new EmgSettings(charset, allowRoute, reportUrls);
    }

    /** The character set of a text, as EMG names it. */
    public static Optional<Charset> charset(String charcode) {
        return switch (charcode.toUpperCase(Locale.ROOT)) {
            case "UTF8", "UTF-8" -> Optional.of(StandardCharsets.UTF_8);
            case "8859-1", "ISO-8859-1", "ISO8859-1", "LATIN1", "3" -> Optional.of(StandardCharsets.ISO_8859_1);
            case "ASCII", "US-ASCII", "1" -> Optional.of(StandardCharsets.US_ASCII);
            default -> Optional.empty();
        };
    }
}
