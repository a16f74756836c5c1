package io.github.camelsms.routes.regex;

import java.util.List;

/**
 * One place where a regular expression fits.
 *
 * @param start of the whole, in characters
 * @param end behind the whole
 * @param groups the whole, and what stood in each pair of brackets; an empty text where a pair took no part
 */
public record Found(int start, int end, List<String> groups) {

    public Found {
        groups = List.copyOf(groups);
    }

    /** The group of that number, 0 is the whole; an empty text where there is none. */
    public String group(int number) {
        return number < groups.size() ? groups.get(number) : "";
    }
}
