package io.github.camelsms.routes.routing;

import io.github.camelsms.sms.routing.Strategy;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Predicate;
import org.apache.camel.support.ExpressionAdapter;
import org.apache.camel.support.ExpressionToPredicateAdapter;
import org.apache.camel.support.LanguageSupport;

/**
 * The gateways for the recipient of a message as an expression, such as {@code leastCost,failover}: a preference list
 * for the header {@code CamelSmsGateway}.
 */
final class SmsRouteLanguage extends LanguageSupport {

    private final RoutingStep routing;

    SmsRouteLanguage(RoutingStep routing) {
        this.routing = routing;
    }

    @Override
    public Expression createExpression(String expression) {
        List<Strategy> strategies = Strategy.parse(expression);
        return new ExpressionAdapter() {
            @Override
            public Object evaluate(Exchange exchange) {
                return routing.gateways(exchange, strategies);
            }

            @Override
            public String toString() {
                return "sms-route:" + expression;
            }
        };
    }

    @Override
    public Predicate createPredicate(String expression) {
        return ExpressionToPredicateAdapter.toPredicate(createExpression(expression));
    }
}
