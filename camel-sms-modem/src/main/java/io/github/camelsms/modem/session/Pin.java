package io.github.camelsms.modem.session;

import java.util.Objects;

/** The PIN of a SIM: 4 to 8 digits (3GPP TS 31.101, 9.5.1). Shows itself to nobody. */
public record Pin(String digits) {

    public Pin {
        Objects.requireNonNull(digits, "digits");
        if (!digits.matches("\\d{4,8}")) {
            throw new IllegalArgumentException("A PIN is 4 to 8 digits");
        }
    }

    @Override
    public String toString() {
        return "****";
    }
}
