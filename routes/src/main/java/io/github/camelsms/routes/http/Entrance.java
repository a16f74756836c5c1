package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Authentication;
import io.github.camelsms.routes.ingress.Credentials;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.sms.camel.SmsConstants;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;

/** What every dialect does with a call before it reads what is asked for. */
public final class Entrance {

    private final Authentication authentication;
    private final BooleanSupplier stopping;

    /**
     * @param stopping true from the moment on that nothing more is taken in
     */
    public Entrance(Authentication authentication, BooleanSupplier stopping) {
        this.authentication = authentication;
        this.stopping = stopping;
    }

    /** The call, when it may come in by GET or POST. */
    public HttpCall enter(Exchange exchange) throws Exception {
        return enter(exchange, List.of("GET", "POST"));
    }

    /** The call, when it may come in: we are not stopping, the method is one of these, no foreign page has sent it. */
    public HttpCall enter(Exchange exchange, List<String> methods) throws Exception {
        HttpCall call = HttpCall.of(exchange);
        exchange.setProperty(SmsConstants.CLIENT_PROPERTY, call.client());
        if (stopping.getAsBoolean()) {
            throw Refusal.STOPPING.because("the gateway is stopping");
        }
        if (!methods.contains(call.method())) {
            throw Refusal.METHOD_NOT_ALLOWED.allowing(String.join(", ", methods));
        }
        if (authentication.isOpen()) {
            LocalBrowsers.check(call);
        }
        return call;
    }

    /**
     * The account that the call proves to be: by HTTP basic authentication or a bearer token (RFC 6750), or else as the
     * dialect says.
     *
     * @return empty when none is needed
     */
    public Optional<String> account(HttpCall call, Optional<Credentials> ofDialect) throws RefusedException {
        Optional<String> token = BasicCredentials.token(call.field("authorization"));
        if (token.isPresent()) {
            return authentication.check(token.get(), call.client());
        }
        Optional<Credentials> basic = BasicCredentials.of(call.field("authorization"));
        return authentication.check(basic.isPresent() ? basic : ofDialect, call.client());
    }

    /** Who may do what. */
    public Authentication authentication() {
        return authentication;
    }

    /** Whether a request needs no credentials. */
    public boolean isOpen() {
        return authentication.isOpen();
    }
}
