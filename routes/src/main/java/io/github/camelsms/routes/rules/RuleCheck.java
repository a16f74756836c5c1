package io.github.camelsms.routes.rules;

import java.util.Collection;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.model.ExpressionNode;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.model.language.ExpressionDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at routes before they take the place of others: each condition is read, each endpoint is made. */
public final class RuleCheck {

    private static final Logger LOG = LoggerFactory.getLogger(RuleCheck.class);

    private RuleCheck() {}

    /**
     * Checks a route that is not started yet.
     *
     * @throws BrokenStepException naming the line
     */
    public static void check(CamelContext context, RouteDefinition route) throws BrokenStepException {
        at(route, () -> context.getEndpoint(route.getInput().getEndpointUri()));
        Collection<ExpressionNode> conditions =
                ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ExpressionNode.class);
        for (ExpressionNode node : conditions) {
            ExpressionDefinition expression = node.getExpression();
            if (expression != null && RuleLanguage.NAME.equals(expression.getLanguage())) {
                at(node, () -> context.resolveLanguage(RuleLanguage.NAME)
                        .createPredicate(context.resolvePropertyPlaceholders(expression.getExpression())));
            }
        }
        Collection<ToDefinition> steps =
                ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ToDefinition.class);
        for (ToDefinition step : steps) {
            at(step, () -> context.getEndpoint(step.getEndpointUri()));
        }
    }

    private static void at(NamedNode node, Runnable check) throws BrokenStepException {
        try {
            check.run();
        } catch (RuntimeException e) {
            LOG.debug("{}", node, e);
            throw new BrokenStepException(line(node), innermost(e));
        }
    }

    /** Of the step, or of what it stands in. */
    private static int line(NamedNode node) {
        int line = node.getLineNumber();
        boolean known = line > 0 || !(node instanceof ProcessorDefinition<?> step) || step.getParent() == null;
        return known ? line : line(((ProcessorDefinition<?>) node).getParent());
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && cause.getCause().getMessage() != null
                && !(cause instanceof IllegalArgumentException)) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
