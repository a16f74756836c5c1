package io.github.camelsms.sms.routing;

import io.github.camelsms.sms.routing.Decision.Refused;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides who carries a message: the gateways that reach the number, have room in their budget and are not cooling down,
 * in the order of the strategies.
 */
public final class Router {

    private final PriceTables prices;
    private final Map<String, GatewayTerms> terms;
    private final List<Strategy> strategies;
    private final ZoneId zone;
    private final Set<String> known;

    /**
     * @param prices what they ask for
     * @param terms what the operator has said of each
     * @param strategies how they are ordered
     * @param zone of days, months and hours
     */
    public Router(PriceTables prices, Map<String, GatewayTerms> terms, List<Strategy> strategies, ZoneId zone) {
        this.prices = prices;
        this.terms = Map.copyOf(terms);
        this.strategies = List.copyOf(strategies);
        this.zone = zone;
        Set<String> all = new TreeSet<>(terms.keySet());
        all.addAll(prices.gateways());
        this.known = Collections.unmodifiableSet(all);
    }

    /** How they are ordered. */
    public List<Strategy> strategies() {
        return strategies;
    }

    /** Whether it goes by exactly these prices. */
    @SuppressWarnings("ReferenceEquality") // tables are large, and each reading makes new ones
    public boolean isBy(PriceTables tables) {
        return prices == tables;
    }

    /** The same with other prices. */
    public Router with(PriceTables other) {
        return new Router(other, terms, strategies, zone);
    }

    /** The same by other strategies. */
    public Router with(List<Strategy> others) {
        return new Router(prices, terms, others, zone);
    }

    /**
     * Decides.
     *
     * @param destination where to
     * @param parts how many
     * @param states of all gateways that there are
     * @param turns among equals
     */
    public Decision decide(
            Destination destination,
            int parts,
            Map<String, GatewayState> states,
            Instant at,
            Turns turns,
            Turns.Purpose purpose) {
        Map<String, PriceLine> lines = prices.lookUp(destination, at);
        List<Candidate> candidates = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (String gateway : known) {
            GatewayTerms of = terms.getOrDefault(gateway, GatewayTerms.standard(gateway));
            Candidate candidate = new Candidate(
                    gateway,
                    Optional.ofNullable(lines.get(gateway)),
                    of,
                    states.getOrDefault(gateway, GatewayState.UNKNOWN));
            Optional<String> reason = refusal(candidate, destination, parts, at);
            if (reason.isPresent()) {
                refused.add(new Refused(gateway, reason.get()));
            } else {
                candidates.add(candidate);
            }
        }
        return new Decision(Strategy.order(candidates, strategies, turns, purpose), refused);
    }

    /** All gateways that prices or terms name. */
    public Set<String> known() {
        return known;
    }

    /** Why a gateway cannot carry a message now, whoever wants it to. */
    private Optional<String> refusal(Candidate candidate, Destination destination, int parts, Instant at) {
        if (candidate.price().isEmpty() && !candidate.terms().covers(destination)) {
            return Optional.of("has no price line for this number");
        }
        if (candidate.state().presence() == GatewayState.Presence.UNKNOWN) {
            return Optional.of("is in the tables, but no gateway has this id");
        }
        return candidate
                .state()
                .coolingUntil()
                .filter(at::isBefore)
                .map(end -> "has failed too often, it is asked again at " + end)
                .or(() -> overBudget(candidate, destination, parts, at));
    }

    private Optional<String> overBudget(Candidate candidate, Destination destination, int parts, Instant at) {
        GatewayBudget budget = candidate.terms().budget();
        GatewayState state = candidate.state();
        Optional<Instant> opens = budget.opensAt(at, zone);
        if (opens.isPresent()) {
            return Optional.of("does not send at this time, but from " + opens.get());
        }
        if (parts > budget.partsADay() - state.partsToday()) {
            return Optional.of("has sent " + state.partsToday() + " of its " + budget.partsADay() + " parts of today");
        }
        if (parts > budget.partsAMonth() - state.partsThisMonth()) {
            return Optional.of(
                    "has sent " + state.partsThisMonth() + " of its " + budget.partsAMonth() + " parts of this month");
        }
        if (state.recipientsToday() >= budget.recipientsADay() && !state.known().contains(destination.number())) {
            return Optional.of("has written to its " + budget.recipientsADay()
                    + " different numbers of today, and not to this one");
        }
        return Optional.empty();
    }
}
