package io.github.camelsms.modem.command;

import java.util.Objects;
import java.util.Set;

/**
 * What the SIM waits for (27.007, 8.3). Compared as a whole: {@code SIM PIN} is the beginning of {@code SIM PIN2}.
 *
 * @param text {@code READY}, {@code SIM PIN}, {@code SIM PUK}, …
 */
public record SimStatus(String text) {

    private static final Set<String> USABLE = Set.of("READY", "SIM PIN2", "SIM PUK2");

    public SimStatus {
        Objects.requireNonNull(text, "text");
    }

    /** Whether short messages work: a second PIN guards other things. */
    public boolean isUsable() {
        return USABLE.contains(text);
    }

    /** Whether it waits for the PIN, and nothing but the PIN. */
    public boolean wantsPin() {
        return text.equals("SIM PIN");
    }
}
