package io.github.camelsms.routes.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.github.camelsms.routes.Commands;
import io.github.camelsms.routes.imports.Samples;
import io.github.camelsms.testing.GatewayProcess;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import writes starts as a gateway, and messages go through what was imported. */
class ImportedGatewayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private GatewayProcess start(String format, String... properties) throws Exception {
        Commands.run(new String[] {"import", format, Samples.folder(format).toString(), "--into=" + folder});
        List<String> arguments = new ArrayList<>(List.of("run", "--config=gateway.properties"));
        arguments.add("--property=sms.http.port=0");
        for (String property : properties) {
            arguments.add("--property=" + property);
        }
        if (Files.exists(folder.resolve("routes"))) {
            arguments.add("routes");
        }
        GatewayProcess gateway = GatewayProcess.start(folder, Map.of(), arguments.toArray(String[]::new));
        assertThat(gateway.ready()).as(gateway.errors()).startsWith("ready ");
        return gateway;
    }

    private void awaitCarried(String number, String gateway) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Commands.run(new String[] {
                            "queue", "ls", "--property=sms.store.url=jdbc:sqlite:" + folder.resolve("data/sms.db")
                        })
                        .out())
                .containsPattern("ENROUTE +" + number.replace("+", "\\+") + " +" + gateway + " "));
    }

    @Test
    void ofKannel() throws Exception {
        try (GatewayProcess gateway = start("kannel", "modem.modem1.device=simulator:kannel")) {
            assertThat(gateway.ready()).contains("modem1", "carrier", "other");
            String shop = "&user=shop&pass=shop:%22secret%22+1";
            assertThat(gateway.send("0401234567", "Hello", shop).statusCode()).isEqualTo(200);
            awaitCarried("+358401234567", "modem1");
            assertThat(gateway.send("+4912345678", "Hello", shop).body()).startsWith("destination_denied");
            String office = "&user=office&pass=office-secret-1";
            assertThat(gateway.send("+4912345678", "Hello", office).body()).contains("This number is not written to");
            assertThat(gateway.send("+358409999999", "Hello", office).statusCode())
                    .isEqualTo(200);
            assertThat(gateway.send("+358409999999", "Hello", "&user=broken&pass=broken-secret-1")
                            .body())
                    .startsWith("account_inactive");
        }
    }

    @Test
    void ofGammu() throws Exception {
        try (GatewayProcess gateway = start("gammu", "modem.workshop.device=simulator:gammu")) {
            assertThat(gateway.send("+420601123456", "Hello", "").statusCode()).isEqualTo(200);
            awaitCarried("+420601123456", "workshop");
        }
    }

    @Test
    void ofSmstools() throws Exception {
        try (GatewayProcess gateway = start(
                "smstools",
                "modem.GSM1.device=simulator:one",
                "modem.GSM2.device=simulator:two",
                "modem.HALL1.device=simulator:three",
                "modem.HALL2.device=simulator:four")) {
            assertThat(gateway.send("+4915112345678", "Hello", "").statusCode()).isEqualTo(200);
            awaitCarried("+4915112345678", "GSM1");
            assertThat(gateway.send("+420601123456", "Hello", "").statusCode()).isEqualTo(200);
            awaitCarried("+420601123456", "(GSM2|HALL[12])");
            assertThat(gateway.send("+4990012345", "Hello", "").body()).contains("This number is not written to");
        }
    }

    @Test
    void ofIceWarp() throws Exception {
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        HttpServer provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        provider.start();
        String url = "http://127.0.0.1:" + provider.getAddress().getPort()
                + "/GP?action=send&toNumber=%number;interprefix=00%&text=%data%";
        try (GatewayProcess gateway =
                start("icewarp", "modem.us-gateway.device=simulator:icewarp", "sms.gateways.o2.url=" + url)) {
            assertThat(gateway.ready())
                    .contains("us-gateway", "Clickatell", "o2")
                    .doesNotContain("old");
            String john = "&user=john&pass=john-secret-1";
            assertThat(gateway.send("+15551234567", "Hello", john).statusCode()).isEqualTo(200);
            awaitCarried("+15551234567", "us-gateway");
            assertThat(gateway.send("+420601123456", "Hello", john + "&id=o2").statusCode())
                    .isEqualTo(200);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(asked)
                    .contains("/GP?action=send&toNumber=00420601123456&text=Hello"));
            // the filter with the list of numbers
            assertThat(gateway.send("+15550001111", "the best Casino", john).statusCode())
                    .isEqualTo(403);
            assertThat(gateway.send("+15550001111", "dinner", john).statusCode())
                    .isEqualTo(200);
        } finally {
            provider.stop(0);
        }
    }
}
