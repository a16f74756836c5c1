package io.github.camelsms.routes.http.jetty;

import io.github.camelsms.routes.http.AnswerForm;
import io.github.camelsms.routes.http.Answers;
import io.github.camelsms.routes.http.CallComponent;
import io.github.camelsms.routes.http.CallEndpoints;
import io.github.camelsms.routes.http.Listener;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.jetty.JettyHttpEndpoint;

/** Calls by the component {@code jetty}, which the operator's own routes share. */
public final class JettyCalls implements CallEndpoints {

    // no thread waits for the disk; measured at 64 connections: twice as many requests as without useContinuation
    private static final String ENDPOINT = "jetty:http://{{sms.http.authority}}%s?matchOnUriPrefix=%s"
            + "&useContinuation=true&continuationTimeout={{sms.http.timeoutMillis}}"
            + "&enableMultipartFilter=false&optionsEnabled=true&traceEnabled=true";

    private final CamelContext context;
    private final GatewayJetty jetty;

    private JettyCalls(CamelContext context, GatewayJetty jetty) {
        this.context = context;
        this.jetty = jetty;
    }

    /**
     * Binds the components {@code jetty} and {@code sms-http}.
     *
     * @param connectionsPerAddress so many connections of one address are open at a time
     * @param forms the form in which a path is answered when no route could
     */
    public static void addTo(
            CamelContext context, Listener listener, int connectionsPerAddress, Function<String, AnswerForm> forms) {
        GatewayJetty jetty = new GatewayJetty(listener, connectionsPerAddress, forms);
        context.addComponent("jetty", jetty);
        CallComponent.addTo(context, new JettyCalls(context, jetty));
    }

    @Override
    public Endpoint endpoint(String path, Match match, Answers answers) throws Exception {
        String uri = context.resolvePropertyPlaceholders(ENDPOINT.formatted(path, match == Match.PREFIX));
        JettyHttpEndpoint endpoint = (JettyHttpEndpoint) jetty.createEndpoint(uri);
        endpoint.setHttpBinding(new HttpCallBinding(answers));
        return endpoint;
    }
}
