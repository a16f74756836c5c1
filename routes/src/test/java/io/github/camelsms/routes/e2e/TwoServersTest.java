package io.github.camelsms.routes.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.camel.SmsConstants;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scenario of the IceWarp manual: server A has no phone, server B has one. What A sends goes through {@code /sms/}
 * of B; what B's phone receives comes back through {@code /sms/deliver.html} of A.
 */
class TwoServersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Gateway a;
    private Gateway b;

    @AfterEach
    void stop() {
        for (Gateway gateway : new Gateway[] {a, b}) {
            if (gateway != null) {
                gateway.close();
            }
        }
    }

    private Gateway server(String name, String incomingTo, Map<String, String> more) throws Exception {
        Path routes = Files.createDirectory(folder.resolve(name));
        Files.writeString(routes.resolve("incoming.yaml"), """
                - route:
                    id: incoming
                    from:
                      uri: "sms:incoming"
                      steps:
                        - to: "%s"
                """.formatted(incomingTo));
        Map<String, String> properties = new TreeMap<>(more);
        properties.put("sms.http.port", "0");
        properties.put("sms.store.url", "jdbc:sqlite:" + routes.resolve("sms.db"));
        properties.put("sms.mail.folder", routes.resolve("mail").toString());
        return Gateway.start(
                Settings.read(new PropertySources(Optional.empty(), Map.of(), properties)), List.of(routes));
    }

    private static String get(String url, String... pairs) throws Exception {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            query.append(i == 0 ? '?' : '&')
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(url + query))
                        .timeout(PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static Processor calling(Caller caller) {
        return exchange -> caller.call(exchange.getMessage());
    }

    private interface Caller {
        void call(Message message) throws Exception;
    }

    @Test
    void aSendsThroughThePhoneOfBAndGetsTheAnswer() throws Exception {
        a = server("a", "mock:inbox", Map.of("sms.gateways.58.password", "1234567"));
        b = server(
                "b",
                "direct:rule",
                Map.of(
                        "sms.accounts.server-a.password", "between-servers",
                        "sms.accounts.server-a.destinations", "*"));
        a.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("sms:outgoing?gateway=58")
                        .process(calling(message -> get(
                                b.url(),
                                "number",
                                message.getHeader(SmsConstants.TO, String.class),
                                "data",
                                message.getBody(String.class),
                                "sender",
                                message.getHeader(SmsConstants.FROM, "", String.class),
                                "msgid",
                                message.getHeader(SmsConstants.MESSAGE_ID, String.class),
                                "udh",
                                "",
                                "binary",
                                "",
                                "pid",
                                "",
                                "dcs",
                                "",
                                "user",
                                "server-a",
                                "pass",
                                "between-servers")));
            }
        });
        b.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("sms:outgoing?gateway=phone").to("mock:phone");
                from("direct:rule")
                        .process(calling(message -> get(
                                a.url() + "deliver.html",
                                "id",
                                "58",
                                "number",
                                message.getHeader(SmsConstants.FROM, String.class),
                                "data",
                                message.getBody(String.class),
                                "pass",
                                "1234567")));
            }
        });

        String answer = get(
                a.url(), "number", "+15551234567", "data", "Grüße 😀", "reply", "joe@example.org", "sender", "Desk");
        assertThat(answer).startsWith("OK ");
        Message sent = only(b, "mock:phone");
        assertThat(sent.getBody()).isEqualTo("Grüße 😀");
        assertThat(sent.getHeaders())
                .containsEntry(SmsConstants.TO, "+15551234567")
                .containsEntry(SmsConstants.FROM, "Desk")
                .containsEntry(SmsConstants.ACCOUNT, "server-a");

        b.context()
                .createProducerTemplate()
                .sendBodyAndHeader("sms:incoming?gateway=phone", "Danke ž", SmsConstants.FROM, "+15551234567");
        Message received = only(a, "mock:inbox");
        assertThat(received.getBody()).isEqualTo("Danke ž");
        assertThat(received.getHeaders())
                .containsEntry(SmsConstants.GATEWAY, "58")
                .containsEntry(SmsConstants.REPLY_LINKS, List.of("joe@example.org"));
    }

    private static Message only(Gateway gateway, String mock) {
        MockEndpoint endpoint = gateway.context().getEndpoint(mock, MockEndpoint.class);
        await().atMost(PATIENCE).until(() -> endpoint.getReceivedCounter() > 0);
        List<Exchange> exchanges = endpoint.getReceivedExchanges();
        assertThat(exchanges).hasSize(1);
        return exchanges.get(0).getMessage();
    }
}
