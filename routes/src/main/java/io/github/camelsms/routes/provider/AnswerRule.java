package io.github.camelsms.routes.provider;

import io.github.camelsms.routes.regex.SafeRegex;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * When an answer means something: lines of which one has to hold.
 *
 * <pre>
 * status 200-299,409          the status is one of these
 * body ^ID: [0-9a-f]+         the text matches somewhere
 * json messages[0].status 0   a value at the path is that, or matches that as a whole
 * </pre>
 */
final class AnswerRule {

    private final List<Predicate<ProviderAnswer>> alternatives;

    private AnswerRule(List<Predicate<ProviderAnswer>> alternatives) {
        this.alternatives = List.copyOf(alternatives);
    }

    static AnswerRule parse(String text) {
        return new AnswerRule(Arrays.stream(text.split("\\R", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(AnswerRule::line)
                .toList());
    }

    boolean matches(ProviderAnswer answer) {
        return alternatives.stream().anyMatch(rule -> rule.test(answer));
    }

    private static Predicate<ProviderAnswer> line(String line) {
        String[] words = line.split(" +", 2);
        Optional<Predicate<ProviderAnswer>> rule = words.length == 2 ? rule(words[0], words[1]) : Optional.empty();
        return rule.orElseThrow(() -> new IllegalArgumentException(
                "'" + line + "' is no rule: status 200-299, body REGEX, or json PATH VALUE"));
    }

    private static Optional<Predicate<ProviderAnswer>> rule(String kind, String rest) {
        return switch (kind) {
            case "status" -> Optional.of(status(rest));
            case "body" -> {
                SafeRegex body = SafeRegex.of(rest);
                yield Optional.of(answer -> body.find(answer.body()));
            }
            case "json" -> Optional.of(json(rest.split(" +", 2)));
            default -> Optional.empty();
        };
    }

    private static Predicate<ProviderAnswer> status(String list) {
        int[] statuses = Arrays.stream(list.split(",", -1))
                .flatMapToInt(AnswerRule::range)
                .toArray();
        return answer -> IntStream.of(statuses).anyMatch(status -> status == answer.status());
    }

    private static Predicate<ProviderAnswer> json(String[] pair) {
        JsonPath path = JsonPath.parse(pair[0]);
        SafeRegex value = SafeRegex.of(pair.length == 2 ? pair[1] : ".*");
        return answer -> path.values(answer.json()).stream().anyMatch(found -> value.matches(found));
    }

    private static IntStream range(String text) {
        if (!text.strip().matches("[1-5][0-9]{2}(-[1-5][0-9]{2})?")) {
            throw new IllegalArgumentException("'" + text + "' is no status of HTTP such as 200 or 200-299");
        }
        String[] ends = text.strip().split("-", 2);
        int first = Integer.parseInt(ends[0]);
        return IntStream.rangeClosed(first, ends.length == 2 ? Integer.parseInt(ends[1]) : first);
    }
}
