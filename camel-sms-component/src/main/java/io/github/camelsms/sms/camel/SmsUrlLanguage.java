package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.template.UrlTemplate;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Predicate;
import org.apache.camel.spi.annotations.Language;
import org.apache.camel.support.ExpressionAdapter;
import org.apache.camel.support.ExpressionToPredicateAdapter;
import org.apache.camel.support.LanguageSupport;

/**
 * The URL of a request for the message of the exchange, such as {@code http://host/sms/?number=%number%&data=%data%}:
 * the template language of {@link UrlTemplate}. Values come from the headers of the message contract and the body.
 */
@Language("sms-url")
public class SmsUrlLanguage extends LanguageSupport {

    @Override
    public Expression createExpression(String expression) {
        UrlTemplate template = UrlTemplate.parse(loadResource(expression));
        return new ExpressionAdapter() {
            @Override
            public Object evaluate(Exchange exchange) {
                return template.expand(TemplateHeaders.message(exchange.getMessage(), Map.of()));
            }

            @Override
            public String toString() {
                // the template may hold the password of an account
                return "sms-url";
            }
        };
    }

    @Override
    public Predicate createPredicate(String expression) {
        return ExpressionToPredicateAdapter.toPredicate(createExpression(expression));
    }
}
