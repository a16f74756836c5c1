package io.github.camelsms.routes.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
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

/** Calls URLs that came from outside: only allowed hosts, no redirect, five seconds, and the answer is not read. */
final class CallbackClient extends ServiceSupport {

    /** Instead of a status: the URL may not be called. */
    static final int NOT_ALLOWED = -1;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Timeout PATIENCE = Timeout.ofSeconds(5);
    private static final int MOST_OF_ONE_HOST = 20;
    private static final int MOST = 100;

    private final AllowedHosts hosts;
    private final String secret;
    private final Clock clock;
    private CloseableHttpAsyncClient client;

    /**
     * @param secret key of the signature, or an empty text for none
     */
    CallbackClient(AllowedHosts hosts, String secret, Clock clock) {
        this.hosts = hosts;
        this.secret = secret;
        this.clock = clock;
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
    CompletionStage<Integer> get(URI url, ReportEvent event) {
        return call(url, SimpleRequestBuilder.get(url), event, "");
    }

    /** The same, with the event as a JSON object. */
    CompletionStage<Integer> post(URI url, ReportEvent event) {
        try {
            String body = JSON.writeValueAsString(event.fields());
            return call(url, SimpleRequestBuilder.post(url).setBody(body, ContentType.APPLICATION_JSON), event, body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompletionStage<Integer> call(URI url, SimpleRequestBuilder builder, ReportEvent event, String body) {
        if (!hosts.mayCall(url)) {
            return CompletableFuture.completedStage(NOT_ALLOWED);
        }
        String time = Long.toString(clock.instant().getEpochSecond());
        builder.setHeader("X-Sms-Event-Id", event.eventId()).setHeader("X-Sms-Timestamp", time);
        if (!secret.isEmpty()) {
            String signed = time + "." + (body.isEmpty() ? url.toString() : body);
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
                        status.completeExceptionally(new IOException("the report URL cannot be reached"));
                    }

                    @Override
                    public void cancelled() {
                        status.completeExceptionally(new IOException("the report URL has not answered in time"));
                    }
                });
        // whatever keeps it: an answer that never ends included
        return status.orTimeout(2 * PATIENCE.toMilliseconds(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> running.cancel(true));
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
