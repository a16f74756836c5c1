package io.github.camelsms.routes.http;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * {@code sms-http:PATH?form=#bean&match=PREFIX}: the calls of a path, by whichever HTTP consumer the gateway has.
 * {@code form} is an {@link AnswerForm} (plain text when it is missing), {@code match} a {@link CallEndpoints.Match}.
 */
public final class CallComponent extends DefaultComponent {

    private final CallEndpoints consumer;

    private CallComponent(CallEndpoints consumer) {
        this.consumer = consumer;
    }

    /** Puts it into a context. */
    public static void addTo(CamelContext context, CallEndpoints consumer) {
        context.addComponent("sms-http", new CallComponent(consumer));
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        AnswerForm form = resolveAndRemoveReferenceParameter(parameters, "form", AnswerForm.class, AnswerForm.PLAIN);
        CallEndpoints.Match match =
                getAndRemoveParameter(parameters, "match", CallEndpoints.Match.class, CallEndpoints.Match.WHOLE);
        return consumer.endpoint("/" + remaining.replaceFirst("^/+", ""), match, new Answers(form));
    }
}
