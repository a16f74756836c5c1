package io.github.camelsms.routes.provider;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;

/** The HTTP gateways that run, for the callbacks of their providers. */
public final class HttpGateways {

    private static final String NAME = "smsHttpGateways";

    private final Map<String, Definition> running = new ConcurrentHashMap<>();

    private HttpGateways() {}

    /** Those of a context. */
    public static HttpGateways of(CamelContext context) {
        synchronized (context) {
            HttpGateways known = context.getRegistry().lookupByNameAndType(NAME, HttpGateways.class);
            if (known == null) {
                known = new HttpGateways();
                context.getRegistry().bind(NAME, known);
            }
            return known;
        }
    }

    /** All gateways of a provider, by its name or one of its other names. */
    public List<Definition> of(String provider) {
        return running.values().stream()
                .filter(definition ->
                        definition.value("provider").filter(provider::equals).isPresent()
                                || definition.value("aliases").stream()
                                        .flatMap(names -> Arrays.stream(names.split("[ ,]+", -1)))
                                        .anyMatch(provider::equals))
                .toList();
    }

    void put(Definition definition) {
        running.put(definition.gateway(), definition);
    }

    void remove(Definition definition) {
        running.remove(definition.gateway(), definition);
    }
}
