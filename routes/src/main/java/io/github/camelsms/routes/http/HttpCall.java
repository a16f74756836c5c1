package io.github.camelsms.routes.http;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;

/**
 * What is taken from an HTTP request, and all that is taken: nothing is decoded yet and nothing is a Camel header.
 */
public final class HttpCall {

    /** Header fields that mean something to us. */
    static final String[] FIELDS = {
        "accept",
        "authorization",
        "content-type",
        "forwarded",
        "host",
        "idempotency-key",
        "origin",
        "referer",
        "sec-fetch-site",
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
        "x-kannel-validity"
    };

    private final String method;
    private final String path;
    private final byte[] query;
    private final byte[] body;
    private final Map<String, String> fields;
    private final InetAddress client;

    /**
     * @param method as written
     * @param path as written, never decoded
     * @param query octets behind the question mark; empty when there are none
     * @param body the octets of the body, never more than {@link HttpCallBinding#MAX_BODY}
     * @param fields those header fields of {@link #FIELDS} that are there, by name in lower case
     * @param client who has connected
     */
    HttpCall(String method, String path, byte[] query, byte[] body, Map<String, String> fields, InetAddress client) {
        this.method = method;
        this.path = path;
        this.query = query.clone();
        this.body = body.clone();
        this.fields = Map.copyOf(fields);
        this.client = client;
    }

    /** The call that {@link HttpCallBinding} has taken; throws what went wrong when it could not. */
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

    byte[] query() {
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
