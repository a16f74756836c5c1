package io.github.camelsms.routes.gateway;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteTemplateParameterDefinition;

/** The gateways that are set up by settings: each a route of the template {@code sms-http-gateway}. */
final class ProviderRoutes {

    private static final String TEMPLATE = "sms-http-gateway";

    private ProviderRoutes() {}

    static void addTo(CamelContext context, Map<String, Map<String, String>> gateways) throws StartFailedException {
        Set<String> known = ((ModelCamelContext) context)
                .getRouteTemplateDefinition(TEMPLATE).getTemplateParameters().stream()
                        .map(RouteTemplateParameterDefinition::getName)
                        .collect(Collectors.toSet());
        for (Map.Entry<String, Map<String, String>> gateway : gateways.entrySet()) {
            String id = gateway.getKey();
            for (String name : gateway.getValue().keySet()) {
                if (!known.contains(name)) {
                    throw new StartFailedException("sms.gateways." + id + "." + name + ": there is no such setting");
                }
            }
            try {
                TemplatedRouteBuilder route = TemplatedRouteBuilder.builder(context, TEMPLATE)
                        .routeId("gateway-" + id)
                        .parameter("gateway", id);
                gateway.getValue().forEach(route::parameter);
                route.add();
            } catch (Exception e) {
                throw new StartFailedException("sms.gateways." + id + ": " + StartFailure.reason(e), e);
            }
        }
    }
}
