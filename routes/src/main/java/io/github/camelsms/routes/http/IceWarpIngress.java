package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Authentication;
import io.github.camelsms.routes.ingress.Credentials;
import io.github.camelsms.routes.ingress.IngressGuard;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.SubmitRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** The first step of {@code /sms/}: who is it, may they, what do they want. */
final class IceWarpIngress implements Processor {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Authentication authentication;
    private final BooleanSupplier stopping;

    IceWarpIngress(Authentication authentication, BooleanSupplier stopping) {
        this.authentication = authentication;
        this.stopping = stopping;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        HttpCall call = HttpCall.of(exchange);
        if (stopping.getAsBoolean()) {
            throw Refusal.STOPPING.because("the gateway is stopping");
        }
        if (!call.method().equals("GET") && !call.method().equals("POST")) {
            throw Refusal.METHOD_NOT_ALLOWED.because("use GET or POST");
        }
        if (authentication.isOpen()) {
            LocalBrowsers.check(call);
        }
        Parameters parameters = Parameters.parse(call.query(), form(call));
        Optional<Credentials> credentials = BasicCredentials.of(call);
        if (credentials.isEmpty()) {
            credentials = IceWarpSubmit.credentials(parameters);
        }
        Optional<String> account = authentication.check(credentials);
        SubmitRequest request = IceWarpSubmit.request(parameters, IdempotencyField.of(call));
        IngressGuard.admit(exchange, request, account);
    }

    private static byte[] form(HttpCall call) throws RefusedException {
        if (!call.method().equals("POST") || call.body().length == 0) {
            return new byte[0];
        }
        String[] type =
                call.field("content-type").orElse("").toLowerCase(Locale.ROOT).split(";", 2);
        boolean utf8 = type.length == 1 || isUtf8(type[1]);
        if (!type[0].strip().equals(FORM) || !utf8) {
            throw Refusal.UNSUPPORTED_MEDIA_TYPE.because("the body has to be " + FORM + " in UTF-8");
        }
        return call.body();
    }

    private static boolean isUtf8(String parameters) {
        String bare = parameters.replace("\"", "").replace(" ", "");
        return !bare.contains("charset=")
                || bare.contains("charset=utf-8")
                || bare.contains("charset=utf8")
                || bare.contains("charset=us-ascii");
    }
}
