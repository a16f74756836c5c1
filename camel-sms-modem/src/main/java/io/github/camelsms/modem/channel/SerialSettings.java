package io.github.camelsms.modem.channel;

import java.util.Objects;

/**
 * How a serial line is set up. Always 8 data bits, no parity, 1 stop bit: what GSM modems speak.
 *
 * @param baudRate bits per second
 */
public record SerialSettings(int baudRate, FlowControl flowControl) {

    /** Who may stop whom on the line. */
    public enum FlowControl {
        NONE,
        RTS_CTS
    }

    public static final SerialSettings DEFAULT = new SerialSettings(115_200, FlowControl.NONE);

    public SerialSettings {
        Objects.requireNonNull(flowControl, "flowControl");
        if (baudRate < 300 || baudRate > 4_000_000) {
            throw new IllegalArgumentException("baudRate is 300 to 4000000, not " + baudRate);
        }
    }
}
