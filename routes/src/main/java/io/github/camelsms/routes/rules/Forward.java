package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.rules.RuleRun.Direction;
import io.github.camelsms.routes.rules.RuleRun.End;
import io.github.camelsms.sms.address.SmsAddress;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;

/**
 * Sends a message somewhere else instead, and ends the rules. A message to be sent that goes to one other phone stays the
 * message that it is, with its identity, and gets the other number.
 */
final class Forward implements Action {

    private final List<Destination> destinations;
    private final String written;

    Forward(Options options, Outlets outlets) {
        this.written = options.required("to");
        this.destinations = Destination.parse(written, options.text("text"), outlets);
    }

    @Override
    public void run(Exchange exchange) throws Exception {
        Optional<SmsAddress> phone =
                destinations.size() == 1 ? destinations.get(0).phone() : Optional.empty();
        if (phone.isPresent() && Steps.direction(exchange) == Direction.OUTGOING) {
            RuleFields.readdress(exchange.getMessage(), phone.get());
            Steps.explain(exchange, "forward to " + written + " instead, no more rules");
            exchange.setRouteStop(RuleRun.of(exchange).isPresent());
            return;
        }
        for (Destination destination : destinations) {
            Steps.effect(exchange, "forward to " + written, destination.delivery(exchange));
        }
        Steps.end(exchange, End.FORWARDED, "forwarded by a rule");
    }
}
