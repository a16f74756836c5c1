package io.github.camelsms.routes.regex;

import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A regular expression of somebody else, on a text of somebody else. RE2 runs it where it can. What only
 * {@code java.util.regex} knows (lookaround, back references, possessive quantifiers) gets a number of steps; when they
 * are used up, it fits nowhere, and the log says so.
 */
public final class SafeRegex {

    private static final Logger LOG = LoggerFactory.getLogger(SafeRegex.class);
    private static final int LONGEST = 1_000;
    private static final int MOST_COPIES = 100_000;
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{1,9})?)?}");
    private static final AtomicLong OVER_BUDGET = new AtomicLong();

    private final String regex;
    private final Engine engine;

    private SafeRegex(String regex, Engine engine) {
        this.regex = regex;
        this.engine = engine;
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException when it is none, or when it would take too long; the text is for who wrote it
     */
    public static SafeRegex of(String regex) {
        return read(regex, false, false);
    }

    /** The same, and upper and lower case are the same. */
    public static SafeRegex ofAnyCase(String regex) {
        return read(regex, true, false);
    }

    /** The same as {@link #of}, and {@code ^} and {@code $} also stand for the ends of each line. */
    public static SafeRegex ofLines(String regex) {
        return read(regex, false, true);
    }

    private static SafeRegex read(String regex, boolean anyCase, boolean lines) {
        if (regex.length() > LONGEST || copies(regex) > MOST_COPIES) {
            throw new IllegalArgumentException("the regular expression is too large: at most " + LONGEST
                    + " characters, and counts such as {3} of at most " + MOST_COPIES + " together");
        }
        try {
            return new SafeRegex(regex, LinearEngine.of(regex, anyCase, lines));
        } catch (PatternSyntaxException e) {
            return new SafeRegex(regex, stepped(regex, anyCase, lines));
        }
    }

    private static Engine stepped(String regex, boolean anyCase, boolean lines) {
        try {
            return SteppedEngine.of(regex, anyCase, lines);
        } catch (java.util.regex.PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "'" + regex + "' is no regular expression: " + e.getDescription() + " near character "
                            + Math.max(e.getIndex(), 0),
                    e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + regex + "': " + e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("'" + regex + "' is nested too deep", e);
        }
    }

    /** How often the counts have what they stand behind written out, at most. */
    private static long copies(String regex) {
        long copies = 1;
        Matcher counts = COUNT.matcher(regex);
        while (counts.find() && copies <= MOST_COPIES) {
            String most = counts.group(2) == null ? counts.group(1) : counts.group(2);
            copies *= Math.max(1, Long.parseLong(most));
        }
        return copies;
    }

    /** How often, since the program started, an expression has used up its steps. */
    public static long overBudget() {
        return OVER_BUDGET.get();
    }

    /** Whether it fits somewhere in the text. */
    public boolean find(String text) {
        return first(text).isPresent();
    }

    /** The first place where it fits. */
    public Optional<Found> first(String text) {
        return within(() -> engine.first(text), Optional.empty());
    }

    /** All places where it fits. */
    public List<Found> all(String text) {
        return within(() -> engine.all(text), List.of());
    }

    /** Whether it fits the text as a whole. */
    public boolean matches(String text) {
        return within(() -> engine.matches(text), false);
    }

    /** How many pairs of round brackets it has. */
    public int groups() {
        return engine.groups();
    }

    /** Whether its time grows with the length of the text only. */
    public boolean isLinear() {
        return engine instanceof LinearEngine;
    }

    private <T> T within(Supplier<T> work, T otherwise) {
        try {
            return work.get();
        } catch (SteppedEngine.OverBudgetException e) {
            OVER_BUDGET.incrementAndGet();
            LOG.warn("The regular expression '{}' was given up: {}; it counts as not fitting", regex, e.getMessage());
            return otherwise;
        }
    }

    @Override
    public String toString() {
        return regex;
    }
}
