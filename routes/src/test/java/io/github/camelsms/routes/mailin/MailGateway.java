package io.github.camelsms.routes.mailin;

import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;

/** A whole gateway, with a list in the place of the network behind the gateway {@code us}. */
final class MailGateway implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Settings: three accounts. */
    static final String[] ACCOUNTS = {
        "sms.accounts.desk.password=pA55-canary",
        "sms.accounts.john@icewarp.com.password=123",
        "sms.accounts.smsalerts.password=alertpwd"
    };

    private final Gateway gateway;
    private final int port;

    private MailGateway(Gateway gateway, int port) {
        this.gateway = gateway;
        this.port = port;
    }

    /** Settings and more of them. */
    static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    /** Starts it with settings of the form {@code name=value}; port 0 of SMTP stands for any. */
    static MailGateway start(Path folder, String... properties) throws Exception {
        return start(folder, freePort(), properties);
    }

    static MailGateway start(Path folder, int port, String... properties) throws Exception {
        Path routes = folder.resolve("us.yaml");
        Files.writeString(routes, """
            - route:
                id: gateway-us
                from:
                  uri: "sms:outgoing?gateway=us"
                  steps:
                    - to: "mock:network"
            """);
        Map<String, String> values = new TreeMap<>(Map.of(
                "sms.http.port",
                "0",
                "sms.smtp.port",
                Integer.toString(port),
                "sms.smtp.localDomains",
                "sms.example.org",
                "sms.smtp.name",
                "gate.example.org",
                "sms.mail.folder",
                folder.resolve("mail").toString(),
                "sms.store.url",
                "jdbc:sqlite:" + folder.resolve("sms.db")));
        for (String property : properties) {
            int equals = property.indexOf('=');
            values.put(property.substring(0, equals), property.substring(equals + 1));
        }
        Settings settings = Settings.read(new PropertySources(Optional.empty(), Map.of(), values));
        return new MailGateway(Gateway.start(settings, List.of(routes)), port);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    String ready() {
        return gateway.ready();
    }

    SmtpClient client() throws IOException {
        return new SmtpClient(port);
    }

    /** What the network has got, when it is as many as that. */
    List<Exchange> sent(int count) {
        MockEndpoint network = network();
        await().atMost(PATIENCE).until(() -> network.getReceivedCounter() >= count);
        return List.copyOf(network.getReceivedExchanges());
    }

    int sentSoFar() {
        return network().getReceivedCounter();
    }

    private MockEndpoint network() {
        return gateway.context().getEndpoint("mock:network", MockEndpoint.class);
    }

    /** Stops or starts the route to the network. */
    void network(boolean up) throws Exception {
        if (up) {
            gateway.context().getRouteController().startRoute("gateway-us");
        } else {
            gateway.context().getRouteController().stopRoute("gateway-us");
        }
    }

    @Override
    public void close() {
        gateway.close();
    }
}
