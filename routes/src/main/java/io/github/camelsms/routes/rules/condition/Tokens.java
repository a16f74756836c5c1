package io.github.camelsms.routes.rules.condition;

import java.util.ArrayList;
import java.util.List;

/** The tokens of a condition, read from left to right. */
final class Tokens {

    private final List<Token> tokens;
    private int next;

    Tokens(String condition) {
        this.tokens = Token.all(condition);
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        Token taken = tokens.get(next);
        if (taken.kind() != Token.Kind.END) {
            next++;
        }
        return taken;
    }

    /** Takes the word if it is the next one. */
    boolean takes(String word) {
        if (peek().is(word)) {
            take();
            return true;
        }
        return false;
    }

    void expect(String word) {
        if (!takes(word)) {
            throw new IllegalArgumentException("'" + word + "' is missing before " + peek());
        }
    }

    /** A word or a quoted text. */
    String value(String what) {
        Token token = take();
        if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.QUOTED) {
            throw new IllegalArgumentException(what + " is missing before " + token);
        }
        return token.text();
    }

    /** One or more of them, separated by commas. */
    List<String> values(String what) {
        List<String> values = new ArrayList<>();
        do {
            values.add(value(what));
        } while (takes(","));
        return values;
    }
}
