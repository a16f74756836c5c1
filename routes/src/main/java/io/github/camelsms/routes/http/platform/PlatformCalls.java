package io.github.camelsms.routes.http.platform;

import io.github.camelsms.routes.http.AnswerForm;
import io.github.camelsms.routes.http.Answers;
import io.github.camelsms.routes.http.CallComponent;
import io.github.camelsms.routes.http.CallEndpoints;
import io.github.camelsms.routes.http.Listener;
import java.time.Duration;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.support.CamelContextHelper;

/**
 * Calls by the router of camel-platform-http. Its own endpoint reads a query and a form before we see them, and answers
 * what it does not like; so the router is asked directly.
 */
public final class PlatformCalls implements CallEndpoints {

    private final CamelContext context;

    private PlatformCalls(CamelContext context) {
        this.context = context;
    }

    /**
     * Binds the component {@code sms-http}. A context whose platform has brought no router gets a server of Vert.x, which
     * listens once all routes run; {@code platform-http:} endpoints of the operator are served by it too.
     *
     * @param listener holds the address until then
     * @param forms the form in which a path is answered when no route could
     */
    public static void addTo(CamelContext context, Listener listener, Function<String, AnswerForm> forms)
            throws Exception {
        if (context.getRegistry().findByType(VertxPlatformHttpRouter.class).isEmpty()) {
            PlatformServer server = PlatformServer.bind(context, listener, forms);
            context.addService(server);
            context.addStartupListener((started, alreadyStarted) -> server.listen());
        }
        CallComponent.addTo(context, new PlatformCalls(context));
    }

    @Override
    public Endpoint endpoint(String path, Match match, Answers answers) throws Exception {
        Duration patience =
                Duration.ofMillis(Long.parseLong(context.resolvePropertyPlaceholders("{{sms.http.timeoutMillis}}")));
        return new PlatformEndpoint(
                context,
                CamelContextHelper.mandatoryFindSingleByType(context, VertxPlatformHttpRouter.class),
                match == Match.PREFIX ? path + "*" : path,
                answers,
                patience);
    }
}
