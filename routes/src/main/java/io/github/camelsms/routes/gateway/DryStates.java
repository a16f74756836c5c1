package io.github.camelsms.routes.gateway;

import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.camel.SmsComponent;
import io.github.camelsms.sms.routing.GatewayState;
import io.github.camelsms.sms.routing.GatewayState.Presence;
import io.github.camelsms.sms.store.Operations;
import io.github.camelsms.sms.store.SmsRejectedException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What gateways are like, seen from outside of the process that runs them: as its store says; and while nobody runs any,
 * as if all that are set up were there.
 */
final class DryStates implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DryStates.class);

    private final Settings settings;
    private final Optional<Operations> operations;

    DryStates(Settings settings) {
        this.settings = settings;
        this.operations = open(settings);
    }

    private static Optional<Operations> open(Settings settings) {
        try {
            return Optional.of(SmsComponent.operations(settings.store()));
        } catch (SmsRejectedException e) {
            LOG.debug("There is no store to look at: {}", e.getMessage());
            return Optional.empty();
        }
    }

    CompletionStage<Map<String, GatewayState>> read(CamelContext context) {
        return operations
                .map(store -> store.gateways(settings.routing().budgets()))
                .orElseGet(() -> CompletableFuture.completedStage(Map.of()))
                .thenApply(known -> withDeclared(known, declared(context)));
    }

    private static Map<String, GatewayState> withDeclared(Map<String, GatewayState> known, Set<String> declared) {
        boolean running = known.values().stream().anyMatch(state -> state.presence() == Presence.SERVED);
        Map<String, GatewayState> states = new TreeMap<>(known);
        for (String gateway : declared) {
            GatewayState state = known.getOrDefault(gateway, GatewayState.FRESH);
            states.put(gateway, running && known.containsKey(gateway) ? state : state.withPresence(Presence.SERVED));
        }
        return states;
    }

    private Set<String> declared(CamelContext context) {
        Set<String> gateways = new TreeSet<>(settings.providers().keySet());
        ((ModelCamelContext) context)
                .getRouteDefinitions()
                .forEach(route ->
                        ReadyLine.gateway(route.getInput().getEndpointUri()).ifPresent(gateways::add));
        return gateways;
    }

    @Override
    public void close() {
        operations.ifPresent(Operations::close);
    }
}
