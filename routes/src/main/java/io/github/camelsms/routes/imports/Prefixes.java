package io.github.camelsms.routes.imports;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Sets of numbers, written as the digits that they begin with. */
public final class Prefixes {

    private static final int LONGEST = 15;

    private Prefixes() {}

    /**
     * The numbers that begin with one of {@code some} and with none of {@code others}, in prefixes none of which begins
     * with another.
     */
    public static List<String> minus(List<String> some, List<String> others) {
        SortedSet<String> left = new TreeSet<>();
        for (String prefix : some) {
            add(prefix, others, left);
        }
        left.removeIf(prefix -> left.stream().anyMatch(wider -> !wider.equals(prefix) && prefix.startsWith(wider)));
        return List.copyOf(left);
    }

    private static void add(String prefix, List<String> others, SortedSet<String> left) {
        if (others.stream().anyMatch(prefix::startsWith)) {
            return;
        }
        List<String> within =
                others.stream().filter(other -> other.startsWith(prefix)).toList();
        if (within.isEmpty()) {
            left.add(prefix);
        } else if (prefix.length() < LONGEST) {
            for (char digit = '0'; digit <= '9'; digit++) {
                add(prefix + digit, within, left);
            }
        }
    }
}
