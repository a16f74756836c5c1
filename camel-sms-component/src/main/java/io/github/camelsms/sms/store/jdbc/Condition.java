package io.github.camelsms.sms.store.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The condition of a search: only what is asked for becomes SQL, and values only as arguments. */
final class Condition {

    private final List<String> terms = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    /** Adds a term when its values are there; all are there or none. */
    Condition and(String term, Optional<?>... values) {
        for (Optional<?> value : values) {
            if (value.isEmpty()) {
                return this;
            }
            arguments.add(value.get());
        }
        terms.add(term);
        return this;
    }

    /** Adds that a column has one of the values, unless there are none. */
    Condition in(String column, Collection<? extends Enum<?>> values) {
        if (!values.isEmpty()) {
            terms.add(column + " IN (" + String.join(",", Collections.nCopies(values.size(), "?")) + ")");
            arguments.addAll(values);
        }
        return this;
    }

    /** The same, to which more can be added. */
    Condition copy() {
        Condition copy = new Condition();
        copy.terms.addAll(terms);
        copy.arguments.addAll(arguments);
        return copy;
    }

    /** With {@code WHERE} in front, or empty. */
    String sql() {
        return terms.isEmpty() ? "" : " WHERE " + String.join(" AND ", terms);
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
