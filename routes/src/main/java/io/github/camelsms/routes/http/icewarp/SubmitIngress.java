package io.github.camelsms.routes.http.icewarp;

import io.github.camelsms.routes.http.Entrance;
import io.github.camelsms.routes.http.HttpCall;
import io.github.camelsms.routes.http.IdempotencyField;
import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.IngressGuard;
import io.github.camelsms.routes.ingress.Option;
import io.github.camelsms.routes.ingress.SubmitRequest;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** The first step of {@code /sms/}: who is it, may they, what do they want. */
final class SubmitIngress implements Processor {

    private final Entrance entrance;

    SubmitIngress(Entrance entrance) {
        this.entrance = entrance;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        HttpCall call = entrance.enter(exchange);
        Parameters parameters = Parameters.of(call);
        Optional<String> account = entrance.account(call, SubmitParameters.credentials(parameters));
        SubmitRequest request = SubmitParameters.request(parameters)
                .with(Option.IDEMPOTENCY_KEY, IdempotencyField.of(call).or(() -> SubmitParameters.peerKey(parameters)));
        IngressGuard.admit(exchange, request, account);
    }
}
