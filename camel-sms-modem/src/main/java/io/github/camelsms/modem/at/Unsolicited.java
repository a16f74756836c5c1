package io.github.camelsms.modem.at;

import java.util.Objects;

/**
 * A line that answers no command.
 *
 * @param pdu hex digits of the line that followed {@code +CMT:}, {@code +CDS:} or {@code +CBM:}; empty with other lines
 */
public record Unsolicited(String line, String pdu) {

    public Unsolicited {
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(pdu, "pdu");
    }
}
