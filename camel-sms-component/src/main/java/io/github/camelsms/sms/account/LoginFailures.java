package io.github.camelsms.sms.account;

import java.util.Map;
import java.util.TreeMap;

/** Wrong passwords since somebody has looked last. Names of no account are one: such a name may be a password. */
final class LoginFailures {

    static final String NOBODY = "no account";

    private final Map<String, Integer> counts = new TreeMap<>();

    synchronized void add(String account) {
        counts.merge(account, 1, Integer::sum);
    }

    synchronized Map<String, Integer> take() {
        Map<String, Integer> taken = Map.copyOf(counts);
        counts.clear();
        return taken;
    }
}
