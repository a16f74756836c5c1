package io.github.camelsms.routes.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Route files that change while the gateway runs. */
class RouteReloadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Gateway gateway;
    private int sent;

    @BeforeEach
    void start() throws Exception {
        write("us.yaml", route("gateway-us", "sms:outgoing?gateway=us", "mock:old"));
        Settings settings = Settings.read(new PropertySources(
                Optional.empty(),
                Map.of(),
                Map.of(
                        "sms.http.port",
                        "0",
                        "sms.store.url",
                        "jdbc:sqlite:" + folder.resolve("data/sms.db"),
                        "sms.mail.folder",
                        folder.resolve("mail").toString())));
        gateway = Gateway.start(settings, List.of(folder));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private static String route(String id, String from, String to) {
        return """
            - route:
                id: %s
                from:
                  uri: "%s"
                  steps:
                    - to: "%s"
            """.formatted(id, from, to);
    }

    /** Another file of the same name, as editors write it. */
    private void write(String name, String content) throws Exception {
        Path temporary = Files.writeString(folder.resolve("." + name + ".swp"), content);
        Files.move(temporary, folder.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private List<String> routes() {
        return gateway.context().getRoutes().stream()
                .map(Route::getRouteId)
                // those that are always there
                .filter(id -> !id.matches("(http|no)-.*|sms-submit|sms-rules-send|sms-mail|reports-by-mail"))
                .sorted()
                .toList();
    }

    private void awaitRoutes(String... ids) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(routes()).containsExactlyInAnyOrder(ids));
    }

    private String send() {
        String text = "message " + ++sent;
        gateway.context()
                .createProducerTemplate()
                .sendBodyAndHeader("sms:outgoing", text, "CamelSmsTo", "+15551234567");
        return text;
    }

    private boolean has(String mock, String text) {
        return mock(mock).getReceivedExchanges().stream()
                .anyMatch(exchange -> text.equals(exchange.getMessage().getBody()));
    }

    private MockEndpoint mock(String uri) {
        Endpoint endpoint = gateway.context().getEndpoint(uri);
        return (MockEndpoint) endpoint;
    }

    @Test
    void aChangedFileTakesThePlaceOfTheOldOne() throws Exception {
        send();
        await().atMost(PATIENCE).until(() -> mock("mock:old").getReceivedCounter() == 1);
        write("us.yaml", route("gateway-us", "sms:outgoing?gateway=us", "mock:new"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            send();
            assertThat(mock("mock:new").getReceivedCounter()).isPositive();
        });
    }

    @Test
    void filesComeAndGo() throws Exception {
        awaitRoutes("gateway-us", "reports", "sms-to-mail");
        write(
                "eu.xml",
                "<routes><route id='gateway-eu'><from uri='sms:outgoing?gateway=eu'/><to"
                        + " uri='mock:eu'/></route></routes>");
        awaitRoutes("gateway-eu", "gateway-us", "reports", "sms-to-mail");
        assertThat(gateway.ready()).contains("eu").contains("us");
        Files.delete(folder.resolve("eu.xml"));
        awaitRoutes("gateway-us", "reports", "sms-to-mail");
    }

    @Test
    void ourRoutesStepAsideForTheirs() throws Exception {
        write("mine.yml", route("mine", "sms:incoming", "mock:mine"));
        awaitRoutes("gateway-us", "mine", "reports");
        Files.delete(folder.resolve("mine.yml"));
        awaitRoutes("gateway-us", "reports", "sms-to-mail");
    }

    @Test
    void aBrokenFileLeavesEverythingAsItIs() throws Exception {
        String good = route("gateway-us", "sms:outgoing?gateway=us", "mock:new");
        for (String broken : List.of(
                "- route:\n   id: x\n  from: y\n",
                good.replace("steps", "stps"),
                good.replace("sms:outgoing", "nosuch:outgoing"),
                good.replace("mock:new", "nosuch:new"),
                good.replace("gateway=us", "gateway=us&nosuch=1"),
                good.replace("?gateway=us", ""),
                good.replace("mock:new", "{{nosuch}}"))) {
            write("us.yaml", broken);
            Path probe = folder.resolve("probe.yaml");
            write("probe.yaml", route("probe", "direct:probe", "mock:probe"));
            // the probe is looked at after the broken file, in the same look or a later one
            await().atMost(PATIENCE).until(() -> routes().contains("probe"));
            awaitRoutes("gateway-us", "probe", "reports", "sms-to-mail");
            String text = send();
            await(broken).atMost(PATIENCE).until(() -> has("mock:old", text));
            Files.delete(probe);
            await().atMost(PATIENCE).until(() -> !routes().contains("probe"));
        }
        write("us.yaml", good);
        await().atMost(PATIENCE).untilAsserted(() -> {
            send();
            assertThat(mock("mock:new").getReceivedCounter()).isPositive();
        });
    }
}
