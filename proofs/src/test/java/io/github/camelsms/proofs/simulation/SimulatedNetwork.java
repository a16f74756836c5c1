package io.github.camelsms.proofs.simulation;

import io.github.camelsms.sms.store.DeliveryReport;
import io.github.camelsms.sms.store.Filed;
import io.github.camelsms.sms.store.MessageState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The network: what it was given, and what it reports, early, late or twice. */
final class SimulatedNetwork {

    /** A part as the network has it. */
    private record Taken(String id, int part, String gateway, String reference) {}

    private final World world;
    private final Map<String, Taken> taken = new LinkedHashMap<>();
    private final Map<String, Integer> times = new HashMap<>();
    private final List<String> unreported = new ArrayList<>();

    SimulatedNetwork(World world) {
        this.world = world;
    }

    /** Takes a part and gives it a reference. */
    String take(String id, int part, String gateway) {
        String reference = Integer.toString(taken.size() + 1);
        taken.put(reference, new Taken(id, part, gateway, reference));
        times.merge(id + " " + part, 1, Integer::sum);
        unreported.add(reference);
        world.note("the network takes part %d of %s as %s", part, id, reference);
        return reference;
    }

    /** How often it has got its most frequent part. */
    int times(String id) {
        int most = 0;
        for (Taken part : taken.values()) {
            if (part.id().equals(id)) {
                most = Math.max(most, times.get(id + " " + part.part()));
            }
        }
        return most;
    }

    boolean isIdle() {
        return unreported.isEmpty();
    }

    /** Sometimes the report is faster than the answer. */
    void perhapsReport(String reference) {
        if (world.chance(10)) {
            report(reference);
        }
    }

    /** Reports on one part, perhaps again on one that it has reported on. */
    void report(int deaths) {
        if (taken.isEmpty()) {
            return;
        }
        world.perhapsDie(deaths);
        report(unreported.isEmpty() ? world.any(List.copyOf(taken.keySet())) : world.any(unreported));
    }

    private void report(String reference) {
        Taken part = taken.get(reference);
        MessageState state = reference.endsWith("7") ? MessageState.UNDELIVERABLE : MessageState.DELIVERED;
        Answer<Filed> answer = Answer.of(world.store()
                .file(new DeliveryReport(
                        part.gateway(), reference, Optional.empty(), state, "as reported", world.instant())));
        world.note("the network reports %s on %s: %s", state, reference, answer);
        if (answer.isDone()) {
            unreported.remove(reference);
        }
    }
}
