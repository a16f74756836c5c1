package io.github.camelsms.routes.gateway;

import io.github.camelsms.sms.store.SmsRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;

/** From the exception that a start ended with to the one line that the operator needs. */
final class StartFailure {

    private StartFailure() {}

    static StartFailedException of(CamelContext context, Exception failure) {
        String reason = reason(failure);
        return route(failure)
                .flatMap(id -> place(context, id))
                .map(place -> new StartFailedException(place + ": " + reason, failure))
                .orElseGet(() -> new StartFailedException(reason, failure));
    }

    /**
     * The text of the store when it is to blame; else the innermost one, because the outer ones repeat it with more and
     * more around it.
     */
    static String reason(Throwable failure) {
        List<String> texts = new ArrayList<>();
        for (Throwable cause = failure; cause != null && texts.size() < 20; cause = cause.getCause()) {
            if (cause instanceof SmsRejectedException) {
                return cause.getMessage();
            }
            if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
                texts.add(cause.getMessage());
            }
        }
        return texts.isEmpty() ? failure.getClass().getSimpleName() : texts.get(texts.size() - 1);
    }

    private static Optional<String> route(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FailedToCreateRouteException e) {
                return Optional.ofNullable(e.getRouteId());
            }
            if (cause instanceof FailedToStartRouteException e) {
                return Optional.ofNullable(e.getRouteId());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> place(CamelContext context, String routeId) {
        RouteDefinition route = ((ModelCamelContext) context).getRouteDefinition(routeId);
        if (route == null || route.getLocation() == null) {
            return Optional.of("route " + routeId);
        }
        String file = route.getLocation().replaceFirst("^file:", "");
        return Optional.of(file + ":" + route.getLineNumber() + ": route " + routeId);
    }
}
