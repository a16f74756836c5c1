package io.github.camelsms.modem.channel;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a modem is. Written as the path of an endpoint: {@code /dev/ttyUSB0}, {@code COM3}, {@code tcp:host:port},
 * {@code imei:…}, {@code iccid:…}, {@code usb:vendor:product}, {@code usb:1-1.2},
 * {@code simulator:name}. Two addresses that are equal are one device.
 */
public sealed interface DeviceAddress {

    /** A serial device of the operating system. */
    record Serial(String path) implements DeviceAddress {

        public Serial {
            Objects.requireNonNull(path, "path");
            if (!path.matches("[\\p{Graph}&&[^?%]]{1,255}")) {
                throw new IllegalArgumentException("'" + path + "' is not the path of a serial device");
            }
        }

        @Override
        public String toString() {
            return path;
        }
    }

    /** A modem behind a TCP port that passes octets through. IPv6 addresses stand in brackets. */
    record Tcp(String host, int port) implements DeviceAddress {

        private static final Pattern FORM = Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[^:\\[\\]/\\s]+):(\\d{1,5})");

        public Tcp {
            Objects.requireNonNull(host, "host");
            if (port < 1 || port > 65535) {
                throw new IllegalArgumentException("A TCP port is 1 to 65535, not " + port);
            }
        }

        static Tcp parse(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "A modem behind TCP is written tcp:host:port, such as tcp:127.0.0.1:7001, not 'tcp:" + text
                                + "'");
            }
            String host = matcher.group(1);
            return new Tcp(
                    host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                    Integer.parseInt(matcher.group(2)));
        }

        @Override
        public String toString() {
            return "tcp:" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /** A modem wherever it is plugged in, by its number. */
    record Imei(String digits) implements DeviceAddress {

        public Imei {
            Objects.requireNonNull(digits, "digits");
            if (!digits.matches("\\d{14,16}")) {
                throw new IllegalArgumentException(
                        "A modem by its IMEI is written imei: and 14 to 16 digits, not 'imei:" + digits + "'");
            }
        }

        @Override
        public String toString() {
            return "imei:" + digits;
        }
    }

    /** The modem that holds a card, by the number printed on the card. */
    record Iccid(String digits) implements DeviceAddress {

        public Iccid {
            Objects.requireNonNull(digits, "digits");
            if (!digits.matches("[0-9A-Fa-f]{18,22}")) {
                throw new IllegalArgumentException(
                        "A modem by its SIM is written iccid: and the 18 to 22 digits of the card, not 'iccid:" + digits
                                + "'");
            }
        }

        @Override
        public String toString() {
            return "iccid:" + digits;
        }
    }

    /**
     * The first serial port of a USB device, wherever it is plugged in.
     *
     * @param vendor 0 to 65535
     * @param product 0 to 65535
     * @param serial serial number of the device; empty: any
     */
    record Usb(int vendor, int product, String serial) implements DeviceAddress {

        private static final Pattern FORM =
                Pattern.compile("([0-9A-Fa-f]{4}):([0-9A-Fa-f]{4})(?::([\\p{Graph}&&[^?%]]+))?");

        public Usb {
            Objects.requireNonNull(serial, "serial");
        }

        static Usb parse(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("A USB modem is written usb:vendor:product or"
                        + " usb:vendor:product:serial, such as usb:12d1:1001, or by its socket, usb:1-1.2, not 'usb:"
                        + text + "'");
            }
            return new Usb(
                    Integer.parseInt(matcher.group(1), 16),
                    Integer.parseInt(matcher.group(2), 16),
                    matcher.group(3) == null ? "" : matcher.group(3));
        }

        @Override
        public String toString() {
            return String.format("usb:%04x:%04x", vendor, product) + (serial.isEmpty() ? "" : ":" + serial);
        }
    }

    /**
     * The first serial port of whatever is plugged into a USB socket: for modems that are all alike. Linux only.
     *
     * @param path bus and ports as Linux counts them, such as {@code 1-1.2}
     */
    record UsbSocket(String path) implements DeviceAddress {

        static final Pattern FORM = Pattern.compile("\\d{1,3}-\\d{1,3}(\\.\\d{1,3}){0,6}");

        public UsbSocket {
            Objects.requireNonNull(path, "path");
            if (!FORM.matcher(path).matches()) {
                throw new IllegalArgumentException(
                        "A USB socket is written usb:bus-port, such as usb:1-1.2, not 'usb:" + path + "'");
            }
        }

        @Override
        public String toString() {
            return "usb:" + path;
        }
    }

    /** A modem in software in this process. */
    record Simulator(String name) implements DeviceAddress {

        public Simulator {
            Objects.requireNonNull(name, "name");
            if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
                throw new IllegalArgumentException(
                        "A simulator is written simulator:name with a name of letters, digits,"
                                + " dots and dashes, not 'simulator:" + name + "'");
            }
        }

        @Override
        public String toString() {
            return "simulator:" + name;
        }
    }

    /**
     * @throws IllegalArgumentException with a text that shows the right form
     */
    static DeviceAddress parse(String text) {
        if (text.startsWith("tcp:")) {
            return Tcp.parse(text.substring("tcp:".length()));
        }
        if (text.startsWith("simulator:")) {
            return new Simulator(text.substring("simulator:".length()));
        }
        if (text.startsWith("imei:")) {
            return new Imei(text.substring("imei:".length()));
        }
        if (text.startsWith("iccid:")) {
            return new Iccid(text.substring("iccid:".length()));
        }
        if (text.startsWith("usb:")) {
            String what = text.substring("usb:".length());
            return UsbSocket.FORM.matcher(what).matches() ? new UsbSocket(what) : Usb.parse(what);
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "A modem needs a device: a serial device such as /dev/ttyUSB0 or COM3, tcp:host:port, imei:digits,"
                            + " iccid:digits, usb:vendor:product or simulator:name");
        }
        return new Serial(text);
    }
}
