package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Authentication;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;

/** Puts what the HTTP route files refer to into a context. */
public final class HttpIngress {

    private HttpIngress() {}

    /**
     * Binds the component {@code jetty} and the beans {@code smsHttp} (binding) and {@code smsIceWarp} (first step of
     * {@code /sms/}).
     *
     * @param stopping true from the moment on that nothing more is taken in
     */
    public static void addTo(
            CamelContext context, Listener listener, Authentication authentication, BooleanSupplier stopping) {
        context.addComponent("jetty", new GatewayJetty(listener));
        context.getRegistry().bind("smsHttp", new HttpCallBinding(new Answers()));
        context.getRegistry().bind("smsIceWarp", new IceWarpIngress(authentication, stopping));
    }
}
