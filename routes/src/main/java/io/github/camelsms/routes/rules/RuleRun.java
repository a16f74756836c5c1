package io.github.camelsms.routes.rules;

import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;

/** What the rules have decided so far about one message, and what is to be done because of that. */
final class RuleRun {

    private static final String PROPERTY = "CamelSmsRuleRun";

    /** A rule may hand its message to rules again, such as by {@code direct:sms-submit}; not for ever. */
    private static final int MOST_HOPS = 3;

    /** Which way the message goes. */
    enum Direction {
        OUTGOING,
        INCOMING
    }

    /** How the rules end for a message that does not simply go on. */
    enum End {
        /** Its sender is told that it is not taken. */
        REJECTED,
        /** The same, and the phone has asked for it. */
        OPTED_OUT,
        /** It goes nowhere. */
        DELETED,
        /** It goes somewhere else. */
        FORWARDED
    }

    /**
     * A decision.
     *
     * @param text for the sender when it is rejected, for the operator in other cases
     */
    record Verdict(End end, String text) {}

    /** Something that others notice, done when all rules have run. */
    interface Effect {

        void run() throws Exception;
    }

    private final Direction direction;
    private final int hops;
    private final List<Effect> effects = new ArrayList<>();
    private Optional<Verdict> verdict = Optional.empty();

    private RuleRun(Direction direction, int hops) {
        this.direction = direction;
        this.hops = hops;
    }

    /**
     * Begins rules for the message of an exchange.
     *
     * @throws SmsRejectedException when rules have sent it to themselves again and again
     */
    static RuleRun begin(Exchange exchange, Direction direction) {
        int hops = of(exchange).map(outer -> outer.hops + 1).orElse(0);
        if (hops > MOST_HOPS) {
            throw new SmsRejectedException(Code.RULE_FAILED, "The rules send the message round in a circle");
        }
        RuleRun run = new RuleRun(direction, hops);
        exchange.setProperty(PROPERTY, run);
        return run;
    }

    /** The rules that an exchange is in; empty in any other route. */
    static Optional<RuleRun> of(Exchange exchange) {
        return Optional.ofNullable(exchange.getProperty(PROPERTY, RuleRun.class));
    }

    Direction direction() {
        return direction;
    }

    Optional<Verdict> verdict() {
        return verdict;
    }

    void decide(Verdict decision) {
        verdict = Optional.of(decision);
    }

    void later(Effect effect) {
        effects.add(effect);
    }

    List<Effect> effects() {
        return List.copyOf(effects);
    }
}
