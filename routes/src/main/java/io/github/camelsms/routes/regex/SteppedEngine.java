package io.github.camelsms.routes.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code java.util.regex} for what RE2 cannot do, with a number of steps that it may take: it goes back and tries again,
 * and can be made to do that for years.
 */
final class SteppedEngine implements Engine {

    /** About 10 ms. */
    static final int MOST_STEPS = 200_000;

    /** What is longer is looked at so far. */
    static final int LONGEST = 4_096;

    private static final int PROBE = 2_000;
    private static final List<String> PROBES = List.of("a", "1", " ", "aB1", "+4", "\t", "a,", "x=", "<", "-.");

    /** The steps are used up, or the stack is. */
    static final class OverBudgetException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OverBudgetException(Throwable cause) {
            super("more than " + MOST_STEPS + " steps", cause, false, false);
        }
    }

    private final Pattern pattern;

    private SteppedEngine(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads an expression and tries it on texts of {@value #PROBE} characters.
     *
     * @throws java.util.regex.PatternSyntaxException when it is none
     * @throws IllegalArgumentException when it uses up its steps on one of them
     */
    static SteppedEngine of(String regex, boolean anyCase, boolean lines) {
        int flags = (anyCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0) | (lines ? Pattern.MULTILINE : 0);
        SteppedEngine engine = new SteppedEngine(Pattern.compile(regex, flags));
        for (String probe : PROBES) {
            try {
                String text = probe.repeat(PROBE / probe.length()) + "\u0001";
                engine.first(text);
                engine.matches(text);
            } catch (OverBudgetException e) {
                throw new IllegalArgumentException(
                        "it needs too many steps; write it without repetitions inside repetitions", e);
            }
        }
        return engine;
    }

    @Override
    public Optional<Found> first(String text) {
        return run(text, matcher -> matcher.find() ? Optional.of(found(matcher)) : Optional.empty());
    }

    @Override
    public List<Found> all(String text) {
        return run(text, matcher -> {
            List<Found> all = new ArrayList<>();
            while (matcher.find()) {
                all.add(found(matcher));
            }
            return all;
        });
    }

    @Override
    public boolean matches(String text) {
        return run(text, Matcher::matches);
    }

    @Override
    public int groups() {
        return pattern.matcher("").groupCount();
    }

    private <T> T run(String text, Function<Matcher, T> work) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        try {
            return work.apply(pattern.matcher(new Counted(start)));
        } catch (StackOverflowError e) {
            // each repetition of a group takes a frame
            throw new OverBudgetException(e);
        }
    }

    private static Found found(Matcher matcher) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i <= matcher.groupCount(); i++) {
            groups.add(Optional.ofNullable(matcher.group(i)).orElse(""));
        }
        return new Found(matcher.start(), matcher.end(), groups);
    }

    /** A text that counts how often it is looked at. */
    private static final class Counted implements CharSequence {

        private final String text;
        private int steps;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) {
                throw new OverBudgetException(null);
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
