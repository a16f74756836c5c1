package io.github.camelsms.routes.http.emg;

import io.github.camelsms.routes.http.Entrance;
import io.github.camelsms.routes.http.HttpCall;
import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.Credentials;
import io.github.camelsms.routes.ingress.IngressGuard;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.SubmitRequest;
import io.github.camelsms.routes.ingress.TextRules;
import io.github.camelsms.routes.settings.EmgSettings;
import io.github.camelsms.sms.address.PhoneNumber;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * The first step of {@code /bin/send}: a message to each {@code DESTADDR}. One that is no number is answered in its
 * place, and the others are sent.
 */
final class EmgIngress implements Processor {

    /** Exchange property: the results so far, with nothing in the places of those that are sent. */
    static final String RESULTS = "CamelSmsEmgResults";

    private static final int MOST_PARAMETERS = SubmitRequest.MOST_RECIPIENTS + 100;

    private final Entrance entrance;
    private final EmgSettings settings;
    private final Clock clock;

    EmgIngress(Entrance entrance, EmgSettings settings, Clock clock) {
        this.entrance = entrance;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        HttpCall call = entrance.enter(exchange);
        Parameters parameters = Parameters.of(call, Set.of("message"), MOST_PARAMETERS);
        Optional<String> account = entrance.account(call, credentials(parameters));
        if (StatusReport.isReport(parameters)) {
            IngressGuard.admit(exchange, StatusReport.read(parameters, account));
            return;
        }
        List<Optional<Result>> results = new ArrayList<>();
        List<PhoneNumber> to = recipients(parameters, results);
        SubmitRequest request = new MessageOptions(parameters, settings).request(to, clock.instant());
        exchange.setProperty(RESULTS, results);
        IngressGuard.admit(exchange, request, account);
    }

    private static Optional<Credentials> credentials(Parameters parameters) throws RefusedException {
        Optional<String> user = parameters.filled("username");
        Optional<String> password = parameters.single("password");
        return user.map(name -> new Credentials(name, password.orElse("")));
    }

    private static List<PhoneNumber> recipients(Parameters parameters, List<Optional<Result>> results)
            throws RefusedException {
        List<String> written = parameters.all("destaddr");
        if (written.isEmpty()) {
            throw Refusal.MISSING_PARAM.because("the option DESTADDR is missing");
        }
        if (written.size() > SubmitRequest.MOST_RECIPIENTS) {
            throw Refusal.BODY_TOO_LARGE.because("more than " + SubmitRequest.MOST_RECIPIENTS + " recipients");
        }
        boolean international = parameters.number("destaddrton", 0, 7).orElse(0) == 1;
        List<PhoneNumber> to = new ArrayList<>();
        Optional<RefusedException> last = Optional.empty();
        for (String number : written) {
            try {
                boolean bare = international && number.matches("[0-9]{3,15}");
                to.add(TextRules.number(bare ? "+" + number : number));
                results.add(Optional.empty());
            } catch (RefusedException e) {
                results.add(Optional.of(Result.of(e)));
                last = Optional.of(e);
            }
        }
        if (to.isEmpty() && last.isPresent()) {
            throw last.get();
        }
        return to;
    }
}
