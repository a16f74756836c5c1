package io.github.camelsms.routes.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people answer to be left alone, to hear more again, or to be helped. A message is one when it says nothing else. */
final class Keywords {

    /** What is asked for. */
    enum Wish {
        STOP,
        START,
        HELP
    }

    private static final Pattern NOT_OF_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST_WORDS_OF_A_WISH = 6;

    private final Map<Wish, List<String>> words;

    /** Words for each wish; signs between them, and upper and lower case, do not matter. */
    Keywords(Map<Wish, List<String>> words) {
        this.words = Map.copyOf(words);
    }

    static List<String> plain(List<String> written) {
        return written.stream()
                .map(Keywords::plain)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** What a text asks for, if that is all that it says. */
    Optional<Wish> of(String text) {
        String said = plain(text);
        return Arrays.stream(Wish.values())
                .filter(wish -> words.getOrDefault(wish, List.of()).contains(said))
                .findFirst();
    }

    /** Whether a short text says STOP among other things: a person should look at it. */
    boolean isNearlyStop(String text) {
        String said = plain(text);
        return of(text).isEmpty()
                && said.split(" ", -1).length <= MOST_WORDS_OF_A_WISH
                && words.getOrDefault(Wish.STOP, List.of()).stream()
                        .anyMatch(word -> (" " + said + " ").contains(" " + word + " "));
    }

    private static String plain(String text) {
        return NOT_OF_WORDS.matcher(text).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
    }
}
