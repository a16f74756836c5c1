package io.github.camelsms.sms.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.routing.GatewayState.Presence;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StrategyTest {

    private final Turns turns = new Turns(new Random(1));

    private static Candidate candidate(String gateway, String price, GatewayTerms terms, GatewayState state) {
        PriceLine line = new PriceLine(
                Area.EVERYTHING,
                gateway,
                new PriceLine.Price(new BigDecimal(price), "EUR", new BigDecimal(price)),
                Tariff.ALWAYS,
                OptionalInt.empty(),
                "rates.csv:2");
        return new Candidate(gateway, Optional.of(line), terms, state);
    }

    private static Candidate candidate(String gateway, String price) {
        return candidate(gateway, price, GatewayTerms.standard(gateway), GatewayState.FRESH);
    }

    private static GatewayTerms terms(String gateway, int priority, int weight) {
        return new GatewayTerms(priority, weight, List.of(), 100, GatewayBudget.unlimited(gateway));
    }

    private List<String> order(String strategies, Candidate... candidates) {
        return Strategy.order(List.of(candidates), Strategy.parse(strategies), turns, Turns.Purpose.TAKE).stream()
                .map(Candidate::gateway)
                .toList();
    }

    @Test
    void equalOnesAreOrderedByTheNextStrategy() {
        Candidate[] candidates = {
            candidate("a", "0.10"),
            candidate("b", "0.1"),
            candidate("c", "0.05", terms("c", 0, 1), GatewayState.FRESH.withPresence(Presence.DOWN)),
            candidate("d", "0.050"),
        };

        assertThat(order("leastCost,failover,roundRobin", candidates)).containsExactly("d", "c", "a", "b");
        assertThat(order("leastCost,failover,roundRobin", candidates)).containsExactly("d", "c", "b", "a");
        assertThat(order("failover,leastCost,roundRobin", candidates)).containsExactly("d", "a", "b", "c");
    }

    @Test
    void aLookTakesNoTurn() {
        List<Candidate> two = List.of(candidate("a", "1"), candidate("b", "1"));
        List<Strategy> inTurn = List.of(Strategy.ROUND_ROBIN);

        for (int i = 0; i < 3; i++) {
            assertThat(Strategy.order(two, inTurn, turns, Turns.Purpose.LOOK)
                            .get(0)
                            .gateway())
                    .isEqualTo("a");
        }
    }

    @Test
    void theHighestPriorityComesFirst() {
        assertThat(order(
                        "priority",
                        candidate("low", "0.01", terms("low", 1, 1), GatewayState.FRESH),
                        candidate("high", "0.09", terms("high", 5, 1), GatewayState.FRESH)))
                .containsExactly("high", "low");
    }

    @Test
    void eachComesFirstAsOftenAsItsWeightSays() {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            first.merge(
                    order(
                                    "weighted",
                                    candidate("one", "1", terms("one", 0, 1), GatewayState.FRESH),
                                    candidate("three", "1", terms("three", 0, 3), GatewayState.FRESH))
                            .get(0),
                    1,
                    Integer::sum);
        }
        assertThat(first.get("three")).isBetween(7_200, 7_800);
    }

    @Test
    void turnsAreFair() {
        Map<String, Integer> first = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String gateway = order("roundRobin", candidate("c", "1"), candidate("a", "1"), candidate("b", "1"))
                    .get(0);
            first.merge(gateway, 1, Integer::sum);
            twice.add(gateway);
        }
        assertThat(first).containsEntry("a", 100).containsEntry("b", 100).containsEntry("c", 100);
        assertThat(twice.subList(0, 3)).containsExactly("a", "b", "c");
    }

    @Test
    void qualityIsWhatWasMeasured() {
        Measured good = new Measured(990, 10, Duration.ofSeconds(4));
        Measured slow = new Measured(990, 10, Duration.ofMinutes(20));
        Measured bad = new Measured(700, 300, Duration.ofSeconds(4));

        assertThat(order("quality", measured("bad", bad), measured("slow", slow), measured("good", good)))
                .containsExactly("good", "slow", "bad");
        assertThat(new Measured(1, 0, Duration.ZERO).score(50)).isBetween(50, 60);
    }

    private static Candidate measured(String gateway, Measured measured) {
        return candidate(
                gateway,
                "1",
                GatewayTerms.standard(gateway),
                new GatewayState(Presence.SERVED, 0, 0, 0, 0, Set.of(), Optional.empty(), measured));
    }

    @Test
    void anUnknownStrategyIsNamed() {
        assertThatThrownBy(() -> Strategy.parse("leastCost,cheapest"))
                .hasMessage("there is no strategy 'cheapest'; there are leastCost, priority, quality, failover,"
                        + " weighted, roundRobin");
    }
}
