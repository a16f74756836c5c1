package io.github.camelsms.sms.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How gateways are ordered; those that one strategy finds equal are ordered by the next one. */
public enum Strategy {
    /** By the price of a part. */
    LEAST_COST("leastCost"),
    /** By the priority that the operator has given, the highest first. */
    PRIORITY("priority"),
    /** By delivery rate and latency, the best first. */
    QUALITY("quality"),
    /** Those that can send now before those that are down or busy. */
    FAILOVER("failover"),
    /** By chance, each as often as its weight says. */
    WEIGHTED("weighted"),
    /** Each in its turn. */
    ROUND_ROBIN("roundRobin");

    private final String word;

    Strategy(String word) {
        this.word = word;
    }

    /**
     * Reads {@code leastCost,failover,roundRobin}.
     *
     * @throws IllegalArgumentException when there is no such strategy
     */
    public static List<Strategy> parse(String list) {
        return Stream.of(list.split(",", -1))
                .map(String::strip)
                .map(Strategy::of)
                .toList();
    }

    private static Strategy of(String word) {
        return Stream.of(values())
                .filter(strategy -> strategy.word.equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no strategy '" + word + "'; there are "
                        + Stream.of(values()).map(Strategy::toString).collect(Collectors.joining(", "))));
    }

    /** The candidates in order. */
    static List<Candidate> order(
            List<Candidate> candidates, List<Strategy> strategies, Turns turns, Turns.Purpose purpose) {
        if (candidates.size() < 2 || strategies.isEmpty()) {
            return candidates;
        }
        List<Candidate> ordered = new ArrayList<>();
        for (List<Candidate> equals : strategies.get(0).rank(candidates, turns, purpose)) {
            ordered.addAll(order(equals, strategies.subList(1, strategies.size()), turns, purpose));
        }
        return ordered;
    }

    @Override
    public String toString() {
        return word;
    }

    /** Puts equals into an order; those that stay equal are together. */
    private List<List<Candidate>> rank(List<Candidate> equals, Turns turns, Turns.Purpose purpose) {
        return switch (this) {
            case LEAST_COST -> by(Candidate::cost, Comparator.naturalOrder(), equals);
            case PRIORITY -> by(candidate -> candidate.terms().priority(), Comparator.reverseOrder(), equals);
            case QUALITY -> by(Candidate::score, Comparator.reverseOrder(), equals);
            case FAILOVER -> by(Candidate::isReady, Comparator.reverseOrder(), equals);
            case WEIGHTED -> byWeight(equals, turns);
            case ROUND_ROBIN -> inTurn(equals, turns, purpose);
        };
    }

    private static <K> List<List<Candidate>> by(
            Function<Candidate, K> key, Comparator<? super K> order, List<Candidate> equals) {
        TreeMap<K, List<Candidate>> groups = new TreeMap<>(order);
        equals.forEach(candidate -> groups.computeIfAbsent(key.apply(candidate), found -> new ArrayList<>())
                .add(candidate));
        return List.copyOf(groups.values());
    }

    private static List<List<Candidate>> inTurn(List<Candidate> equals, Turns turns, Turns.Purpose purpose) {
        List<Candidate> sorted =
                equals.stream().sorted(Comparator.comparing(Candidate::gateway)).toList();
        int first = turns.next(sorted.stream().map(Candidate::gateway).toList(), purpose);
        List<List<Candidate>> order = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            order.add(List.of(sorted.get((first + i) % sorted.size())));
        }
        return order;
    }

    private static List<List<Candidate>> byWeight(List<Candidate> equals, Turns turns) {
        List<Candidate> left = new ArrayList<>(equals);
        List<List<Candidate>> order = new ArrayList<>();
        while (!left.isEmpty()) {
            long drawn = turns.draw(left.stream()
                    .mapToLong(candidate -> candidate.terms().weight())
                    .sum());
            int chosen = 0;
            while (drawn >= left.get(chosen).terms().weight()) {
                drawn -= left.get(chosen).terms().weight();
                chosen++;
            }
            order.add(List.of(left.remove(chosen)));
        }
        return order;
    }
}
