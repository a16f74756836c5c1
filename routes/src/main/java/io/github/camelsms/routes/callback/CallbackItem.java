package io.github.camelsms.routes.callback;

import io.github.camelsms.routes.ingress.Option;
import io.github.camelsms.routes.ingress.Payload;
import io.github.camelsms.sms.report.DeliveryState;
import java.util.Map;
import java.util.Optional;

/** One thing that a provider tells. */
sealed interface CallbackItem {

    /**
     * What became of a message.
     *
     * @param reference as the provider calls the message
     * @param reason a code, or empty
     */
    record Report(String reference, DeliveryState state, Optional<String> recipient, String reason)
            implements CallbackItem {}

    /**
     * A message that came in.
     *
     * @param reference as the provider calls it, where it does
     * @param options what else it says of the message
     */
    record Received(String from, Payload payload, Optional<String> reference, Map<Option, String> options)
            implements CallbackItem {

        @Override
        public String toString() {
            return "Received[…]";
        }
    }
}
