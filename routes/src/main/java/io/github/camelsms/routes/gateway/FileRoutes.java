package io.github.camelsms.routes.gateway;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;

/**
 * What one route file has put into the context.
 *
 * @param routes its routes
 * @param configurations its route configurations
 */
record FileRoutes(List<RouteDefinition> routes, List<RouteConfigurationDefinition> configurations) {

    static final FileRoutes NONE = new FileRoutes(List.of(), List.of());

    FileRoutes {
        routes = List.copyOf(routes);
        configurations = List.copyOf(configurations);
    }

    /** All that is there now. */
    static FileRoutes in(ModelCamelContext context) {
        return new FileRoutes(context.getRouteDefinitions(), context.getRouteConfigurationDefinitions());
    }

    /** What is here and not there. */
    FileRoutes without(FileRoutes others) {
        List<RouteDefinition> moreRoutes = new ArrayList<>(routes);
        moreRoutes.removeAll(others.routes);
        List<RouteConfigurationDefinition> moreConfigurations = new ArrayList<>(configurations);
        moreConfigurations.removeAll(others.configurations);
        return new FileRoutes(moreRoutes, moreConfigurations);
    }

    List<String> ids() {
        return routes.stream().map(RouteDefinition::getRouteId).toList();
    }

    /** Stops its routes, as gracefully as the gateway itself stops, and takes everything out. */
    void removeFrom(ModelCamelContext context) throws Exception {
        for (RouteDefinition route : routes) {
            context.getRouteController().stopRoute(route.getRouteId());
            context.removeRouteDefinition(route);
        }
        for (RouteConfigurationDefinition configuration : configurations) {
            context.removeRouteConfiguration(configuration);
        }
    }
}
