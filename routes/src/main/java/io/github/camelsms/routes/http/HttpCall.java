package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.Exchange;

/**
 * What is taken from an HTTP request, and all that is taken: nothing is decoded yet and nothing is a Camel header.
 */
public final class HttpCall {

    /** So many octets of a body are taken. */
    public static final int MAX_BODY = 256 * 1024;

    private static final int MAX_URI = 8 * 1024;

    /** Header fields that mean something to us: those of the dialects, and the signatures of providers. */
    private static final Set<String> FIELDS = Set.of(
            "accept",
            "authorization",
            "content-type",
            "forwarded",
            "host",
            "idempotency-key",
            "messagebird-signature-jwt",
            "origin",
            "referer",
            "sec-fetch-site",
            "telnyx-signature-ed25519",
            "telnyx-timestamp",
            "x-forwarded-for",
            "x-kannel-account",
            "x-kannel-alt-dcs",
            "x-kannel-binfo",
            "x-kannel-coding",
            "x-kannel-compress",
            "x-kannel-deferred",
            "x-kannel-dlr-mask",
            "x-kannel-dlr-url",
            "x-kannel-from",
            "x-kannel-mclass",
            "x-kannel-mwi",
            "x-kannel-password",
            "x-kannel-pid",
            "x-kannel-priority",
            "x-kannel-rpi",
            "x-kannel-smsc",
            "x-kannel-to",
            "x-kannel-udh",
            "x-kannel-username",
            "x-kannel-validity",
            "x-plivo-signature-v2",
            "x-plivo-signature-v2-nonce",
            "x-plivo-signature-v3",
            "x-plivo-signature-v3-nonce",
            "x-signature",
            "x-timestamp",
            "x-twilio-signature");

    private final String method;
    private final String path;
    private final byte[] query;
    private final byte[] body;
    private final Map<String, String> fields;
    private final InetAddress client;

    private HttpCall(
            String method, String path, byte[] query, byte[] body, Map<String, String> fields, InetAddress client) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.body = body;
        this.fields = Map.copyOf(fields);
        this.client = client;
    }

    /**
     * Takes a call from a server.
     *
     * @param method as written
     * @param path as written, never decoded
     * @param query octets behind the question mark; none when there is nothing
     * @param body at most {@link #MAX_BODY} octets, which nobody changes any more
     * @param fields all header fields, with their names in any case
     * @param client who has connected
     */
    public static HttpCall take(
            String method,
            String path,
            byte[] query,
            byte[] body,
            List<Map.Entry<String, String>> fields,
            InetAddress client)
            throws RefusedException {
        if (path.length() + query.length > MAX_URI) {
            throw Refusal.URI_TOO_LONG.because("the URL is longer than " + MAX_URI + " octets: use POST");
        }
        Map<String, String> taken = new TreeMap<>();
        for (Map.Entry<String, String> field : fields) {
            String name = field.getKey().toLowerCase(Locale.ROOT);
            if (FIELDS.contains(name)
                    && taken.putIfAbsent(name, field.getValue()) != null
                    && !name.contains("forwarded")) {
                throw Refusal.BAD_REQUEST.because("a header field that may stand there once stands there twice");
            }
        }
        return new HttpCall(method, path, query, body, taken, client);
    }

    /** The call that an endpoint of {@code sms-http:} has taken; throws what went wrong when it could not. */
    public static HttpCall of(Exchange exchange) throws Exception {
        Object body = exchange.getMessage().getBody();
        if (body instanceof Exception failure) {
            throw failure;
        }
        return (HttpCall) body;
    }

    public String method() {
        return method;
    }

    /** The path as written, never decoded: what is compared for access and for dispatch is one and the same. */
    public String path() {
        return path;
    }

    /** Who has connected: the client, or a proxy in front of us. */
    public InetAddress client() {
        return client;
    }

    /** The octets behind the question mark; none when there is nothing. */
    public byte[] query() {
        return query.clone();
    }

    public byte[] body() {
        return body.clone();
    }

    /** A header field of the allow-list, its name in lower case. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    @Override
    public String toString() {
        return "HttpCall[…]";
    }
}
