package io.github.camelsms.routes.rules;

import java.util.List;
import org.apache.camel.Exchange;

/** Sends a copy of a message somewhere; the message itself goes on. */
final class Copy implements Action {

    private final List<Destination> destinations;
    private final String written;

    Copy(Options options, Outlets outlets) {
        this.written = options.required("to");
        this.destinations = Destination.parse(written, options.text("text"), outlets);
    }

    @Override
    public void run(Exchange exchange) throws Exception {
        for (Destination destination : destinations) {
            Steps.effect(exchange, "copy to " + written, Outlets.besides(destination.delivery(exchange)));
        }
    }
}
