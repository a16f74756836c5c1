package io.github.camelsms.routes.rules;

import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** One action with its options. */
final class RuleEndpoint extends DefaultEndpoint {

    private final Action action;

    RuleEndpoint(RuleComponent component, String uri, Action action) {
        super(uri, component);
        this.action = action;
    }

    @Override
    public Producer createProducer() {
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) throws Exception {
                action.run(exchange);
            }
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new IllegalArgumentException("a route does not begin with an action: " + getComponent());
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
