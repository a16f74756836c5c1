package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.rules.RuleRun.Direction;
import io.github.camelsms.routes.rules.RuleRun.Verdict;
import io.github.camelsms.sms.camel.SmsConstants;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExchangeHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rules for messages that were received. One that is rejected, deleted or forwarded goes no further; it stays in the
 * store as done. When a rule fails, the message is tried again.
 */
final class IncomingRules extends RuleStep {

    static final String URI = "direct:sms-incoming-rules";
    static final String OPT_OUT = "direct:sms-optout-rules";

    private static final Logger LOG = LoggerFactory.getLogger(IncomingRules.class);
    private static final String NONE = "no-incoming-rules";
    private static final String NO_OPT_OUT = "no-optout-rules";

    private IncomingRules(CamelContext context, String uri, String none, RuleGate gate, Executor executor)
            throws Exception {
        super(context, Direction.INCOMING, uri, none, gate, executor);
    }

    /** For messages that answer nobody. */
    static IncomingRules ofStrangers(CamelContext context, RuleGate gate, Executor executor) throws Exception {
        return new IncomingRules(context, URI, NONE, gate, executor);
    }

    /** For all messages, before anything else is decided about them: a STOP counts whomever it answers. */
    static IncomingRules ofAll(CamelContext context, RuleGate gate, Executor executor) throws Exception {
        return new IncomingRules(context, OPT_OUT, NO_OPT_OUT, gate, executor);
    }

    @Override
    List<Exchange> copies(Exchange exchange) {
        return List.of(ExchangeHelper.createCorrelatedCopy(exchange, false));
    }

    @Override
    boolean decides(Exchange copy) {
        return false;
    }

    @Override
    void refuse(List<Exchange> copies) throws Exception {
        Exception failure = copies.get(0).getException();
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    void settle(Exchange exchange, List<Exchange> copies) {
        Exchange copy = copies.get(0);
        Optional<Verdict> verdict = RuleRun.of(copy).flatMap(RuleRun::verdict);
        if (verdict.isPresent()) {
            LOG.info(
                    "{} goes no further, {}: {}",
                    exchange.getMessage().getHeader(SmsConstants.MESSAGE_ID),
                    verdict.get().end(),
                    verdict.get().text());
            exchange.setRouteStop(true);
            return;
        }
        exchange.getMessage().setBody(copy.getMessage().getBody());
        exchange.getMessage().setHeaders(new HashMap<>(copy.getMessage().getHeaders()));
    }
}
