package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.rules.condition.Condition;
import io.github.camelsms.routes.rules.condition.ConditionReader;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Predicate;
import org.apache.camel.support.LanguageSupport;
import org.apache.camel.support.PredicateToExpressionAdapter;

/**
 * The conditions of rules as a language of Camel, {@code smsRule}: {@code to in list deny and not account is 'shop'}.
 */
final class RuleLanguage extends LanguageSupport {

    static final String NAME = "smsRule";

    private final RuleWorld world;

    RuleLanguage(RuleWorld world) {
        this.world = world;
    }

    @Override
    public Predicate createPredicate(String expression) {
        String text = loadResource(expression);
        Condition condition = ConditionReader.read(text);
        return new Predicate() {
            @Override
            public boolean matches(Exchange exchange) {
                boolean holds = condition.holds(new RuleFacts(exchange.getMessage(), world));
                Steps.explain(exchange, "if " + text.strip() + ": " + (holds ? "yes" : "no"));
                return holds;
            }

            @Override
            public String toString() {
                return NAME + "{" + text + "}";
            }
        };
    }

    @Override
    public Expression createExpression(String expression) {
        return PredicateToExpressionAdapter.toExpression(createPredicate(expression));
    }
}
