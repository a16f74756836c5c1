package io.github.camelsms.modem.channel;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A serial line, by jSerialComm. Raw octets in both directions; the terminal driver interprets none of them. */
public final class SerialChannel implements Channel {

    private static final int READ_SLICE_MILLIS = 500;
    private static final int WRITE_TIMEOUT_MILLIS = 10_000;
    private static final int FRUITLESS_READS_BEFORE_CHECK = 4;

    private final SerialPort port;
    private final DeviceAddress.Serial address;
    private volatile boolean closed;

    private SerialChannel(SerialPort port, DeviceAddress.Serial address) {
        this.port = port;
        this.address = address;
    }

    /** Opens the device. */
    public static SerialChannel open(DeviceAddress.Serial address, SerialSettings settings) throws IOException {
        SerialPort port;
        try {
            port = SerialPort.getCommPort(address.path());
        } catch (SerialPortInvalidPortException e) {
            throw new IOException("There is no serial device " + address.path() + "; is the modem plugged in?", e);
        }
        port.setComPortParameters(settings.baudRate(), 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(
                settings.flowControl() == SerialSettings.FlowControl.RTS_CTS
                        ? SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED
                        : SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(
                SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING,
                READ_SLICE_MILLIS,
                WRITE_TIMEOUT_MILLIS);
        // A pseudo terminal has no modem control lines: these calls fail there, which harms nothing.
        port.setDTR();
        port.setRTS();
        if (!port.openPort()) {
            throw new IOException("Cannot open serial device " + address.path() + " (error " + port.getLastErrorCode()
                    + "); does another program use it, and may this user (group dialout)?");
        }
        return new SerialChannel(port, address);
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        int fruitless = 0;
        while (!closed) {
            int count = port.readBytes(buffer, buffer.length);
            if (count != 0) {
                return count;
            }
            // Some drivers answer 0 for ever after the device has gone.
            if (++fruitless >= FRUITLESS_READS_BEFORE_CHECK) {
                fruitless = 0;
                if (address.path().startsWith("/") && !Files.exists(Path.of(address.path()))) {
                    return -1;
                }
            }
        }
        return -1;
    }

    @Override
    public void write(byte[] octets) throws IOException {
        int written = 0;
        while (written < octets.length) {
            int count = port.writeBytes(octets, octets.length - written, written);
            if (count <= 0) {
                throw new IOException("Serial device " + address.path() + " takes no more octets (error "
                        + port.getLastErrorCode() + ")");
            }
            written += count;
        }
    }

    @Override
    public void close() {
        closed = true;
        port.closePort();
    }
}
