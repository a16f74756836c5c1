package io.github.camelsms.routes.provider;

import io.github.camelsms.routes.regex.SafeRegex;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Something that is taken out of an answer: {@code body ^ID: ([0-9a-f]+)} (the group) or {@code json data.id}. */
@FunctionalInterface
interface Extraction {

    /** All values, in order. */
    List<String> from(ProviderAnswer answer);

    default Optional<String> first(ProviderAnswer answer) {
        return from(answer).stream().findFirst();
    }

    static Extraction parse(String text) {
        String[] words = text.strip().split(" +", 2);
        if (words.length == 2 && words[0].equals("json")) {
            JsonPath path = JsonPath.parse(words[1]);
            return answer -> path.values(answer.json());
        }
        if (words.length == 2 && words[0].equals("body")) {
            SafeRegex regex = SafeRegex.ofLines(words[1]);
            if (regex.groups() < 1) {
                throw new IllegalArgumentException("'" + text + "' needs a group in round brackets");
            }
            return answer -> regex.all(answer.body()).stream()
                    .map(found -> found.group(1))
                    .filter(value -> !value.isEmpty())
                    .toList();
        }
        throw new IllegalArgumentException("'" + text + "' is neither 'json PATH' nor 'body REGEX'");
    }

    /** A code that a person may read: a few plain characters without anything that could be a number of a phone. */
    static String code(String value) {
        String plain = value.replaceAll("[^A-Za-z0-9_. -]", "");
        Matcher digits = Pattern.compile("[0-9]{6,}").matcher(plain);
        String safe = digits.replaceAll("…");
        return safe.length() > 40 ? safe.substring(0, 40) : safe;
    }
}
