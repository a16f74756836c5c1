package io.github.camelsms.sms.account;

import io.github.camelsms.sms.address.NumberFacts;
import io.github.camelsms.sms.address.NumberKind;
import io.github.camelsms.sms.address.NumberPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where messages may go to: {@code home} is the home country, {@code CZ} a country, {@code +42060} numbers that begin
 * so, {@code 72404} a short code, {@code *} everything but short codes; {@code !} in front takes it out again. What says
 * more of a number wins over what says less; {@code !} wins over its equal.
 */
public final class Destinations {

    /** What is decided about a number. */
    public enum Verdict {
        ALLOWED,
        /** It is not among the destinations, or was taken out. */
        DENIED,
        /** A premium number, which has to be named by its prefix. */
        PREMIUM
    }

    private record Entry(String written, boolean out) {}

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern PREFIX = Pattern.compile("\\+[1-9][0-9]{0,14}");
    private static final Pattern SHORT = Pattern.compile("[0-9]{3,8}");
    private static final int NOT_AT_ALL = -1;
    private static final int EVERYTHING = 0;
    private static final int COUNTRY = 10;
    // a prefix of one digit says as much as a country and more
    private static final int NUMBER = 20;

    /** The home country alone. */
    public static final Destinations HOME = parse("home");

    /** Everything, short codes included: what holds where no home country is known. */
    public static final Destinations ANYWHERE = new Destinations(List.of(new Entry("**", false)));

    private final List<Entry> patterns;

    private Destinations(List<Entry> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /** @throws IllegalArgumentException when something in the list is no destination */
    public static Destinations parse(String written) {
        List<Entry> patterns = new ArrayList<>();
        COMMA.splitAsStream(written.strip()).filter(item -> !item.isEmpty()).forEach(item -> {
            boolean out = item.startsWith("!");
            patterns.add(new Entry(canonical(out ? item.substring(1).strip() : item), out));
        });
        return new Destinations(patterns);
    }

    private static String canonical(String item) {
        if (item.equals("*")
                || PREFIX.matcher(item).matches()
                || SHORT.matcher(item).matches()) {
            return item;
        }
        if (item.equalsIgnoreCase("home")) {
            return "home";
        }
        String country = item.toUpperCase(Locale.ROOT);
        if (NumberPlan.countries().contains(country)) {
            return country;
        }
        throw new IllegalArgumentException("a destination is home, a country such as CZ, a prefix such as +420, a short"
                + " code such as 72404, or * for every country, with ! in front to take it out");
    }

    /** These, unless {@code others} say more of a number. */
    public Destinations and(Destinations others) {
        List<Entry> both = new ArrayList<>(patterns);
        both.addAll(others.patterns);
        return new Destinations(both);
    }

    /** What is decided about a number, by what the plan says of it. */
    public Verdict verdict(NumberFacts facts, Optional<String> home) {
        int best = NOT_AT_ALL;
        boolean allowed = false;
        for (Entry pattern : patterns) {
            int weight = weight(pattern.written(), facts, home);
            if (weight > best || (weight == best && pattern.out())) {
                best = weight;
                allowed = weight != NOT_AT_ALL && !pattern.out();
            }
        }
        if (!allowed) {
            return Verdict.DENIED;
        }
        // a whole country is not meant to hold what costs a fortune
        return facts.kind() == NumberKind.PREMIUM_RATE && best <= NUMBER + 3 ? Verdict.PREMIUM : Verdict.ALLOWED;
    }

    private static int weight(String pattern, NumberFacts facts, Optional<String> home) {
        String number = facts.number().value();
        if (pattern.equals("**")) {
            return EVERYTHING;
        }
        if (facts.kind() == NumberKind.SHORT_CODE) {
            return pattern.equals(number) ? NUMBER + number.length() : NOT_AT_ALL;
        }
        if (pattern.startsWith("+")) {
            return number.startsWith(pattern) ? NUMBER + pattern.length() - 1 : NOT_AT_ALL;
        }
        if (pattern.equals("*")) {
            return EVERYTHING;
        }
        Optional<String> country = pattern.equals("home") ? home : Optional.of(pattern);
        return country.isPresent() && country.equals(facts.country()) ? COUNTRY : NOT_AT_ALL;
    }

    /** As it is written. */
    @Override
    public String toString() {
        return patterns.stream()
                .map(pattern -> (pattern.out() ? "!" : "") + pattern.written())
                .distinct()
                .collect(Collectors.joining(","));
    }
}
