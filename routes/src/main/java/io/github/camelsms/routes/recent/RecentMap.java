package io.github.camelsms.routes.recent;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers so many entries and no more: the one that was not asked for or put for the longest time is forgotten. */
public final class RecentMap<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;
    private static final int CAPACITY = 16;
    private static final float LOAD = 0.75f;

    private final int most;

    public RecentMap(int most) {
        super(CAPACITY, LOAD, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
