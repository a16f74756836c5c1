package io.github.camelsms.sms.account;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is agreed with an account or a group, as it was said: what is not said follows from the group or is the
 * standard.
 *
 * @param values each in its written form
 */
public record Terms(Map<Term, String> values) {

    /** Nothing is said. */
    public static final Terms NONE = new Terms(Map.of());

    public Terms {
        Map<Term, String> canonical = new EnumMap<>(Term.class);
        values.forEach((term, value) -> {
            String written = term.canonical(value);
            if (!written.isEmpty()) {
                canonical.put(term, written);
            }
        });
        values = Collections.unmodifiableMap(canonical);
    }

    /**
     * Terms by their names.
     *
     * @throws IllegalArgumentException when there is no such term, or a value is none; the text says which
     */
    public static Terms of(Map<String, String> written) {
        Map<Term, String> values = new EnumMap<>(Term.class);
        new TreeMap<>(written)
                .forEach((word, value) -> values.put(
                        Term.of(word).orElseThrow(() -> new IllegalArgumentException("an account has no " + word)),
                        value));
        return new Terms(values);
    }

    public Optional<String> get(Term term) {
        return Optional.ofNullable(values.get(term));
    }

    /** The same with another value; an empty one takes the term away. */
    public Terms with(Term term, String value) {
        Map<Term, String> more = new EnumMap<>(Term.class);
        more.putAll(values);
        more.put(term, value);
        return new Terms(more);
    }

    /** The same with those of {@code changes}; an empty value takes the term away. */
    public Terms with(Map<Term, String> changes) {
        Map<Term, String> more = new EnumMap<>(Term.class);
        more.putAll(values);
        more.putAll(changes);
        return new Terms(more);
    }

    /** These, and those of the others for what is not said here. */
    public Terms orElse(Terms others) {
        Map<Term, String> more = new EnumMap<>(Term.class);
        more.putAll(others.values);
        more.putAll(values);
        return new Terms(more);
    }
}
