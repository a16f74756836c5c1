package io.github.camelsms.proofs.simulation;

import io.github.camelsms.sms.store.HandOut;
import io.github.camelsms.sms.store.HandOut.Leased;
import io.github.camelsms.sms.store.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whoever is told what became of messages. */
final class Reports {

    private final World world;
    private final Map<String, Set<String>> ends = new HashMap<>();
    private final Map<String, Set<String>> warnings = new HashMap<>();

    Reports(World world) {
        this.world = world;
    }

    /** A route takes reports. */
    int take(int deaths) {
        world.perhapsDie(deaths);
        Answer<HandOut<Outcome>> answer = Answer.of(world.store().handReports(3));
        List<Leased<Outcome>> items = answer.value().map(HandOut::items).orElse(List.of());
        for (Leased<Outcome> item : items) {
            Outcome outcome = item.item();
            world.note("report %s: %s is %s", item.lease().id(), outcome.message(), outcome.state());
            (outcome.kind() == Outcome.Kind.FINAL ? ends : warnings)
                    .computeIfAbsent(outcome.message().value(), key -> new HashSet<>())
                    .add(item.lease().id().value());
            var unused = Answer.of(world.store().done(item.lease()));
        }
        return items.size();
    }

    /** Each message that has ended was reported on once. */
    void judge(String id) {
        Violation.when(ends.getOrDefault(id, Set.of()).size() != 1, "10: the ends of %s are %s", id, ends.get(id));
        Violation.when(
                warnings.getOrDefault(id, Set.of()).size() > 1, "10: the warnings of %s are %s", id, warnings.get(id));
    }
}
