package io.github.camelsms.routes.rules;

import io.github.camelsms.sms.template.Target;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for a URL with variables of the message, such as that of the delivery script of another server:
 * {@code https://b.example.org/sms/deliver.html?id=58&pass=…&number=%%from_alias%%&data=%%body%%}. What is answered is
 * not read, no redirect is followed, and a message cannot change which host is asked.
 */
final class Call implements Action {

    private static final Logger LOG = LoggerFactory.getLogger(Call.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Text url;
    private final String host;
    private final boolean optional;

    Call(Options options) {
        String written = options.required("url");
        int slashes = written.indexOf("://");
        int path = slashes < 0 ? -1 : written.indexOf('/', slashes + 3);
        String start = path < 0 ? written : written.substring(0, path);
        if (!start.matches("https?://[^%@?#\\s]+")) {
            throw new IllegalArgumentException(
                    "url begins with http:// or https://, a host without variables, and a /");
        }
        this.host = start;
        this.url = Text.of(written, Target.URL);
        this.optional = options.flag("optional");
    }

    @Override
    public void run(Exchange exchange) throws Exception {
        URI asked = URI.create(url.expand(exchange.getMessage()));
        Steps.effect(exchange, "call " + host, () -> {
            try {
                HttpRequest request =
                        HttpRequest.newBuilder(asked).timeout(PATIENCE).build();
                int status = CLIENT.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status < 200 || status > 299) {
                    throw new IOException(host + " answers " + status);
                }
            } catch (IOException e) {
                if (!optional) {
                    throw new IOException("a rule has called " + host + " in vain", e);
                }
                LOG.warn("a rule goes on without {}: {}", host, e.toString());
            }
        });
    }
}
