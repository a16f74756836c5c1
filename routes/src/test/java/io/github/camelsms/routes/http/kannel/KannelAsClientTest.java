package io.github.camelsms.routes.http.kannel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.camel.SmsComponent;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.MessageId;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Kannel between two gateways: the first sends through its smsbox, as the provider {@code kannel}, and Kannel's own
 * HTTP driver hands the message to {@code /cgi-bin/sendsms} of the second. Reports go all the way back.
 */
class KannelAsClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Gateway network;
    private KannelPeer kannel;
    private Gateway sender;

    @BeforeEach
    void start() throws Exception {
        network = gateway(
                "network",
                Map.of(
                        "sms.accounts.kannel.password", "s3cret",
                        "sms.accounts.kannel.destinations", "*",
                        "sms.callbacks.hosts", "127.0.0.1"));
        network.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("sms:outgoing?gateway=us")
                        .to("mock:us")
                        .setHeader(SmsConstants.REFERENCES, simple("${header.CamelSmsMessageId}"));
            }
        });
        int port = URI.create(network.url()).getPort();
        kannel = KannelPeer.start("http://127.0.0.1:" + port + "/cgi-bin/sendsms", "kannel", "s3cret");
        String callback = Integer.toString(KannelPeer.freePort());
        sender = gateway(
                "sender",
                Map.of(
                        "sms.http.port", callback,
                        "sms.gateways.k.provider", "kannel",
                        "sms.gateways.k.host", kannel.url(),
                        "sms.gateways.k.account", "tester",
                        "sms.gateways.k.secret", "foobar",
                        "sms.gateways.k.sender", "12345",
                        "sms.gateways.k.callback", "http://127.0.0.1:" + callback,
                        "sms.gateways.k.callbackKey", "K3y"));
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable part : new AutoCloseable[] {sender, kannel, network}) {
            if (part != null) {
                part.close();
            }
        }
    }

    private Gateway gateway(String name, Map<String, String> settings) throws Exception {
        Path home = Files.createDirectory(folder.resolve(name));
        Map<String, String> properties = new TreeMap<>(settings);
        properties.putIfAbsent("sms.http.port", "0");
        properties.put("sms.store.url", "jdbc:sqlite:" + home.resolve("sms.db"));
        properties.put("sms.mail.folder", home.resolve("mail").toString());
        return Gateway.start(Settings.read(new PropertySources(Optional.empty(), Map.of(), properties)), List.of());
    }

    private static List<Exchange> received(Gateway gateway, String mock) {
        return gateway.context().getEndpoint(mock, MockEndpoint.class).getReceivedExchanges();
    }

    private String send(Object body, Map<String, Object> headers) {
        Exchange sent = sender.context().createProducerTemplate().request("sms:+15551234567", each -> {
            each.getMessage().setBody(body);
            headers.forEach(each.getMessage()::setHeader);
        });
        assertThat(sent.getException()).isNull();
        return sent.getMessage().getHeader(SmsConstants.MESSAGE_ID, String.class);
    }

    private Message arrived(int count) throws Exception {
        String log = kannel.log();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(received(network, "mock:us")).as(log).hasSize(count));
        return received(network, "mock:us").get(count - 1).getMessage();
    }

    private void becomes(String id, String state) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sender.context()
                        .getComponent("sms", SmsComponent.class)
                        .operations()
                        .find(new MessageId(id))
                        .toCompletableFuture()
                        .join()
                        .orElseThrow()
                        .state()
                        .name())
                .isEqualTo(state));
    }

    private void report(Message message, String state) {
        network.context()
                .createProducerTemplate()
                .sendBodyAndHeaders(
                        "sms:reports?gateway=us",
                        null,
                        Map.of(
                                SmsConstants.REFERENCES,
                                List.of(message.getHeader(SmsConstants.MESSAGE_ID)),
                                SmsConstants.STATE,
                                state));
    }

    @Test
    void textsAndDataGoThroughKannelAndReportsComeBack() throws Exception {
        String text = send("Grüße 😀", Map.of(SmsConstants.FROM, "Desk"));
        Message unicode = arrived(1);
        assertThat(unicode.getBody()).isEqualTo("Grüße 😀");
        assertThat(unicode.getHeaders())
                .containsEntry(SmsConstants.TO, "+15551234567")
                .containsEntry(SmsConstants.FROM, "Desk")
                .containsEntry(SmsConstants.ACCOUNT, "kannel");
        becomes(text, "ENROUTE");
        await().pollInterval(Duration.ofSeconds(1)).atMost(PATIENCE).untilAsserted(() -> {
            report(unicode, "DELIVERED");
            assertThat(kannel.log()).contains("dlr-mask=1");
        });
        becomes(text, "DELIVERED");

        String data = send(new byte[] {0, 1, (byte) 0xAE}, Map.of(SmsConstants.UDH, "05040B8423F0"));
        Message binary = arrived(2);
        assertThat(binary.getBody(byte[].class)).containsExactly(0, 1, 0xAE);
        assertThat(binary.getHeader(SmsConstants.UDH)).isEqualTo("05040B8423F0");
        await().pollInterval(Duration.ofSeconds(1)).atMost(PATIENCE).untilAsserted(() -> {
            report(binary, "UNDELIVERABLE");
            assertThat(kannel.log()).contains("dlr-mask=2");
        });
        becomes(data, "UNDELIVERABLE");
    }
}
