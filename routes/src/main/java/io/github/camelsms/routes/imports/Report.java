package io.github.camelsms.routes.imports;

import io.github.camelsms.routes.imports.Outcome.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of each item. An item is announced when it is read; what nobody has answered in the end is a decision, so
 * that nothing is lost in silence.
 */
public final class Report {

    private final Map<Item, Optional<Outcome>> outcomes = new LinkedHashMap<>();

    /** Announces an item. */
    public Item expect(Item item) {
        outcomes.putIfAbsent(item, Optional.empty());
        return item;
    }

    public void imported(Item item, String as) {
        answer(item, Result.IMPORTED, as);
    }

    public void ignored(Item item, String why) {
        answer(item, Result.IGNORED, why);
    }

    public void decide(Item item, String what) {
        answer(item, Result.DECISION, what);
    }

    /** Answers an item; what several say of it becomes one outcome. */
    public void answer(Item item, Result result, String text) {
        Outcome outcome = new Outcome(item, result, text);
        Optional<Outcome> before = outcomes.getOrDefault(item, Optional.empty());
        outcomes.put(item, Optional.of(before.map(said -> said.and(outcome)).orElse(outcome)));
    }

    /** Whether anything was said of it. */
    public boolean isAnswered(Item item) {
        return outcomes.getOrDefault(item, Optional.empty()).isPresent();
    }

    /**
     * Imports an item; a value that cannot be used is a decision.
     *
     * @param step refuses a value by an {@link IllegalArgumentException}, whose text does not repeat it
     */
    public void attempt(Item item, String as, Runnable step) {
        try {
            step.run();
            imported(item, as);
        } catch (IllegalArgumentException e) {
            decide(item, reason(e));
        }
    }

    /** What an exception says, as one line. */
    public static String reason(IllegalArgumentException e) {
        String text = e.getMessage() == null ? "the value cannot be used" : e.getMessage();
        return text.lines().findFirst().orElse("the value cannot be used");
    }

    /** One for each item, in the order in which they were read. */
    public List<Outcome> outcomes() {
        return outcomes.entrySet().stream()
                .map(entry -> entry.getValue()
                        .orElseGet(() -> new Outcome(entry.getKey(), Result.DECISION, "this is not known here")))
                .toList();
    }

    /** How many ended so. */
    public long count(Result result) {
        return outcomes().stream().filter(outcome -> outcome.result() == result).count();
    }
}
