package io.github.camelsms.routes.settings;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/**
 * Where the HTTP listener is.
 *
 * @param host name or address, an IPv6 address without brackets
 * @param port 0 for any free one
 * @param timeout how long a request may wait for the store
 * @param connectionsPerAddress so many connections of one address are open at a time
 * @param consumer who takes the calls: {@code jetty} or {@code platform-http}
 * @param emg what the dialect of EMG lets clients do
 * @param dialects which of our route files are there: {@code http-NAME.yaml}
 */
public record HttpSettings(
        String host,
        int port,
        Duration timeout,
        int connectionsPerAddress,
        List<String> dialects,
        String consumer,
        EmgSettings emg) {

    /** The consumer that uses the HTTP server of a platform, or one of Vert.x. */
    public static final String PLATFORM = "platform-http";

    /** All dialects that there are. */
    public static final List<String> DIALECTS = List.of("icewarp", "emg", "kannel", "clickatell", "api");

    public HttpSettings {
        dialects = List.copyOf(dialects);
        for (String dialect : dialects) {
            if (!DIALECTS.contains(dialect)) {
                throw new IllegalArgumentException(
                        "the dialects are " + String.join(", ", DIALECTS) + ", not '" + dialect + "'");
            }
        }
        if (!consumer.equals("jetty") && !consumer.equals(PLATFORM)) {
            throw new IllegalArgumentException("the consumer is jetty or " + PLATFORM + ", not '" + consumer + "'");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
        if (connectionsPerAddress < 1) {
            throw new IllegalArgumentException("connectionsPerAddress is 1 or more, not " + connectionsPerAddress);
        }
        if (host.isBlank() || !host.matches("[A-Za-z0-9._:%-]+")) {
            throw new IllegalArgumentException("a host is a name or an address, not '" + host + "'");
        }
    }

    /** The address to listen on. */
    public InetSocketAddress address() throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(host), port);
    }

    /** Host and port as a URL has them. */
    public static String authority(String host, int port) {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
