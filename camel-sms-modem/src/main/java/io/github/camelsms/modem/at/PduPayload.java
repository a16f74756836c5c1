package io.github.camelsms.modem.at;

import java.util.Objects;
import java.util.regex.Pattern;

/** What follows the prompt in PDU mode (27.005, 4.3): octets in upper-case hex, and nothing else. */
public record PduPayload(String hex) {

    private static final Pattern FORM = Pattern.compile("(?:[0-9A-F]{2}){1,255}");

    public PduPayload {
        Objects.requireNonNull(hex, "hex");
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("A PDU is 1 to 255 octets in upper-case hex");
        }
    }

    @Override
    public String toString() {
        return hex.length() / 2 + " octets";
    }
}
