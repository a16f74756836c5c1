package io.github.camelsms.routes.callback;

import java.time.Clock;
import org.apache.camel.CamelContext;

/** Puts what the route file of the callbacks refers to into a context. */
public final class Callbacks {

    private Callbacks() {}

    /** Binds {@code smsCallback}, the one step of {@code /sms/receive_…}. */
    public static void addTo(CamelContext context, Clock clock) {
        context.getRegistry().bind("smsCallback", new CallbackProcessor(context, clock));
    }
}
