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
    private final Set<String> declared;

    DryStates(Settings settings) {
        this.settings = settings;
        this.operations = open(settings);
        this.declared = new TreeSet<>(settings.providers().keySet());
    }

    private static Optional<Operations> open(Settings settings) {
        try {
            return Optional.of(SmsComponent.operations(settings.store()));
        } catch (SmsRejectedException e) {
            LOG.debug("There is no store to look at: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** A route begins with this. */
    void declare(String uri) {
        ReadyLine.gateway(uri).ifPresent(declared::add);
    }

    /** The store of the gateway, where it has one. */
    Optional<Operations> operations() {
        return operations;
    }

    CompletionStage<Map<String, GatewayState>> read() {
        return operations
                .map(store -> store.gateways(settings.routing().budgets()))
                .orElseGet(() -> CompletableFuture.completedStage(Map.of()))
                .thenApply(known -> withDeclared(known, declared));
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

    @Override
    public void close() {
        operations.ifPresent(Operations::close);
    }
}
