package io.github.camelsms.routes.rules.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word, a sign or a quoted text of a condition.
 *
 * @param text without its quotation marks
 * @param kind what it is
 */
record Token(String text, Kind kind) {

    enum Kind {
        WORD,
        QUOTED,
        SIGN,
        END
    }

    private static final String SIGNS = "(),<>=!";

    /** Takes a condition apart. In a quoted text, two quotation marks stand for one; nothing else means anything. */
    static List<Token> all(String condition) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < condition.length()) {
            char c = condition.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '\'' || c == '"') {
                StringBuilder text = new StringBuilder();
                at = quoted(condition, at, text);
                tokens.add(new Token(text.toString(), Kind.QUOTED));
            } else if (SIGNS.indexOf(c) >= 0) {
                boolean two = at + 1 < condition.length() && condition.charAt(at + 1) == '=' && "<>!".indexOf(c) >= 0;
                tokens.add(new Token(condition.substring(at, at + (two ? 2 : 1)), Kind.SIGN));
                at += two ? 2 : 1;
            } else {
                int start = at;
                while (at < condition.length() && isOfWord(condition.charAt(at))) {
                    at++;
                }
                tokens.add(new Token(condition.substring(start, at), Kind.WORD));
            }
        }
        tokens.add(new Token("the end", Kind.END));
        return tokens;
    }

    private static int quoted(String condition, int start, StringBuilder text) {
        char mark = condition.charAt(start);
        int at = start + 1;
        while (at < condition.length()) {
            char c = condition.charAt(at);
            if (c != mark) {
                text.append(c);
            } else if (at + 1 < condition.length() && condition.charAt(at + 1) == mark) {
                text.append(mark);
                at++;
            } else {
                return at + 1;
            }
            at++;
        }
        throw new IllegalArgumentException("the quotation mark at character " + (start + 1) + " has no end");
    }

    private static boolean isOfWord(char c) {
        return !Character.isWhitespace(c) && c != '\'' && c != '"' && SIGNS.indexOf(c) < 0;
    }

    boolean is(String word) {
        return kind != Kind.QUOTED && text.toLowerCase(Locale.ROOT).equals(word);
    }

    @Override
    public String toString() {
        return kind == Kind.END ? text : "'" + text + "'";
    }
}
