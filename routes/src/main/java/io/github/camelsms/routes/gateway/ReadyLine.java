package io.github.camelsms.routes.gateway;

import io.github.camelsms.routes.ingress.Authentication;
import io.github.camelsms.sms.account.Accounts;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.util.URISupport;

/** The one line on standard output that scripts wait for. */
final class ReadyLine {

    private ReadyLine() {}

    static String of(CamelContext context, String listeners, Authentication authentication, Accounts accounts) {
        List<String> gateways = gateways(context);
        String line =
                "ready " + listeners + " gateways: " + (gateways.isEmpty() ? "none" : String.join(", ", gateways));
        if (authentication.isOpen()) {
            return line + " – no account defined: whoever is on this machine may send";
        }
        return accounts.isEmpty()
                ? line + " – no account defined: nobody may send until sms.accounts.NAME.password is set"
                : line;
    }

    /** Ids of the routes that begin with {@code sms:outgoing?gateway=…}. */
    static List<String> gateways(CamelContext context) {
        return context.getRoutes().stream()
                .map(Route::getEndpoint)
                .map(endpoint -> gateway(endpoint.getEndpointUri()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The gateway that a route with this input is. */
    static Optional<String> gateway(String uri) {
        if (!URISupport.stripQuery(uri).matches("sms:(//)?outgoing")) {
            return Optional.empty();
        }
        try {
            String query = URISupport.extractQuery(uri);
            return query == null
                    ? Optional.empty()
                    : Optional.ofNullable(URISupport.parseQuery(query).get("gateway"))
                            .map(Objects::toString);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
