package io.github.camelsms.routes.webhook;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.camel.SmsConstants;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.builder.RouteBuilder;

/** A whole gateway, a network that accepts ({@code ref 1}) and reports, and a receiver of what the gateway tells. */
public final class NotifyingGateway implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the receiver got. */
    public record Call(String target, String body, String eventId, String timestamp, String signature) {

        public JsonNode json() throws IOException {
            return JSON.readTree(body);
        }

        /** What the signature has to be. */
        public String expectedSignature(String secret) throws Exception {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String signed = timestamp + "." + eventId + "." + body;
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final HttpServer receiver;
    private final Gateway gateway;

    private NotifyingGateway(Path folder, Function<String, Map<String, String>> settings) throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newCachedThreadPool());
        receiver.createContext("/", this::take);
        receiver.start();
        Map<String, String> properties = new TreeMap<>(settings.apply(url()));
        properties.put("sms.http.port", "0");
        properties.put("sms.store.url", "jdbc:sqlite:" + folder.resolve("sms.db"));
        properties.put("sms.mail.folder", folder.resolve("mail").toString());
        gateway = Gateway.start(Settings.read(new PropertySources(Optional.empty(), Map.of(), properties)), List.of());
        gateway.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("sms:outgoing?gateway=us").setHeader(SmsConstants.REFERENCES, constant(List.of("ref 1")));
            }
        });
    }

    /**
     * @param settings for the URL of the receiver, which ends in its port
     */
    public static NotifyingGateway start(Path folder, Function<String, Map<String, String>> settings) throws Exception {
        return new NotifyingGateway(folder, settings);
    }

    private void take(HttpExchange call) throws IOException {
        calls.add(new Call(
                call.getRequestURI().toString(),
                new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                call.getRequestHeaders().getFirst("X-Sms-Event-Id"),
                call.getRequestHeaders().getFirst("X-Sms-Timestamp"),
                call.getRequestHeaders().getFirst("X-Sms-Signature")));
        boolean broken = call.getRequestURI().getPath().equals("/broken");
        Integer status = broken ? Integer.valueOf(500) : statuses.poll();
        call.sendResponseHeaders(status == null ? 204 : status, -1);
        call.close();
    }

    /** Where the receiver is; {@code /broken} there always answers 500. */
    public String url() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort();
    }

    /** The receiver answers this once, before it goes on with 204. */
    public void answers(int status) {
        statuses.add(status);
    }

    public Gateway gateway() {
        return gateway;
    }

    /** Has a message sent to one phone. */
    public void send(Map<String, Object> headers) {
        Map<String, Object> all = new TreeMap<>(headers);
        all.put(SmsConstants.TO, "+15551234567");
        tell("sms:outgoing", "hi", all);
    }

    /** The network tells what became of the message. */
    public void report(String state) {
        tell(
                "sms:reports?gateway=us",
                "",
                Map.of(SmsConstants.REFERENCES, List.of("ref 1"), SmsConstants.STATE, state));
    }

    public void tell(String uri, String body, Map<String, Object> headers) {
        gateway.context().createProducerTemplate().sendBodyAndHeaders(uri, body, headers);
    }

    /** What the receiver got there. */
    public List<Call> calls(String path) {
        return calls.stream().filter(call -> call.target().startsWith(path)).toList();
    }

    /** The call of this number, which has come or comes. */
    public Call next(int count) {
        await().atMost(PATIENCE).until(() -> calls.size() >= count);
        return calls("/").get(count - 1);
    }

    @Override
    public void close() {
        gateway.close();
        receiver.stop(0);
    }
}
