package io.github.camelsms.sms.message;

import io.github.camelsms.sms.message.PartSet.Outcome;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joins received messages in memory, by the rules of the store: parts in any order, duplicates once, what stays
 * incomplete handed on after a time. For tools and tests; what must outlive the process belongs into the store. Not for
 * several threads.
 */
public final class Reassembly {

    /** TPDUs that are remembered to tell duplicates. */
    private static final int REMEMBERED = 65_536;

    /** What is handed on. */
    public enum Kind {
        /** A message of one part. */
        SINGLE,
        /** All parts of a message. */
        COMPLETE,
        /** What is there of a message whose other parts have not come in time. */
        PARTIAL,
        /** A TPDU, or the same part of the same message, that came before. */
        DUPLICATE
    }

    /**
     * Something that is handed on.
     *
     * @param parts in order, at least one
     * @param missing indexes of parts that have not come, ascending
     */
    public record Result(Kind kind, List<SmsDeliver> parts, List<Integer> missing) {

        public Result {
            parts = List.copyOf(parts);
            missing = List.copyOf(missing);
        }

        /** What the parts say, joined. */
        public ReceivedContent content() {
            return ReceivedContent.join(parts);
        }
    }

    private record Waiting(PartSet set, Instant since) {}

    private final Duration timeout;
    /** The set that has waited longest without a new part comes first. */
    private final Map<PartKey, Waiting> waiting = new LinkedHashMap<>();

    private final Map<Octets, Boolean> seen = new LinkedHashMap<>();

    /** @param timeout how long a message waits after its newest part */
    public Reassembly(Duration timeout) {
        this.timeout = timeout;
    }

    /** Takes a message in. What is handed on: nothing while parts are missing, and first what has waited too long. */
    public List<Result> offer(SmsDeliver deliver, Instant now) {
        List<Result> results = new ArrayList<>(expire(now));
        Optional<PartKey> key = PartKey.of(deliver);
        if (!isNew(deliver)) {
            results.add(result(Kind.DUPLICATE, deliver));
        } else if (key.isEmpty()) {
            results.add(result(Kind.SINGLE, deliver));
        } else {
            add(key.get(), new Part(deliver, now), results);
        }
        return results;
    }

    /** Hands on what has waited too long. */
    public List<Result> expire(Instant now) {
        List<Result> results = new ArrayList<>();
        Iterator<Waiting> sets = waiting.values().iterator();
        while (sets.hasNext()) {
            Waiting oldest = sets.next();
            if (!oldest.since().plus(timeout).isBefore(now)) {
                break;
            }
            results.add(partial(oldest.set()));
            sets.remove();
        }
        return results;
    }

    /** Hands on everything that is still incomplete. */
    public List<Result> rest() {
        List<Result> results = waiting.values().stream()
                .map(Waiting::set)
                .map(Reassembly::partial)
                .toList();
        waiting.clear();
        return results;
    }

    private void add(PartKey key, Part part, List<Result> results) {
        PartSet before = waiting.containsKey(key) ? waiting.get(key).set() : PartSet.empty(key);
        PartSet.Offer offer = before.offer(part);
        if (offer.outcome() == Outcome.DUPLICATE) {
            results.add(result(Kind.DUPLICATE, part.deliver()));
            return;
        }
        waiting.remove(key);
        if (offer.outcome() == Outcome.COMPLETE) {
            results.add(new Result(Kind.COMPLETE, offer.set().inOrder(), List.of()));
            return;
        } else if (offer.outcome() == Outcome.RESTARTED) {
            results.add(partial(before));
        }
        waiting.put(key, new Waiting(offer.set(), part.receivedAt()));
    }

    private boolean isNew(SmsDeliver deliver) {
        if (seen.put(Octets.of(deliver.encode()), Boolean.TRUE) != null) {
            return false;
        }
        if (seen.size() > REMEMBERED) {
            seen.remove(seen.keySet().iterator().next());
        }
        return true;
    }

    private static Result result(Kind kind, SmsDeliver deliver) {
        return new Result(kind, List.of(deliver), List.of());
    }

    private static Result partial(PartSet set) {
        return new Result(Kind.PARTIAL, set.inOrder(), set.missing());
    }
}
