package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.message.Segmentation;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Predicate;
import org.apache.camel.spi.annotations.Language;
import org.apache.camel.support.ExpressionAdapter;
import org.apache.camel.support.ExpressionToPredicateAdapter;
import org.apache.camel.support.LanguageSupport;

/**
 * What sending the body would take, as an expression: {@code parts}, {@code units}, {@code remaining}, {@code limit},
 * {@code alphabet}, {@code forcedBy}, {@code partTexts}. It reads the same headers as the endpoints that send.
 */
@Language("smsParts")
public class SmsPartsLanguage extends LanguageSupport {

    /** The words of the language. */
    private enum Word {
        PARTS,
        UNITS,
        REMAINING,
        LIMIT,
        ALPHABET,
        FORCEDBY,
        PARTTEXTS
    }

    @Override
    public Expression createExpression(String expression) {
        Function<Segmentation, Object> reading = reading(word(expression));
        return new ExpressionAdapter() {
            @Override
            public Object evaluate(Exchange exchange) {
                return reading.apply(ContentHeaders.segment(exchange.getMessage()));
            }

            @Override
            public String toString() {
                return "smsParts:" + expression;
            }
        };
    }

    @Override
    public Predicate createPredicate(String expression) {
        return ExpressionToPredicateAdapter.toPredicate(createExpression(expression));
    }

    private static Word word(String expression) {
        return Arrays.stream(Word.values())
                .filter(word -> word.name().equals(expression.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("smsParts knows "
                        + Arrays.stream(Word.values())
                                .map(word -> word.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + " and not " + expression));
    }

    private static Function<Segmentation, Object> reading(Word word) {
        return switch (word) {
            case PARTS -> Segmentation::parts;
            case UNITS -> Segmentation::units;
            case REMAINING -> Segmentation::remaining;
            case LIMIT -> Segmentation::limit;
            case ALPHABET -> segmentation -> segmentation.alphabet().name();
            case FORCEDBY ->
                segmentation -> segmentation.forcedBy().isPresent()
                        ? Character.toString(segmentation.forcedBy().getAsInt())
                        : "";
            case PARTTEXTS -> Segmentation::partTexts;
        };
    }
}
