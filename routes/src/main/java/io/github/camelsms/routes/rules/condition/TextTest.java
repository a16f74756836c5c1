package io.github.camelsms.routes.rules.condition;

import io.github.camelsms.routes.regex.SafeRegex;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the text of a field is compared with. One of several values has to fit. Upper and lower case are the same unless
 * {@code exactly} stands before the values; a regular expression says so itself, by {@code (?i)}.
 */
final class TextTest {

    private TextTest() {}

    static Condition read(Field field, Tokens tokens) {
        String word = tokens.take().text().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "matches" -> matches(field, tokens.values("a regular expression"));
            case "contains" -> contains(field, tokens);
            case "starts", "begins" -> with(field, tokens, String::startsWith);
            case "ends" -> with(field, tokens, String::endsWith);
            case "in" -> in(field, tokens);
            case "is", "=" -> is(field, tokens);
            case "!=" -> is(field, tokens).negated();
            default ->
                throw new IllegalArgumentException("'" + word + "' compares no texts; there are matches, contains,"
                        + " contains word, contains list, starts with, ends with, is, in list");
        };
    }

    private static Condition matches(Field field, List<String> regexes) {
        List<SafeRegex> compiled = regexes.stream().map(SafeRegex::of).toList();
        return of(field, text -> compiled.stream().anyMatch(regex -> regex.find(text)));
    }

    private static Condition contains(Field field, Tokens tokens) {
        if (tokens.takes("list")) {
            List<String> lists = tokens.values("the name of a list");
            return facts -> {
                List<String> words = lists.stream()
                        .flatMap(list -> facts.words(list).stream())
                        .map(TextTest::folded)
                        .toList();
                return field.texts(facts).stream().map(TextTest::folded).anyMatch(text -> words.stream()
                        .anyMatch(text::contains));
            };
        }
        return tokens.takes("word") ? words(field, tokens) : compared(field, tokens, String::contains);
    }

    private static Condition words(Field field, Tokens tokens) {
        boolean exactly = tokens.takes("exactly");
        List<SafeRegex> words = tokens.values("a word").stream()
                .map(word -> "(?:^|[^\\pL\\pN])" + Pattern.quote(word) + "(?:$|[^\\pL\\pN])")
                .map(regex -> exactly ? SafeRegex.of(regex) : SafeRegex.ofAnyCase(regex))
                .toList();
        return of(field, text -> words.stream().anyMatch(word -> word.find(text)));
    }

    private static Condition with(Field field, Tokens tokens, BiPredicate<String, String> comparison) {
        tokens.expect("with");
        return compared(field, tokens, comparison);
    }

    private static Condition in(Field field, Tokens tokens) {
        if (tokens.takes("list")) {
            List<String> lists = tokens.values("the name of a list");
            return facts -> field.texts(facts).stream()
                    .anyMatch(text -> lists.stream().anyMatch(list -> facts.isListed(list, text)));
        }
        return compared(field, tokens, String::equals);
    }

    private static Condition is(Field field, Tokens tokens) {
        if (tokens.takes("not")) {
            return is(field, tokens).negated();
        }
        if (tokens.takes("local")) {
            return facts -> facts.isLocal(field.name());
        }
        if (tokens.takes("remote")) {
            return facts -> !facts.isLocal(field.name());
        }
        return compared(field, tokens, String::equals);
    }

    private static Condition compared(Field field, Tokens tokens, BiPredicate<String, String> comparison) {
        if (tokens.takes("exactly")) {
            List<String> values = tokens.values("a text");
            return of(field, text -> values.stream().anyMatch(value -> comparison.test(text, value)));
        }
        List<String> values =
                tokens.values("a text").stream().map(TextTest::folded).toList();
        return of(field, text -> values.stream().anyMatch(value -> comparison.test(folded(text), value)));
    }

    private static Condition of(Field field, Predicate<String> test) {
        return facts -> field.texts(facts).stream().anyMatch(test);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
