package io.github.camelsms.sms.store.jdbc;

import java.util.HashMap;
import java.util.Map;

/**
 * Whose turn it is: each fifth hand-out to a gateway is for a message of a lower priority, so that none waits for ever
 * while more urgent ones keep coming. Kept in memory: after a restart the count begins anew.
 */
final class Turns {

    private static final int CYCLE = 5;

    private final Map<String, Integer> handedOut = new HashMap<>();

    /** How many of the next {@code limit} hand-outs are for lower priorities. */
    int ofLower(String gateway, int limit) {
        return (handedOut.getOrDefault(gateway, 0) + limit) / CYCLE;
    }

    void handedOut(String gateway, int count) {
        handedOut.merge(gateway, count, (before, more) -> (before + more) % CYCLE);
    }
}
