package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.settings.RuleSettings;
import io.github.camelsms.sms.camel.SmsComponent;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.EndpointUriFactory;

/** Puts what rules are made of into a context, and the steps that call the rules of the operator. */
public final class Rules {

    /** Our own route file for each place where rules begin; a route of the operator takes its place. */
    public static final Map<String, String> NO_RULES =
            Map.of(OutgoingRules.URI, "rules-outgoing.yaml", IncomingRules.URI, "rules-incoming.yaml");

    private static final int MOST_THREADS = 20;

    private Rules() {}

    /**
     * Adds the component {@code sms-rule}, the language {@code smsRule} and the beans {@code smsOutgoingRules} and
     * {@code smsIncomingRules}.
     *
     * @return what keeps messages out while rules are exchanged
     */
    public static RuleGate addTo(CamelContext context, RuleSettings settings, Clock clock) throws Exception {
        Lists lists = new Lists(
                settings.lists(),
                () -> context.getComponent("sms", SmsComponent.class)
                        .operations()
                        .phoneLists(),
                clock);
        RuleWorld world = new RuleWorld(lists, settings.domain(), clock);
        Outlets outlets = new Outlets(context.createProducerTemplate(), settings, clock);
        context.addComponent(RuleComponent.SCHEME, new RuleComponent(world, outlets));
        context.getRegistry().bind("smsRuleUris", EndpointUriFactory.class, new RuleUriFactory());
        context.getRegistry().bind(RuleLanguage.NAME + "-language", new RuleLanguage(world));
        ExecutorService executor =
                context.getExecutorServiceManager().newThreadPool(Rules.class, "sms-rules", MOST_THREADS, MOST_THREADS);
        RuleGate gate = new RuleGate(executor);
        context.getRegistry().bind("smsOutgoingRules", new OutgoingRules(context, gate, executor));
        context.getRegistry().bind("smsIncomingRules", new IncomingRules(context, gate, executor));
        return gate;
    }
}
