package io.github.camelsms.routes.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.nio.entity.DiscardingEntityConsumer;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls URLs: only allowed hosts, no redirect, five seconds, and the answer is not read. Each call carries the identity
 * of its event, the same for every attempt, its time, and a signature of both and what it says.
 */
public final class WebhookClient extends ServiceSupport {

    /** Instead of a status: the URL may not be called. */
    public static final int NOT_ALLOWED = -1;

    /** Instead of a status: nobody has answered, or nobody was asked since nobody has answered before. */
    public static final int NO_ANSWER = 0;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Timeout PATIENCE = Timeout.ofSeconds(5);
    private static final int MOST_OF_ONE_HOST = 20;
    private static final int MOST = 100;

    private final AllowedHosts hosts;
    private final String secret;
    private final Clock clock;
    private final Breakers breakers;
    private CloseableHttpAsyncClient client;

    private WebhookClient(AllowedHosts hosts, String secret, Clock clock) {
        this.hosts = hosts;
        this.secret = secret;
        this.clock = clock;
        this.breakers = new Breakers(clock);
    }

    /**
     * @param hosts hosts that may be called without https and wherever they are, separated by commas
     * @param secret key of the signature, or an empty text for none
     */
    public static WebhookClient of(String hosts, String secret, Clock clock) {
        return new WebhookClient(new AllowedHosts(hosts), secret, clock);
    }

    @Override
    protected void doStart() {
        client = HttpAsyncClients.custom()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("camel-sms")
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setDnsResolver(hosts)
                        .setMaxConnPerRoute(MOST_OF_ONE_HOST)
                        .setMaxConnTotal(MOST)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(PATIENCE)
                                .setSocketTimeout(PATIENCE)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(PATIENCE)
                        .setResponseTimeout(PATIENCE)
                        .build())
                .build();
        client.start();
    }

    @Override
    protected void doStop() throws IOException {
        client.close();
    }

    /** The status of the answer. */
    public CompletionStage<Integer> get(URI url, String eventId) {
        return call(url, SimpleRequestBuilder.get(url), eventId, "");
    }

    /** The same, with fields as a JSON object. */
    public CompletionStage<Integer> post(URI url, String eventId, Map<String, ?> fields) {
        try {
            String body = JSON.writeValueAsString(fields);
            return call(url, SimpleRequestBuilder.post(url).setBody(body, ContentType.APPLICATION_JSON), eventId, body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompletionStage<Integer> call(URI url, SimpleRequestBuilder builder, String eventId, String body) {
        if (!hosts.mayCall(url)) {
            return CompletableFuture.completedStage(NOT_ALLOWED);
        }
        String endpoint = url.getHost() + ":" + url.getPort();
        if (!breakers.mayCall(endpoint)) {
            return CompletableFuture.completedStage(NO_ANSWER);
        }
        String time = Long.toString(clock.instant().getEpochSecond());
        builder.setHeader("X-Sms-Event-Id", eventId).setHeader("X-Sms-Timestamp", time);
        if (!secret.isEmpty()) {
            String signed = time + "." + eventId + "." + (body.isEmpty() ? url.toString() : body);
            builder.setHeader("X-Sms-Signature", "sha256=" + hmac(signed));
        }
        SimpleHttpRequest request = builder.build();
        CompletableFuture<Integer> status = new CompletableFuture<>();
        var running = client.execute(
                SimpleRequestProducer.create(request),
                new BasicResponseConsumer<>(new DiscardingEntityConsumer<Void>()),
                new FutureCallback<Message<HttpResponse, Void>>() {
                    @Override
                    public void completed(Message<HttpResponse, Void> answer) {
                        status.complete(answer.getHead().getCode());
                    }

                    @Override
                    public void failed(Exception failure) {
                        status.complete(NO_ANSWER);
                    }

                    @Override
                    public void cancelled() {
                        status.complete(NO_ANSWER);
                    }
                });
        // whatever keeps it: an answer that never ends included
        return status.completeOnTimeout(NO_ANSWER, 2 * PATIENCE.toMilliseconds(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> {
                    running.cancel(true);
                    if (failure == null && done == NO_ANSWER) {
                        breakers.silent(endpoint);
                    } else {
                        breakers.answered(endpoint);
                    }
                });
    }

    /** What a status says, in words. */
    public static String words(int status) {
        return status == NO_ANSWER ? "does not answer" : "answers " + status;
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no HmacSHA256", e);
        }
    }
}
