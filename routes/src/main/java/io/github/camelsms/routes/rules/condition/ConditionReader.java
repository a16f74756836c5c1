package io.github.camelsms.routes.rules.condition;

import java.util.Locale;

/**
 * Reads a condition.
 *
 * <pre>
 * condition = and *( "or" and )
 * and       = not *( "and" not )
 * not       = "not" not / "(" condition ")" / test
 * test      = "all" / "is" state / "has" field / calendar / field [ "not" ] comparison
 * state     = "binary" / "text" / "unicode" / "reply"
 * field     = "to" / "from" / "body" … / "header" name / "any" "header"
 * </pre>
 *
 * {@code docs/rules.md} has all of them.
 */
public final class ConditionReader {

    private final Tokens tokens;

    private ConditionReader(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none; the text is for who wrote it
     */
    public static Condition read(String text) {
        try {
            ConditionReader reader = new ConditionReader(new Tokens(text));
            Condition condition = reader.or();
            if (reader.tokens.peek().kind() != Token.Kind.END) {
                throw new IllegalArgumentException("nothing is expected at " + reader.tokens.peek());
            }
            return condition;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the condition '" + text.strip() + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private Condition or() {
        Condition condition = and();
        while (tokens.takes("or")) {
            condition = condition.or(and());
        }
        return condition;
    }

    private Condition and() {
        Condition condition = not();
        while (tokens.takes("and")) {
            condition = condition.and(not());
        }
        return condition;
    }

    private Condition not() {
        if (tokens.takes("not")) {
            return not().negated();
        }
        if (tokens.takes("(")) {
            Condition condition = or();
            tokens.expect(")");
            return condition;
        }
        return test();
    }

    private Condition test() {
        String word = tokens.value("a test").toLowerCase(Locale.ROOT);
        return switch (word) {
            case "all" -> facts -> true;
            case "is" -> state(tokens.value("binary, text, unicode or reply"));
            case "has" -> has(field(tokens.value("a field")));
            case "time", "day", "date" -> Calendar.read(word, tokens);
            case "size" -> NumberTest.read(tokens, Facts::size);
            case "parts" -> NumberTest.read(tokens, Facts::parts);
            case "priority" ->
                NumberTest.read(
                        tokens, facts -> Integer.parseInt(facts.text("priority").orElse("1")));
            default -> compared(field(word));
        };
    }

    private Condition compared(Field field) {
        boolean negated = tokens.takes("not");
        Condition condition = TextTest.read(field, tokens);
        return negated ? condition.negated() : condition;
    }

    private Field field(String word) {
        if (word.equalsIgnoreCase("any")) {
            tokens.expect("header");
            return Field.ANY_HEADER;
        }
        return word.equalsIgnoreCase("header") ? Field.header(tokens.value("the name of a header")) : Field.named(word);
    }

    private static Condition has(Field field) {
        return facts -> field.texts(facts).stream().anyMatch(text -> !text.isBlank());
    }

    private static Condition state(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "binary" -> Facts::isBinary;
            case "text" -> facts -> !facts.isBinary();
            case "unicode" ->
                facts -> facts.text("encoding").filter("UCS2"::equals).isPresent();
            case "reply" -> Facts::isReply;
            default -> throw new IllegalArgumentException("a message is binary, text, unicode or reply, not " + word);
        };
    }
}
