package io.github.camelsms.routes.rules.condition;

import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;

/** A count of a message and what it is compared with. */
final class NumberTest {

    private NumberTest() {}

    static Condition read(Tokens tokens, ToIntFunction<Facts> count) {
        String sign = tokens.take().text();
        String written = tokens.value("a number");
        if (!written.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("'" + written + "' is no number");
        }
        int number = Integer.parseInt(written);
        IntPredicate test =
                switch (sign) {
                    case "<" -> value -> value < number;
                    case "<=" -> value -> value <= number;
                    case ">" -> value -> value > number;
                    case ">=" -> value -> value >= number;
                    case "=", "is" -> value -> value == number;
                    case "!=" -> value -> value != number;
                    default ->
                        throw new IllegalArgumentException("'" + sign + "' compares no numbers; < <= = != >= > do");
                };
        return facts -> test.test(count.applyAsInt(facts));
    }
}
