package io.github.camelsms.modem.channel;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a modem is. Written as the path of an endpoint: {@code /dev/ttyUSB0}, {@code COM3}, {@code tcp:host:port},
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
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "A modem needs a device: a serial device such as /dev/ttyUSB0 or COM3, tcp:host:port or simulator:name");
        }
        return new Serial(text);
    }
}
