package io.github.camelsms.routes.routing;

import io.github.camelsms.routes.routing.RouteChooser.Question;
import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.camel.ContentHeaders;
import io.github.camelsms.sms.camel.Pieces;
import io.github.camelsms.sms.camel.Recipients;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.routing.Explanation;
import io.github.camelsms.sms.routing.Strategy;
import io.github.camelsms.sms.store.GatewayChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Gives each message its gateways, header {@code CamelSmsGateway}. Where recipients of one message get different ones,
 * the body becomes a list of exchanges, which {@code sms:outgoing} accepts together; their order is that of the
 * recipients.
 */
public final class RoutingStep implements Processor {

    /** Recipients in a row that get the same gateways. */
    private record Run(String gateways, List<PhoneNumber> numbers, Optional<Explanation> explanation) {}

    private final RouteChooser chooser;

    public RoutingStep(RouteChooser chooser) {
        this.chooser = chooser;
    }

    @Override
    public void process(Exchange exchange) {
        List<Exchange> pieces = Pieces.of(exchange).stream()
                .flatMap(piece -> route(piece).stream())
                .toList();
        if (!pieces.equals(List.of(exchange))) {
            exchange.getMessage().setBody(pieces);
        }
    }

    /** The gateways of the first recipient, by these strategies. */
    String gateways(Exchange exchange, List<Strategy> strategies) {
        PhoneNumber number = Recipients.of(exchange.getMessage()).get(0);
        return String.join(
                ",", chooser.choose(question(exchange, List.of()).about(number).by(strategies), explanation(exchange)));
    }

    /** The exchange itself where one list of gateways does for all its recipients, or else its pieces. */
    private List<Exchange> route(Exchange exchange) {
        Message message = exchange.getMessage();
        if (message.getHeader(SmsConstants.DISCARD) != null) {
            // it ends as it is accepted: nobody has to carry it
            return List.of(exchange);
        }
        List<String> pinned = GatewayChoice.parse(
                        Optional.ofNullable(message.getHeader(SmsConstants.GATEWAY, String.class))
                                .orElse(""))
                .ids();
        List<PhoneNumber> numbers = Recipients.of(message);
        Optional<Explanation> explanation = explanation(exchange);
        Question question = question(exchange, pinned);
        List<Run> runs = new ArrayList<>();
        for (PhoneNumber number : numbers) {
            // what is kept is kept with each recipient, what is asked for is told of all
            Optional<Explanation> own = explanation.map(whole -> whole.isDryRun() ? whole : whole.copy());
            String gateways = String.join(",", chooser.choose(question.about(number), own));
            if (runs.isEmpty() || !runs.get(runs.size() - 1).gateways().equals(gateways)) {
                runs.add(new Run(gateways, new ArrayList<>(), own));
            }
            runs.get(runs.size() - 1).numbers().add(number);
        }
        if (runs.size() == 1) {
            address(exchange, runs.get(0), message.getHeader(SmsConstants.TO));
            return List.of(exchange);
        }
        List<Exchange> pieces = new ArrayList<>();
        for (Run run : runs) {
            Exchange piece = exchange.copy();
            address(piece, run, run.numbers().stream().map(PhoneNumber::value).collect(Collectors.joining(",")));
            pieces.add(piece);
        }
        return pieces;
    }

    private static void address(Exchange piece, Run run, Object to) {
        piece.getMessage().setHeader(SmsConstants.TO, to);
        piece.getMessage().setHeader(SmsConstants.GATEWAY, run.gateways());
        run.explanation().ifPresent(own -> piece.setProperty(SmsConstants.EXPLANATION_PROPERTY, own));
    }

    /** What is asked of all its recipients alike. */
    private static Question question(Exchange exchange, List<String> pinned) {
        Optional<String> network = Optional.ofNullable(
                        exchange.getMessage().getHeader(SmsConstants.NETWORK, String.class))
                .map(written -> written.replaceAll("[/-]", ""))
                .filter(written -> written.matches("[0-9]{5,6}"));
        int parts = ContentHeaders.segment(exchange.getMessage()).parts();
        return new Question(Recipients.of(exchange.getMessage()).get(0), network, pinned, parts, Optional.empty());
    }

    private static Optional<Explanation> explanation(Exchange exchange) {
        return Optional.ofNullable(exchange.getProperty(SmsConstants.EXPLANATION_PROPERTY, Explanation.class));
    }
}
