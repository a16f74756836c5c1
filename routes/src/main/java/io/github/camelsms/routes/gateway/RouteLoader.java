package io.github.camelsms.routes.gateway;

import io.github.camelsms.routes.rules.BrokenStepException;
import io.github.camelsms.routes.rules.RuleCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.RoutesBuilderLoader;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.util.FileUtil;
import org.apache.camel.util.URISupport;

/** Puts route files into the context and takes their routes out again. */
final class RouteLoader {

    private static final String CALLED = "direct:";
    private static final String OURS = "classpath:routes/";

    private final ModelCamelContext context;

    RouteLoader(CamelContext context) {
        this.context = (ModelCamelContext) context;
    }

    /** Adds the routes of one of our own files. */
    FileRoutes loadOurs(String name) throws StartFailedException {
        try {
            return load(ResourceHelper.resolveMandatoryResource(context, OURS + name));
        } catch (Exception e) {
            throw new StartFailedException(
                    "the built-in routes " + name + " cannot be loaded: " + StartFailure.reason(e), e);
        }
    }

    /** Adds the routes of a file of the operator. When it fails, none of them is there. */
    FileRoutes load(Path file, String content) throws StartFailedException {
        check(file, content);
        try {
            return load(resource(file, content));
        } catch (Exception e) {
            throw broken(file, e);
        }
    }

    /**
     * Reads a file without adding its routes: fails when it is broken, or when its sources do not exist.
     *
     * @return the URIs that its routes begin with
     */
    List<String> check(Path file, String content) throws StartFailedException {
        try {
            List<String> sources = new ArrayList<>();
            if (builder(resource(file, content)) instanceof RouteBuilder routes) {
                for (RouteDefinition route : routes.configureRoutes(context).getRoutes()) {
                    RuleCheck.check(context, route);
                    sources.add(route.getInput().getEndpointUri());
                }
            }
            return sources;
        } catch (Exception e) {
            throw broken(file, e);
        }
    }

    /**
     * Adds those routes of a file that other routes call; nothing is opened that the others begin or end with.
     *
     * @return the URIs that all its routes begin with
     */
    List<String> loadCalled(Path file, String content) throws StartFailedException {
        List<String> sources = check(file, content);
        try {
            RoutesBuilder builder = builder(resource(file, content));
            if (builder instanceof RouteBuilder routes) {
                List<RouteDefinition> all = routes.configureRoutes(context).getRoutes();
                all.removeIf(route -> !route.getInput().getEndpointUri().startsWith(CALLED));
            }
            context.addRoutes(builder);
            return sources;
        } catch (Exception e) {
            throw broken(file, e);
        }
    }

    void unload(FileRoutes routes) throws Exception {
        routes.removeFrom(context);
    }

    /** Whether there is a route, beside the given ones, that begins with this source, such as {@code sms:incoming}. */
    boolean isConsumed(String source, FileRoutes beside) {
        return FileRoutes.in(context).without(beside).routes().stream()
                .map(RouteDefinition::getInput)
                .anyMatch(input -> isSource(source, input.getEndpointUri()));
    }

    /** Whether who begins with this URI gets all of the source; a subscription leaves it to others too. */
    static boolean isSource(String source, String uri) {
        if (uri.contains("subscription=")) {
            return false;
        }
        String bare = URISupport.stripQuery(uri);
        return bare.equals(source) || bare.equals(source.replaceFirst(":", "://"));
    }

    private FileRoutes load(Resource resource) throws Exception {
        FileRoutes before = FileRoutes.in(context);
        try {
            RoutesBuilder builder = builder(resource);
            context.addRoutes(builder);
            // routes made of templates, which may stand in other files
            builder.addTemplatedRoutesToCamelContext(context);
            return FileRoutes.in(context).without(before);
        } catch (Exception e) {
            unload(FileRoutes.in(context).without(before));
            throw e;
        }
    }

    private RoutesBuilder builder(Resource resource) throws Exception {
        String extension = Optional.ofNullable(FileUtil.onlyExt(resource.getLocation(), true))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        RoutesBuilderLoader loader =
                PluginHelper.getRoutesLoader(context).getRoutesLoader(extension.equals("yml") ? "yaml" : extension);
        loader.preParseRoute(resource);
        return loader.loadRoutesBuilder(resource);
    }

    private static Resource resource(Path file, String content) {
        return ResourceHelper.fromString("file:" + file.toAbsolutePath().normalize(), content);
    }

    private static StartFailedException broken(Path file, Exception e) {
        boolean atLine = e instanceof BrokenStepException step && step.line() > 0;
        String place = atLine ? file + ":" + ((BrokenStepException) e).line() : file.toString();
        return new StartFailedException("the route file " + place + " is broken: " + StartFailure.reason(e), e);
    }
}
