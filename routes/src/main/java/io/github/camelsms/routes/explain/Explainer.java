package io.github.camelsms.routes.explain;

import io.github.camelsms.routes.explain.Explained.Planned;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.camel.ContentHeaders;
import io.github.camelsms.sms.camel.Pieces;
import io.github.camelsms.sms.camel.Recipients;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.message.Segmentation;
import io.github.camelsms.sms.message.TextCost;
import io.github.camelsms.sms.routing.Explanation;
import io.github.camelsms.sms.routing.Explanation.Purpose;
import io.github.camelsms.sms.store.GatewayChoice;
import io.github.camelsms.sms.store.SmsRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;

/** Asks the route that accepts messages what it would do with one. */
public final class Explainer implements AutoCloseable {

    private static final String ROUTE = "direct:sms-submit";
    private static final String TEXT = "text";

    private final CamelContext context;
    private final ProducerTemplate template;

    public Explainer(CamelContext context) {
        this.context = context;
        this.template = context.createProducerTemplate();
    }

    /** What would become of the message. */
    public Explained explain(Question question) {
        Explanation explanation = new Explanation(Purpose.DRY_RUN, question.at());
        Exchange exchange = new DefaultExchange(context, ExchangePattern.InOnly);
        exchange.setProperty(SmsConstants.EXPLANATION_PROPERTY, explanation);
        exchange.getIn().setBody(question.body());
        exchange.getIn().setHeaders(new java.util.HashMap<>(question.headers()));
        question.account().ifPresent(name -> {
            exchange.getIn().setHeader(SmsConstants.ACCOUNT, name);
            exchange.setProperty(SmsConstants.AUTHENTICATED_PROPERTY, name);
        });
        Exchange done = template.send(ROUTE, exchange);
        List<Planned> planned = new ArrayList<>();
        String refusal = done.getException() == null ? "" : refusal(done.getException());
        try {
            for (Exchange piece : Pieces.of(done)) {
                planned.addAll(plan(piece.getMessage(), explanation));
            }
        } catch (SmsRejectedException e) {
            refusal = refusal.isEmpty() ? refusal(e) : refusal;
        }
        return new Explained(refusal, refusal.isEmpty() ? planned : List.of(), explanation.lines());
    }

    @Override
    public void close() {
        template.stop();
    }

    private static List<Planned> plan(Message message, Explanation explanation) {
        Segmentation segmentation = ContentHeaders.segment(message);
        String text = message.getBody() instanceof String written ? written : "";
        List<String> cost = TextCost.of(text, segmentation);
        if (explanation.lines().stream().noneMatch(line -> line.decision().equals(cost.get(0)))) {
            cost.forEach(line -> explanation.add(TEXT, line));
        }
        List<String> gateways = GatewayChoice.parse(
                        Optional.ofNullable(message.getHeader(SmsConstants.GATEWAY, String.class))
                                .orElse(""))
                .ids();
        return Recipients.of(message).stream()
                .map(PhoneNumber::value)
                .map(number -> new Planned(number, gateways, segmentation.parts()))
                .toList();
    }

    private static String refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SmsRejectedException rejected) {
                return rejected.code().word() + ": " + rejected.getMessage();
            }
            if (cause instanceof RefusedException refused) {
                return refused.refusal().code() + ": " + refused.getMessage();
            }
        }
        return "internal: " + failure.getClass().getSimpleName();
    }
}
