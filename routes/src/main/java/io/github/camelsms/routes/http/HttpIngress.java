package io.github.camelsms.routes.http;

import org.apache.camel.CamelContext;

/** Puts what all HTTP route files refer to into a context. */
public final class HttpIngress {

    private HttpIngress() {}

    /**
     * Binds the component {@code jetty} and the bean {@code smsHttp}, a binding that answers in plain text.
     *
     * @param connectionsPerAddress so many connections of one address are open at a time
     * @param problems the form for what is under {@code /api}
     */
    public static void addTo(CamelContext context, Listener listener, int connectionsPerAddress, AnswerForm problems) {
        context.addComponent(
                "jetty",
                new GatewayJetty(
                        listener,
                        connectionsPerAddress,
                        path -> path.startsWith("/api/") ? problems : AnswerForm.PLAIN));
        context.getRegistry().bind("smsHttp", new HttpCallBinding(AnswerForm.PLAIN));
    }
}
