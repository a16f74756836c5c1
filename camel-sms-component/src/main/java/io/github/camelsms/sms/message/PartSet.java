package io.github.camelsms.sms.message;

import io.github.camelsms.sms.tpdu.SmsDeliver;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parts of one received message that have come so far, in any order. An immutable value: a store reads it, offers a
 * part, and writes the new set in one transaction.
 *
 * @param key that all parts have
 * @param parts by index, from 1
 */
public record PartSet(PartKey key, NavigableMap<Integer, Part> parts) {

    /**
     * A centre stamps the parts of a message one after the other when it takes them, however late they arrive. Further
     * apart than this, the reference has been used again.
     */
    public static final Duration SAME_MESSAGE_WINDOW = Duration.ofHours(24);

    /** What became of a part that was offered. */
    public enum Outcome {
        /** It is in the set, and others are missing. */
        STORED,
        /** The set has it already: nothing has changed. */
        DUPLICATE,
        /** It was the last one that was missing. */
        COMPLETE,
        /**
         * It belongs to a later message with the same reference: the new set holds this part alone. The parts of the
         * old set will stay incomplete and are to be handed on as they are.
         */
        RESTARTED
    }

    /** The outcome, and the set from now on. */
    public record Offer(Outcome outcome, PartSet set) {}

    public PartSet {
        parts = Collections.unmodifiableNavigableMap(new TreeMap<>(parts));
        for (Part part : parts.values()) {
            requireKey(key, part);
        }
    }

    public static PartSet empty(PartKey key) {
        return new PartSet(key, new TreeMap<>());
    }

    /** The set of parts that a store has kept. */
    public static PartSet of(PartKey key, Collection<Part> kept) {
        NavigableMap<Integer, Part> parts = new TreeMap<>();
        for (Part part : kept) {
            parts.put(part.sequence(), part);
        }
        return new PartSet(key, parts);
    }

    /**
     * Adds a part.
     *
     * @throws IllegalArgumentException when it has another key
     */
    public Offer offer(Part part) {
        requireKey(key, part);
        Part known = parts.get(part.sequence());
        if (isOfAnotherTime(part) || (known != null && !known.saysTheSameAs(part))) {
            return new Offer(Outcome.RESTARTED, of(key, List.of(part)));
        }
        if (known != null) {
            return new Offer(Outcome.DUPLICATE, this);
        }
        NavigableMap<Integer, Part> more = new TreeMap<>(parts);
        more.put(part.sequence(), part);
        PartSet next = new PartSet(key, more);
        return new Offer(next.isComplete() ? Outcome.COMPLETE : Outcome.STORED, next);
    }

    public boolean isComplete() {
        return parts.size() == key.total();
    }

    /** The indexes that are missing, ascending. */
    public List<Integer> missing() {
        List<Integer> missing = new ArrayList<>();
        for (int sequence = 1; sequence <= key.total(); sequence++) {
            if (!parts.containsKey(sequence)) {
                missing.add(sequence);
            }
        }
        return missing;
    }

    /** The parts in order. */
    public List<SmsDeliver> inOrder() {
        return parts.values().stream().map(Part::deliver).toList();
    }

    /** What the parts say, joined; of an incomplete set what is there. The set must not be empty. */
    public ReceivedContent content() {
        return ReceivedContent.join(inOrder());
    }

    private boolean isOfAnotherTime(Part part) {
        if (parts.isEmpty()) {
            return false;
        }
        Optional<OffsetDateTime> known = time(parts.firstEntry().getValue());
        Optional<OffsetDateTime> next = time(part);
        return known.isPresent()
                && next.isPresent()
                && Duration.between(known.get(), next.get()).abs().compareTo(SAME_MESSAGE_WINDOW) > 0;
    }

    private static Optional<OffsetDateTime> time(Part part) {
        return part.deliver().serviceCentreTimeStamp().toOffsetDateTime();
    }

    private static void requireKey(PartKey key, Part part) {
        if (!PartKey.of(part.deliver()).orElseThrow().equals(key)) {
            throw new IllegalArgumentException("the part belongs to another message");
        }
    }
}
