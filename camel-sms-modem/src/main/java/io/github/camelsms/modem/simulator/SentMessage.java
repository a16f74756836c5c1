package io.github.camelsms.modem.simulator;

import java.util.List;
import java.util.Objects;

/**
 * A message that a simulated network has taken from a modem, joined from its parts.
 *
 * @param number recipient as the modem was told it
 * @param text the text; of 8-bit data its octets as hex digits
 * @param references message reference of each part, in order
 */
public record SentMessage(String number, String text, List<Integer> references) {

    public SentMessage {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(text, "text");
        references = List.copyOf(references);
    }
}
