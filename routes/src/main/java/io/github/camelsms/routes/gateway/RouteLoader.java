package io.github.camelsms.routes.gateway;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.RoutesBuilderLoader;
import org.apache.camel.spi.RoutesLoader;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.util.URISupport;

/** Loads the route files of the operator, then those of ours that they do not replace. */
final class RouteLoader {

    private static final String OURS = "classpath:routes/";

    private final ModelCamelContext context;

    RouteLoader(CamelContext context) {
        this.context = (ModelCamelContext) context;
    }

    void load(List<Path> files) throws StartFailedException {
        for (Path file : files) {
            try {
                load(ResourceHelper.resolveResource(
                        context, "file:" + file.toAbsolutePath().normalize()));
            } catch (Exception e) {
                throw new StartFailedException("the route file " + file + " is broken: " + StartFailure.reason(e), e);
            }
        }
        loadOurs("http-icewarp.yaml");
        if (!isConsumed("incoming")) {
            loadOurs("sms-to-mail.yaml");
        }
        if (!isConsumed("reports")) {
            loadOurs("reports.yaml");
        }
    }

    /** Loads one of our own files. */
    void loadOurs(String name) throws StartFailedException {
        try {
            load(ResourceHelper.resolveMandatoryResource(context, OURS + name));
        } catch (Exception e) {
            throw new StartFailedException(
                    "the built-in routes " + name + " cannot be loaded: " + StartFailure.reason(e), e);
        }
    }

    private void load(Resource resource) throws Exception {
        RoutesLoader loader = PluginHelper.getRoutesLoader(context);
        if (resource.getLocation().toLowerCase(Locale.ROOT).endsWith(".yml")) {
            // Camel knows the longer name only
            RoutesBuilderLoader yaml = loader.getRoutesLoader("yaml");
            yaml.preParseRoute(resource);
            context.addRoutes(yaml.loadRoutesBuilder(resource));
        } else {
            loader.loadRoutes(resource);
        }
    }

    private boolean isConsumed(String mailbox) {
        return context.getRouteDefinitions().stream()
                .map(RouteDefinition::getInput)
                .map(input -> URISupport.stripQuery(input.getEndpointUri()))
                .anyMatch(uri -> uri.equals("sms:" + mailbox) || uri.equals("sms://" + mailbox));
    }
}
