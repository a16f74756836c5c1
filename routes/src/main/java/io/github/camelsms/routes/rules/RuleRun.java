package io.github.camelsms.routes.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;

/** What the rules have decided so far about one message, and what is to be done because of that. */
final class RuleRun {

    private static final String PROPERTY = "CamelSmsRuleRun";

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
    private final List<Effect> effects = new ArrayList<>();
    private Optional<Verdict> verdict = Optional.empty();

    private RuleRun(Direction direction) {
        this.direction = direction;
    }

    /** Begins rules for the message of an exchange. */
    static RuleRun begin(Exchange exchange, Direction direction) {
        RuleRun run = new RuleRun(direction);
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
