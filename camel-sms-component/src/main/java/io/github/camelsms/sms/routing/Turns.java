package io.github.camelsms.sms.routing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** Whose turn it is among equals. */
public final class Turns {

    /** Whether somebody really gets the turn. */
    public enum Purpose {
        TAKE,
        /** The turns stay as they are: who would be next is all that is asked. */
        LOOK
    }

    private static final int MOST_GROUPS = 10_000;

    private final Map<List<String>, AtomicLong> rounds = new ConcurrentHashMap<>();
    private final RandomGenerator random;

    public Turns(RandomGenerator random) {
        this.random = random;
    }

    /** Which of them comes first now, from 0. */
    int next(List<String> equals, Purpose purpose) {
        if (rounds.size() > MOST_GROUPS) {
            rounds.clear();
        }
        AtomicLong round = rounds.computeIfAbsent(List.copyOf(equals), group -> new AtomicLong());
        long turn = purpose == Purpose.TAKE ? round.getAndIncrement() : round.get();
        return (int) Math.floorMod(turn, (long) equals.size());
    }

    /** A number of 0 up to {@code bound}. */
    long draw(long bound) {
        return random.nextLong(bound);
    }
}
