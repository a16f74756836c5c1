package io.github.camelsms.modem.command;

import java.util.Objects;
import java.util.Optional;

/**
 * A message in a storage (27.005, 4.1 and 4.2).
 *
 * @param index its slot; 0 is legal
 * @param status 0 received unread, 1 received read, 2 stored unsent, 3 stored sent
 * @param hex service centre address and TPDU as the modem gave them; empty for an empty slot. Not checked: what cannot
 *     be decoded must not get lost
 */
public record StoredPdu(int index, int status, String hex) {

    public StoredPdu {
        Objects.requireNonNull(hex, "hex");
    }

    /** Whether the network has delivered it to us, and not we have stored it to be sent. */
    public boolean isIncoming() {
        return status == 0 || status == 1;
    }

    /** Reads a line of {@code +CMGL:} with its PDU. */
    static Optional<StoredPdu> listed(String entry) {
        Fields fields = Fields.of(entry);
        if (fields.number(0).isEmpty() || fields.number(1).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new StoredPdu(fields.number(0).getAsInt(), fields.number(1).getAsInt(), pdu(entry)));
    }

    /** Reads the answer to {@code AT+CMGR=index}. */
    static Optional<StoredPdu> read(int index, String entry) {
        Fields fields = Fields.of(entry);
        return pdu(entry).isEmpty()
                ? Optional.empty()
                : Optional.of(new StoredPdu(index, fields.number(0).orElse(0), pdu(entry)));
    }

    private static String pdu(String entry) {
        int lineFeed = entry.indexOf('\n');
        return lineFeed < 0 ? "" : entry.substring(lineFeed + 1);
    }
}
