package io.github.camelsms.routes.provider;

import io.github.camelsms.routes.provider.RequestTemplate.Request;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.nio.entity.AbstractBinAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;
import org.apache.hc.core5.util.ByteArrayBuffer;

/**
 * One request and its answer. It knows whether there was a connection: without one a failure means that nothing was
 * sent, with one nobody knows.
 */
final class Transfer {

    private static final int MAX_ANSWER = 256 * 1024;

    private final CloseableHttpAsyncClient client;
    private final HttpClientContext context = HttpClientContext.create();

    Transfer(CloseableHttpAsyncClient client) {
        this.client = client;
    }

    /** The answer; fails with {@link SendFailedException}. */
    CompletableFuture<ProviderAnswer> send(Request request) {
        CompletableFuture<ProviderAnswer> answer = new CompletableFuture<>();
        var unused = client.execute(
                SimpleRequestProducer.create(simple(request)),
                new BasicResponseConsumer<>(new BoundedBody()),
                context,
                new FutureCallback<Message<HttpResponse, String>>() {
                    @Override
                    public void completed(Message<HttpResponse, String> message) {
                        HttpResponse head = message.getHead();
                        Header retryAfter = head.getFirstHeader("Retry-After");
                        answer.complete(ProviderAnswer.of(
                                head.getCode(),
                                Optional.ofNullable(message.getBody()).orElse(""),
                                Optional.ofNullable(retryAfter).map(Header::getValue)));
                    }

                    @Override
                    public void failed(Exception e) {
                        answer.completeExceptionally(failure(e));
                    }

                    @Override
                    public void cancelled() {
                        answer.completeExceptionally(failure(new IOException("the gateway is stopping")));
                    }
                });
        return answer;
    }

    private SendFailedException failure(Exception e) {
        String what = e.getClass().getSimpleName();
        return Boolean.TRUE.equals(context.getAttribute(HttpClients.BEGUN))
                ? new SendFailedException(
                        FailureKind.UNCERTAIN, "no-answer", "The request has left, no answer came: " + what, e)
                : new SendFailedException(
                        FailureKind.UNAVAILABLE, "not-reached", "The provider cannot be reached: " + what, e);
    }

    private static SimpleHttpRequest simple(Request request) {
        SimpleRequestBuilder builder =
                SimpleRequestBuilder.create(request.method()).setUri(request.url());
        request.body()
                .ifPresent(body -> builder.setBody(
                        body.getBytes(StandardCharsets.UTF_8),
                        ContentType.parseLenient(request.fields().get("Content-Type"))));
        request.fields().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Content-Type")) {
                builder.setHeader(name, value);
            }
        });
        return builder.build();
    }

    /** An answer of a provider is short; a longer one is cut rather than kept in memory. */
    private static final class BoundedBody extends AbstractBinAsyncEntityConsumer<String> {

        private final ByteArrayBuffer octets = new ByteArrayBuffer(1024);
        private Charset charset = StandardCharsets.UTF_8;

        @Override
        protected void streamStart(ContentType type) {
            if (type != null) {
                charset = type.getCharset(StandardCharsets.UTF_8);
            }
        }

        @Override
        protected int capacityIncrement() {
            return Integer.MAX_VALUE;
        }

        @Override
        protected void data(ByteBuffer source, boolean last) {
            while (source.hasRemaining()) {
                byte octet = source.get();
                if (octets.length() < MAX_ANSWER) {
                    octets.append(octet);
                }
            }
        }

        @Override
        protected String generateContent() {
            return new String(octets.toByteArray(), charset);
        }

        @Override
        public void releaseResources() {
            octets.clear();
        }
    }
}
