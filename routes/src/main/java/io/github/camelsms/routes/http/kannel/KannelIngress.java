package io.github.camelsms.routes.http.kannel;

import io.github.camelsms.routes.http.Entrance;
import io.github.camelsms.routes.http.HttpCall;
import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.IngressGuard;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.SubmitRequest;
import io.github.camelsms.routes.ingress.TextRules;
import io.github.camelsms.sms.address.PhoneNumber;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** The first step of {@code /cgi-bin/sendsms}. One that is no number is denied, and the others are sent. */
final class KannelIngress implements Processor {

    /** Exchange property: receivers that were denied. */
    static final String DENIED = "CamelSmsKannelDenied";

    private static final int MOST_PARAMETERS = 100;

    private final Entrance entrance;
    private final Clock clock;

    KannelIngress(Entrance entrance, Clock clock) {
        this.entrance = entrance;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        HttpCall call = entrance.enter(exchange);
        Optional<Parameters> posted = KannelPost.of(call);
        Parameters parameters =
                posted.isPresent() ? posted.get() : Parameters.of(call, KannelParameters.OCTETS, MOST_PARAMETERS);
        KannelParameters kannel = new KannelParameters(parameters);
        Optional<String> account = entrance.account(call, kannel.credentials());
        List<String> denied = new ArrayList<>();
        SubmitRequest request = kannel.request(receivers(parameters, denied), clock.instant());
        exchange.setProperty(DENIED, denied);
        IngressGuard.admit(exchange, request, account);
    }

    private static List<PhoneNumber> receivers(Parameters parameters, List<String> denied) throws RefusedException {
        String list = parameters
                .single("to")
                .orElseThrow(() -> Refusal.MISSING_PARAM.because("Missing receiver number, rejected"));
        if (list.isBlank()) {
            throw Refusal.MISSING_PARAM.because("Empty receiver number not allowed, rejected");
        }
        // a blank in front is the plus of the first number, those behind separate
        String[] written = (list.startsWith(" ") ? "+" + list.strip() : list.strip()).split(" +", -1);
        if (written.length > SubmitRequest.MOST_RECIPIENTS) {
            throw Refusal.BODY_TOO_LARGE.because("Too many receivers, rejected");
        }
        List<PhoneNumber> to = new ArrayList<>();
        for (String number : written) {
            try {
                to.add(TextRules.number(number));
            } catch (RefusedException e) {
                denied.add(number.replaceAll("[^+0-9A-Za-z]", "?"));
            }
        }
        if (to.isEmpty()) {
            throw Refusal.BAD_NUMBER.because("no receiver is left");
        }
        return to;
    }
}
