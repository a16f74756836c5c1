package io.github.camelsms.modem.session;

import java.util.EnumMap;
import java.util.Map;

/** Counts what was done to get a modem back, and tells when its power is to be switched. */
final class Ladder {

    private static final int REOPENINGS_BEFORE_POWER = 3;

    private final Map<Rung, Long> counts = new EnumMap<>(Rung.class);
    private int fruitless;

    synchronized void climbed(Rung rung) {
        counts.merge(rung, 1L, Long::sum);
    }

    /** How often each rung was climbed. */
    synchronized Map<Rung, Long> counts() {
        Map<Rung, Long> all = new EnumMap<>(Rung.class);
        for (Rung rung : Rung.values()) {
            all.put(rung, counts.getOrDefault(rung, 0L));
        }
        return all;
    }

    /** The modem works. */
    synchronized void recovered() {
        fruitless = 0;
    }

    /**
     * The line was given up.
     *
     * @return how many times in a row
     */
    synchronized int failed() {
        return ++fruitless;
    }

    /** Whether enough was tried without touching the power: after each three openings that led to nothing. */
    synchronized boolean reachesPower() {
        return fruitless > 0 && fruitless % REOPENINGS_BEFORE_POWER == 0;
    }
}
