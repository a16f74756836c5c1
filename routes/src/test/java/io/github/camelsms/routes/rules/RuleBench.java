package io.github.camelsms.routes.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.camel.SmsComponent;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.Operations;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.engine.DefaultProducerTemplate;

/** A gateway with rules: what is sent to it by HTTP and received by it, and what comes of that. */
final class RuleBench implements AutoCloseable {

    /** Three gateways that keep what they get, and whatever the test has beside them. */
    private static final String GATEWAYS = """
            - route: { id: gateway-us, from: { uri: "sms:outgoing?gateway=us", steps: [ { to: "mock:us" } ] } }
            - route: { id: gateway-uk, from: { uri: "sms:outgoing?gateway=uk", steps: [ { to: "mock:uk" } ] } }
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final Gateway gateway;

    RuleBench(Path folder, Map<String, String> settings, Map<String, String> files) throws Exception {
        this.folder = folder;
        Files.createDirectories(folder.resolve("routes"));
        write("gateways.yaml", GATEWAYS);
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(file.getKey(), file.getValue());
        }
        Map<String, String> all = new HashMap<>(Map.of(
                "sms.http.port",
                "0",
                "sms.mail.domain",
                "example.org",
                "sms.store.url",
                "jdbc:sqlite:" + folder.resolve("sms.db"),
                "sms.lists.folder",
                folder.resolve("lists").toString(),
                "sms.mail.folder",
                folder.resolve("mail").toString()));
        all.putAll(settings);
        this.gateway = Gateway.start(
                Settings.read(new PropertySources(Optional.empty(), Map.of(), all)), List.of(folder.resolve("routes")));
    }

    static RuleBench outgoing(Path folder, String... steps) throws Exception {
        return new RuleBench(folder, Map.of(), Map.of("rules.yaml", route("outgoing", steps)));
    }

    static RuleBench incoming(Path folder, String... steps) throws Exception {
        return new RuleBench(folder, Map.of(), Map.of("rules.yaml", route("incoming", steps)));
    }

    /** Steps as a route file. */
    static String route(String direction, String... steps) {
        StringBuilder file = new StringBuilder("- route:\n    id: my-" + direction
                + "-rules\n    from:\n      uri: direct:sms-" + direction + "-rules\n      steps:\n");
        for (String step : steps) {
            file.append(step.indent(8));
        }
        return file.toString();
    }

    /** A step that holds under a condition. */
    static String when(String condition, String step) {
        return "- filter:\n    language: { language: smsRule, expression: \"" + condition.replace("\\", "\\\\")
                + "\" }\n    steps:\n" + step.indent(6);
    }

    void write(String name, String content) throws IOException {
        Path temporary = Files.writeString(folder.resolve("." + name), content);
        Files.move(temporary, folder.resolve("routes").resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    Path folder() {
        return folder;
    }

    /** An answer of the HTTP interface. */
    record Answer(int status, String body) {

        List<MessageId> ids() {
            return List.of(body.strip().replaceFirst("^OK ", "").split(",")).stream()
                    .map(MessageId::new)
                    .toList();
        }
    }

    Answer send(String numbers, String text) throws Exception {
        return send(numbers, text, "");
    }

    Answer send(String numbers, String text, String more) throws Exception {
        String query = "number=" + encoded(numbers) + "&data=" + encoded(text) + more;
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(gateway.url() + "?" + query)).build(),
                HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    /** Sends by the route that all ingresses use. */
    Exchange submit(Processor prepared) throws IOException {
        try (DefaultProducerTemplate template = new DefaultProducerTemplate(gateway.context())) {
            template.start();
            return template.send("direct:sms-submit", prepared);
        }
    }

    /** Has a gateway receive something. */
    void receive(String gatewayId, String from, String text) {
        gateway.context()
                .createProducerTemplate()
                .sendBodyAndHeader("sms:incoming?gateway=" + gatewayId, text, "CamelSmsFrom", from);
    }

    Operations operations() {
        return gateway.context().getComponent("sms", SmsComponent.class).operations();
    }

    MessageRecord record(MessageId id) {
        return operations().find(id).toCompletableFuture().join().orElseThrow();
    }

    /** Waits until a gateway was given these, in any order, and nothing else. */
    void awaitSent(String gatewayId, String... messages) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sentBy(gatewayId)).containsExactlyInAnyOrder(messages));
    }

    /** What a gateway was given: recipient, sender and text. */
    List<String> sentBy(String gatewayId) {
        return mock(gatewayId).getReceivedExchanges().stream()
                .map(Exchange::getMessage)
                .map(message -> message.getHeader("CamelSmsTo") + " "
                        + message.getHeader("CamelSmsFrom", "-", String.class) + " " + message.getBody(String.class))
                .toList();
    }

    MockEndpoint mock(String name) {
        return gateway.context().getEndpoint("mock:" + name, MockEndpoint.class);
    }

    /** The mails that were written, in the order of their names. */
    List<String> mails() throws IOException {
        Path mails = folder.resolve("mail");
        if (!Files.exists(mails)) {
            return List.of();
        }
        try (var files = Files.list(mails)) {
            return files.sorted()
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
