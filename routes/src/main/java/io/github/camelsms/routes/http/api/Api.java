package io.github.camelsms.routes.http.api;

import io.github.camelsms.routes.http.AnswerForm;
import io.github.camelsms.routes.http.Entrance;
import io.github.camelsms.routes.http.HttpCallBinding;
import io.github.camelsms.routes.http.OwnMessages;
import java.time.Clock;
import org.apache.camel.CamelContext;

/** Our own interface, {@code /api}: JSON, described by {@code openapi.yaml}. */
public final class Api {

    /** Refusals as problem details. */
    public static final AnswerForm PROBLEMS = new ProblemForm();

    private Api() {}

    /** Binds the beans of {@code http-api.yaml}: {@code smsHttpApi}, {@code smsApi} and {@code smsApiAccepted}. */
    public static void addTo(CamelContext context, Entrance entrance, Clock clock) {
        Messages messages = new Messages(new OwnMessages(context));
        context.getRegistry().bind("smsHttpApi", new HttpCallBinding(PROBLEMS));
        context.getRegistry().bind("smsApi", new ApiIngress(entrance, messages, clock));
        context.getRegistry().bind("smsApiAccepted", new Accepted());
    }
}
