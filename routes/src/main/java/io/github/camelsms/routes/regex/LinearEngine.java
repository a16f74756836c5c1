package io.github.camelsms.routes.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** RE2: the time grows with the length of the text and with nothing else. */
final class LinearEngine implements Engine {

    /** Each character may be looked at by each instruction: 4,000 of them by so many take about 50 ms. */
    static final int MOST_INSTRUCTIONS = 1_000;

    private final Pattern pattern;

    private LinearEngine(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads an expression.
     *
     * @throws com.google.re2j.PatternSyntaxException when RE2 does not know it: lookaround, back references
     * @throws IllegalArgumentException when counts in it make it too large
     */
    static LinearEngine of(String regex, boolean anyCase, boolean lines) {
        int flags = (anyCase ? Pattern.CASE_INSENSITIVE : 0) | (lines ? Pattern.MULTILINE : 0);
        Pattern pattern = Pattern.compile(regex, flags);
        if (pattern.programSize() > MOST_INSTRUCTIONS) {
            throw new IllegalArgumentException("the regular expression is too large: its counts, such as {1,9}, make "
                    + pattern.programSize() + " instructions of it, and at most " + MOST_INSTRUCTIONS + " are run");
        }
        return new LinearEngine(pattern);
    }

    @Override
    public Optional<Found> first(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(found(matcher)) : Optional.empty();
    }

    @Override
    public List<Found> all(String text) {
        List<Found> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(found(matcher));
        }
        return all;
    }

    @Override
    public boolean matches(String text) {
        return pattern.matches(text);
    }

    @Override
    public int groups() {
        return pattern.groupCount();
    }

    private static Found found(Matcher matcher) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i <= matcher.groupCount(); i++) {
            groups.add(Optional.ofNullable(matcher.group(i)).orElse(""));
        }
        return new Found(matcher.start(), matcher.end(), groups);
    }
}
