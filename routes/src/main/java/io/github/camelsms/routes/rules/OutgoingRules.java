package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.rules.RuleRun.Direction;
import io.github.camelsms.routes.rules.RuleRun.End;
import io.github.camelsms.routes.rules.RuleRun.Verdict;
import io.github.camelsms.sms.camel.Recipients;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.ExchangeHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rules for messages that are to be sent. A rule that rejects one recipient rejects the request, and nothing was done for
 * any. Recipients that are still treated alike stay one exchange; others become a group that is accepted together.
 */
final class OutgoingRules extends RuleStep {

    static final String URI = "direct:sms-outgoing-rules";

    private static final Logger LOG = LoggerFactory.getLogger(OutgoingRules.class);
    private static final String NONE = "no-outgoing-rules";

    OutgoingRules(CamelContext context, RuleGate gate, Executor executor) throws Exception {
        super(context, Direction.OUTGOING, URI, NONE, gate, executor);
    }

    @Override
    List<Exchange> copies(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(Exchange.class::isInstance)) {
            return list.stream().map(Exchange.class::cast).toList();
        }
        if (!(exchange.getMessage().getBody() instanceof byte[])) {
            // a stream can be read once, and there may be many who read it
            exchange.getMessage().setBody(exchange.getMessage().getBody(String.class));
        }
        return Recipients.of(exchange.getMessage()).stream()
                .map(number -> {
                    Exchange copy = ExchangeHelper.createCorrelatedCopy(exchange, false);
                    copy.getMessage().setHeader(SmsConstants.TO, number.value());
                    return copy;
                })
                .toList();
    }

    @Override
    boolean decides(Exchange copy) {
        return copy.isFailed() || rejection(copy).isPresent();
    }

    @Override
    void refuse(List<Exchange> copies) throws Exception {
        for (int i = 0; i < copies.size(); i++) {
            Exchange copy = copies.get(i);
            if (copy.getException() != null) {
                throw copy.getException();
            }
            Optional<Verdict> rejection = rejection(copy);
            if (rejection.isPresent()) {
                String who = copies.size() == 1 ? "" : "recipient " + (i + 1) + " of " + copies.size() + ": ";
                throw new SmsRejectedException(
                        Steps.refusal(rejection.get().end()),
                        who + rejection.get().text());
            }
        }
    }

    @Override
    void settle(Exchange exchange, List<Exchange> copies) {
        for (Exchange copy : copies) {
            RuleRun.of(copy).flatMap(RuleRun::verdict).ifPresent(verdict -> copy.getMessage()
                    .setHeader(SmsConstants.DISCARD, verdict.text()));
        }
        Message first = copies.get(0).getMessage();
        boolean alike = copies.stream().allMatch(copy -> isAlike(copy.getMessage(), first));
        if (alike) {
            String to = String.join(
                    ",",
                    copies.stream()
                            .map(copy -> copy.getMessage().getHeader(SmsConstants.TO, "", String.class))
                            .toList());
            exchange.getMessage().setBody(first.getBody());
            exchange.getMessage().setHeaders(new HashMap<>(first.getHeaders()));
            exchange.getMessage().setHeader(SmsConstants.TO, to);
        } else {
            exchange.getMessage().setBody(copies);
        }
    }

    @Override
    Exception failure(Exception e) {
        if (e instanceof SmsRejectedException) {
            return e;
        }
        LOG.error("a message is not accepted, because a rule has failed: {}", e.toString());
        return new SmsRejectedException(Code.RULE_FAILED, "A rule could not be carried out; try again", e);
    }

    private static boolean isAlike(Message one, Message other) {
        return one.getBody() == other.getBody() && withoutTo(one).equals(withoutTo(other));
    }

    private static Map<String, Object> withoutTo(Message message) {
        Map<String, Object> headers = new HashMap<>(message.getHeaders());
        headers.remove(SmsConstants.TO);
        return headers;
    }

    private static Optional<Verdict> rejection(Exchange copy) {
        return RuleRun.of(copy)
                .flatMap(RuleRun::verdict)
                .filter(verdict -> verdict.end() == End.REJECTED || verdict.end() == End.OPTED_OUT);
    }
}
