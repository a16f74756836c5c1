package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Guards a listener that asks for no credentials because only this machine reaches it. A browser on this machine
 * reaches it too, and runs what any web site tells it to; and a proxy on this machine brings in the rest of the world.
 */
final class LocalBrowsers {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

    private LocalBrowsers() {}

    static void check(HttpCall call) throws RefusedException {
        if (call.field("forwarded").isPresent() || call.field("x-forwarded-for").isPresent()) {
            throw Refusal.UNAUTHENTICATED.because("a proxy has forwarded this request: define an account first");
        }
        // a name of somebody else that points to this machine (DNS rebinding)
        if (!call.field("host").map(LocalBrowsers::isLoopback).orElse(true)) {
            throw Refusal.CROSS_SITE.because("the host of the URL has to be localhost or a loopback address");
        }
        Optional<String> site = call.field("sec-fetch-site");
        boolean foreign = site.isPresent() && site.get().equals("cross-site");
        if (foreign || !isOurs(call.field("origin")) || !isOurs(call.field("referer"))) {
            throw Refusal.CROSS_SITE.because("a page of another site may not send: define an account first");
        }
    }

    private static boolean isOurs(Optional<String> url) {
        return url.isEmpty() || host(url.get()).map(LocalBrowsers::isLoopback).orElse(false);
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isLoopback(String authority) {
        String host = PORT.matcher(authority).replaceFirst("").toLowerCase(Locale.ROOT);
        return LOOPBACK.matcher(host).matches();
    }
}
