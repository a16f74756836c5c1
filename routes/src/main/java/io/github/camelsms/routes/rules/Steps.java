package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.rules.RuleRun.Direction;
import io.github.camelsms.routes.rules.RuleRun.Effect;
import io.github.camelsms.routes.rules.RuleRun.End;
import io.github.camelsms.routes.rules.RuleRun.Verdict;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.routing.Explanation;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What actions do with an exchange, in the rules of the gateway and in any other route. */
final class Steps {

    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);
    private static final String STEP = "rule";

    private Steps() {}

    /** Notes a decision where somebody wants to know, and for who looks for a fault. */
    static void explain(Exchange exchange, String decision) {
        explanation(exchange).ifPresent(known -> known.add(STEP, decision));
        LOG.debug("{}: {}", exchange.getExchangeId(), decision);
    }

    /** Whether nothing may come of it. */
    static boolean isDryRun(Exchange exchange) {
        return explanation(exchange).filter(Explanation::isDryRun).isPresent();
    }

    /** What time it is for decisions: now, or when somebody asks what would be decided then. */
    static Instant now(Exchange exchange, Clock clock) {
        return explanation(exchange).flatMap(Explanation::at).orElseGet(clock::instant);
    }

    /** Which way the message goes; in a route of its own, a message with a recipient is to be sent. */
    static Direction direction(Exchange exchange) {
        return RuleRun.of(exchange).map(RuleRun::direction).orElseGet(() -> {
            boolean toBeSent = exchange.getMessage().getHeader(SmsConstants.TO) != null;
            return toBeSent ? Direction.OUTGOING : Direction.INCOMING;
        });
    }

    /** Ends the rules for this message; a route that is no rule ends, by the exception when the message is rejected. */
    static void end(Exchange exchange, End end, String text) {
        explain(exchange, end.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + text);
        Optional<RuleRun> run = RuleRun.of(exchange);
        if (run.isEmpty() && (end == End.REJECTED || end == End.OPTED_OUT)) {
            throw new SmsRejectedException(refusal(end), text);
        }
        run.ifPresent(known -> known.decide(new Verdict(end, text)));
        exchange.setRouteStop(true);
    }

    static Code refusal(End end) {
        return end == End.OPTED_OUT ? Code.OPTED_OUT : Code.REJECTED_BY_RULE;
    }

    /**
     * Does something that others notice: when all rules have run, at once in a route of its own, and never in a dry run.
     *
     * @param what for the explanation
     */
    static void effect(Exchange exchange, String what, Effect effect) throws Exception {
        explain(exchange, what);
        if (isDryRun(exchange)) {
            return;
        }
        Optional<RuleRun> run = RuleRun.of(exchange);
        if (run.isPresent()) {
            run.get().later(effect);
        } else {
            effect.run();
        }
    }

    private static Optional<Explanation> explanation(Exchange exchange) {
        return Optional.ofNullable(exchange.getProperty(SmsConstants.EXPLANATION_PROPERTY, Explanation.class));
    }
}
