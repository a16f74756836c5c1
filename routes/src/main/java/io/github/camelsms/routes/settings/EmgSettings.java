package io.github.camelsms.routes.settings;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What the dialect of EMG lets clients do.
 *
 * @param defaultCharset of a text whose character code a request does not name ({@code DEFAULT_CHARCODE_TEXT})
 * @param allowRoute whether a request may name its gateway ({@code ALLOWROUTE})
 */
public record EmgSettings(Charset defaultCharset, boolean allowRoute) {

    static EmgSettings of(String charcode, String allowRoute) {
        Charset charset = charset(charcode)
                .orElseThrow(() -> new IllegalArgumentException(
                        "emg.defaultCharcodeText is UTF8, 8859-1 or ASCII, not '" + charcode + "'"));
        if (!allowRoute.equals("true") && !allowRoute.equals("false")) {
            throw new IllegalArgumentException("emg.allowRoute is true or false, not '" + allowRoute + "'");
        }
        return new EmgSettings(charset, allowRoute.equals("true"));
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
