package io.github.camelsms.routes.account;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that forget who was not asked about for longest, so that nobody fills the memory with names of his. */
final class Bounded {

    private Bounded() {}

    /** A map of {@code most} entries; who uses it from several threads takes turns. */
    static <K, V> Map<K, V> map(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
