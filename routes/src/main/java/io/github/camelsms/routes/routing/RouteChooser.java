package io.github.camelsms.routes.routing;

import io.github.camelsms.sms.address.NumberFacts;
import io.github.camelsms.sms.address.NumberPlan;
import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.routing.Candidate;
import io.github.camelsms.sms.routing.Decision;
import io.github.camelsms.sms.routing.Destination;
import io.github.camelsms.sms.routing.Explanation;
import io.github.camelsms.sms.routing.GatewayState.Presence;
import io.github.camelsms.sms.routing.Router;
import io.github.camelsms.sms.routing.Strategy;
import io.github.camelsms.sms.routing.Turns;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the gateways of one message, and says why. */
public final class RouteChooser {

    private static final Logger LOG = LoggerFactory.getLogger(RouteChooser.class);
    private static final String STEP = "route";
    private static final int KEPT_CANDIDATES = 3;
    private static final int KEPT_REFUSALS = 5;

    private final Supplier<Router> router;
    private final GatewayStateCache states;
    private final NumberPlan plan;
    private final Turns turns;
    private final Clock clock;
    private final int most;

    /**
     * @param router by the prices that are in force
     * @param most how long a preference list may be
     */
    public RouteChooser(
            Supplier<Router> router, GatewayStateCache states, NumberPlan plan, Turns turns, Clock clock, int most) {
        this.router = router;
        this.states = states;
        this.plan = plan;
        this.turns = turns;
        this.clock = clock;
        this.most = most;
    }

    /**
     * What is asked.
     *
     * @param number the recipient
     * @param network MCC and MNC, where somebody has found them out
     * @param pinned gateways that were asked for
     * @param parts how many there are
     * @param strategies instead of those that are set
     */
    public record Question(
            PhoneNumber number,
            Optional<String> network,
            List<String> pinned,
            int parts,
            Optional<List<Strategy>> strategies) {

        /** The same for another recipient. */
        Question about(PhoneNumber other) {
            return new Question(other, network, pinned, parts, strategies);
        }

        /** The same by other strategies. */
        Question by(List<Strategy> others) {
            return new Question(number, network, pinned, parts, Optional.of(others));
        }
    }

    /**
     * The gateways, the one to be asked first in front.
     *
     * @param explanation that is written to, where somebody wants to know
     * @throws SmsRejectedException with {@code NO_ROUTE} when there is none
     */
    public List<String> choose(Question question, Optional<Explanation> explanation) {
        NumberFacts facts = plan.facts(question.number());
        Destination destination = destination(facts, question.network());
        Instant at = explanation.flatMap(Explanation::at).orElseGet(clock::instant);
        Turns.Purpose purpose = explanation.filter(Explanation::isDryRun).isPresent()
                        || !question.pinned().isEmpty()
                ? Turns.Purpose.LOOK
                : Turns.Purpose.TAKE;
        Router by = question.strategies().map(router.get()::with).orElseGet(router);
        Decision decision = by.decide(destination, question.parts(), states.recent(), at, turns, purpose);
        if (decision.order().isEmpty()) {
            // perhaps a gateway has just come
            decision = by.decide(destination, question.parts(), states.now(), at, turns, purpose);
        }
        List<String> chosen =
                question.pinned().isEmpty() ? decision.gateways(most) : narrowed(question.pinned(), decision);
        Decision decided = decision;
        explanation.ifPresent(to -> explain(to, question, facts, decided, chosen));
        if (chosen.isEmpty()) {
            LOG.info("no route to {}: {}", question.number().masked(), decision.reasons());
            throw new SmsRejectedException(Code.NO_ROUTE, "No gateway carries to this number, or none does now");
        }
        return chosen;
    }

    /** Of several that were asked for, those that can carry it now; one alone is waited for. */
    private static List<String> narrowed(List<String> pinned, Decision decision) {
        List<String> able = decision.order().stream().map(Candidate::gateway).toList();
        List<String> kept = pinned.stream().filter(able::contains).toList();
        return kept.isEmpty() ? pinned : kept;
    }

    private static Destination destination(NumberFacts facts, Optional<String> network) {
        String number = facts.number().value();
        // a short code of the home country is no number that its price is about
        Optional<String> country =
                facts.country().filter(code -> number.startsWith("+") && !code.equals(NumberFacts.NO_COUNTRY));
        return new Destination(
                number, country, country.map(NumberPlan::callingCode).orElse(0), network);
    }

    private void explain(Explanation to, Question question, NumberFacts facts, Decision decision, List<String> chosen) {
        to.add(STEP, where(facts, question.network()));
        boolean all = to.isDryRun();
        decision.order().stream()
                .filter(candidate ->
                        question.pinned().isEmpty() || question.pinned().contains(candidate.gateway()))
                .limit(all ? Long.MAX_VALUE : KEPT_CANDIDATES)
                .forEach(candidate -> to.add(STEP, "candidate " + candidate.describe()));
        decision.refused().stream()
                .filter(refused ->
                        question.pinned().isEmpty() || question.pinned().contains(refused.gateway()))
                .limit(all ? Long.MAX_VALUE : KEPT_REFUSALS)
                .forEach(refused -> to.add(STEP, "refused " + refused.gateway() + " " + refused.reason()));
        to.add(STEP, conclusion(question, decision, chosen));
    }

    private static String where(NumberFacts facts, Optional<String> network) {
        return "to " + facts.number()
                + facts.country().map(country -> ", " + country).orElse("")
                + (facts.isValid()
                        ? ", " + facts.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        : ", of no known range")
                + network.map(mccMnc -> ", network " + mccMnc).orElse("");
    }

    private String conclusion(Question question, Decision decision, List<String> chosen) {
        if (chosen.isEmpty()) {
            return "no gateway is left: the message is refused with no_route";
        }
        String list = String.join(",", chosen);
        if (!question.pinned().isEmpty()) {
            return "the message names its gateways: " + list
                    + (decision.order().stream().map(Candidate::gateway).noneMatch(chosen::contains)
                            ? ", it waits for them"
                            : "");
        }
        Candidate first = decision.order().get(0);
        String strategies = question.strategies().orElseGet(() -> router.get().strategies()).stream()
                .map(Strategy::toString)
                .collect(Collectors.joining(", "));
        return "chosen " + list + " by " + strategies
                + first.price()
                        .map(line -> "; " + question.parts() + " " + (question.parts() == 1 ? "part" : "parts")
                                + " for " + line.price().times(question.parts()))
                        .orElse("")
                + (first.state().presence() == Presence.SERVED ? "" : "; it is down, the next one takes over");
    }
}
