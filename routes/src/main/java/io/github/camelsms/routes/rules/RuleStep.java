package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.rules.RuleRun.Direction;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step of our routes that has the operator's rules decide about a message. They run on copies, one for each
 * recipient, so that a rule that ends its route ends the rules and nothing else. What others notice is done when all of
 * them have been decided about.
 */
abstract class RuleStep extends AsyncProcessorSupport {

    private static final Logger LOG = LoggerFactory.getLogger(RuleStep.class);

    private final CamelContext context;
    private final Direction direction;
    private final String none;
    private final RuleGate gate;
    private final Executor executor;
    private final AsyncProducer rules;

    /**
     * @param uri where the rules begin
     * @param none identity of our own route there, which does nothing
     */
    RuleStep(CamelContext context, Direction direction, String uri, String none, RuleGate gate, Executor executor)
            throws Exception {
        this.context = context;
        this.direction = direction;
        this.none = none;
        this.gate = gate;
        this.executor = executor;
        this.rules = context.getEndpoint(uri).createAsyncProducer();
    }

    /** The copies that are decided about, each with one recipient. */
    abstract List<Exchange> copies(Exchange exchange);

    /** Whether there is no need to ask the rules about the other copies. */
    abstract boolean decides(Exchange copy);

    /** Turns what the rules have decided into what becomes of the exchange. */
    abstract void settle(Exchange exchange, List<Exchange> copies) throws Exception;

    /** Refuses before anything is done. */
    abstract void refuse(List<Exchange> copies) throws Exception;

    @Override
    protected void doStart() {
        ServiceHelper.startService(rules);
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopService(rules);
    }

    @Override
    public final boolean process(Exchange exchange, AsyncCallback callback) {
        boolean inside = gate.enter(() -> run(exchange, done -> callback.done(false)));
        return inside && run(exchange, callback);
    }

    private boolean run(Exchange exchange, AsyncCallback callback) {
        AsyncCallback leave = sync -> {
            gate.leave();
            callback.done(sync);
        };
        if (context.getRoute(none) != null) {
            leave.done(true);
            return true;
        }
        try {
            List<Exchange> copies = copies(exchange);
            copies.forEach(copy -> RuleRun.begin(copy, direction));
            return next(exchange, copies, 0, leave);
        } catch (RuntimeException e) {
            exchange.setException(e);
            leave.done(true);
            return true;
        }
    }

    /** A loop while rules are done at once, else it goes on from where they are: no depth of the stack for recipients. */
    private boolean next(Exchange exchange, List<Exchange> copies, int first, AsyncCallback callback) {
        boolean sync = first == 0;
        for (int i = first; i < copies.size(); i++) {
            int following = i + 1;
            boolean at = rules.process(copies.get(i), done -> {
                if (!done) {
                    next(exchange, copies, endOr(copies, following), callback);
                }
            });
            if (!at) {
                return false;
            }
            i = endOr(copies, following) - 1;
        }
        return end(exchange, copies, sync, callback);
    }

    private int endOr(List<Exchange> copies, int following) {
        return decides(copies.get(following - 1)) ? copies.size() : following;
    }

    private boolean end(Exchange exchange, List<Exchange> copies, boolean sync, AsyncCallback callback) {
        copies.forEach(copy -> copy.setRouteStop(false));
        boolean effects = copies.stream()
                .anyMatch(copy -> !RuleRun.of(copy).orElseThrow().effects().isEmpty());
        if (effects) {
            executor.execute(() -> {
                finish(exchange, copies);
                callback.done(false);
            });
            return false;
        }
        finish(exchange, copies);
        callback.done(sync);
        return sync;
    }

    private void finish(Exchange exchange, List<Exchange> copies) {
        try {
            refuse(copies);
            for (Exchange copy : copies) {
                for (RuleRun.Effect effect : RuleRun.of(copy).orElseThrow().effects()) {
                    effect.run();
                }
            }
            settle(exchange, copies);
        } catch (Exception e) {
            LOG.debug("rules have refused or failed", e);
            exchange.setException(failure(e));
        }
    }

    /** What is answered when a rule fails. */
    Exception failure(Exception e) {
        return e;
    }
}
