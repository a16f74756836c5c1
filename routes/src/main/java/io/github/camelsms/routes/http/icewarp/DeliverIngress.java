package io.github.camelsms.routes.http.icewarp;

import io.github.camelsms.routes.http.Entrance;
import io.github.camelsms.routes.http.HttpCall;
import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.IngressGuard;
import io.github.camelsms.routes.ingress.Payload;
import io.github.camelsms.routes.ingress.ReceivedRequest;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.TextRules;
import io.github.camelsms.sms.account.Accounts;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * The first step of {@code /sms/deliver.html}: another server hands over what its phone has received for a gateway of
 * ours. {@code id}, {@code pass}, {@code number} and {@code data} are obligatory; {@code binary=1} says that the data
 * is base64.
 */
final class DeliverIngress implements Processor {

    private final Entrance entrance;
    private final Accounts gateways;

    DeliverIngress(Entrance entrance, Accounts gateways) {
        this.entrance = entrance;
        this.gateways = gateways;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        HttpCall call = entrance.enter(exchange);
        Parameters parameters = Parameters.of(call);
        List<String> values = new ArrayList<>();
        for (String name : List.of("id", "pass", "number", "data")) {
            values.add(parameters
                    .filled(name)
                    .orElseThrow(
                            () -> Refusal.MISSING_PARAM.because("the parameter " + name + " is missing or empty")));
        }
        authenticate(values.get(0), values.get(1), call.client());
        String data = values.get(3);
        Payload payload =
                SubmitParameters.isBinary(parameters) ? SubmitParameters.octets(data) : new Payload.Text(data);
        IngressGuard.admit(
                exchange,
                new ReceivedRequest(values.get(0), TextRules.originator(values.get(2)), payload, Optional.empty()));
    }

    private void authenticate(String gateway, String password, InetAddress client) throws RefusedException {
        try {
            if (gateways.authenticate(gateway, password, client).isEmpty()) {
                throw Refusal.FORBIDDEN.because("there is no gateway with this id and password");
            }
        } catch (Accounts.OverloadedException e) {
            throw Refusal.OVERLOADED.because(e.getMessage());
        } catch (Accounts.BlockedException e) {
            throw Refusal.RATE_LIMITED.because(e.getMessage());
        }
    }
}
