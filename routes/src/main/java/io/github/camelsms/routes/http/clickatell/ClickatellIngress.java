package io.github.camelsms.routes.http.clickatell;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.AnsweringProcessor;
import io.github.camelsms.routes.http.Balance;
import io.github.camelsms.routes.http.Entrance;
import io.github.camelsms.routes.http.HttpCall;
import io.github.camelsms.routes.http.OwnMessages;
import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.Credentials;
import io.github.camelsms.routes.ingress.IngressGuard;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.SubmitRequest;
import io.github.camelsms.routes.ingress.TextRules;
import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.camel.ContentHeaders;
import io.github.camelsms.sms.store.MessageState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;

/** The first step of {@code /http/…}: what is to be sent goes on, the other commands are answered. */
final class ClickatellIngress extends AnsweringProcessor {

    /** Exchange property: for each number that was named a line of refusal, or nothing for one that is sent. */
    static final String REFUSED = "CamelSmsClickatellRefused";

    /** What an account without limit has. */
    private static final String UNLIMITED = "Credit: 999999.999";

    private final Entrance entrance;
    private final OwnMessages messages;
    private final Balance balance;
    private final Sessions sessions;
    private final Clock clock;

    ClickatellIngress(Entrance entrance, OwnMessages messages, Clock clock) {
        this.entrance = entrance;
        this.messages = messages;
        this.balance = new Balance(messages, entrance.authentication());
        this.sessions = new Sessions(clock);
        this.clock = clock;
    }

    @Override
    protected Optional<CompletionStage<Answer>> answer(Exchange exchange) throws Exception {
        HttpCall call = entrance.enter(exchange);
        Parameters parameters = Parameters.of(call);
        Optional<String> account = account(call, parameters);
        if (account.isPresent() && account.get().isEmpty()) {
            return now(ClickatellForm.line("ERR: 003, Session ID expired"));
        }
        return switch (call.path()) {
            case "/http/auth" -> now(ClickatellForm.line("OK: " + sessions.open(account)));
            case "/http/ping" -> now(ClickatellForm.line("OK:"));
            case "/http/getbalance" ->
                Optional.of(balance.left(account)
                        .thenApply(left -> ClickatellForm.line(
                                left.map(parts -> "Credit: " + parts + ".000").orElse(UNLIMITED))));
            case "/http/querymsg" -> query(account, parameters);
            case "/http/sendmsg" -> send(exchange, account, parameters);
            default -> throw Refusal.NOT_FOUND.because("there is no such command");
        };
    }

    /** The account, where one is needed; an empty name for a session that has ended. */
    private Optional<String> account(HttpCall call, Parameters parameters) throws RefusedException {
        Optional<String> session = parameters.filled("session_id");
        if (session.isPresent()) {
            Optional<String> account = sessions.use(session.get()).orElse(Optional.of(""));
            entrance.authentication().checkActive(account.filter(name -> !name.isEmpty()));
            return account;
        }
        Optional<String> password = parameters.single("password");
        return entrance.account(
                call, parameters.filled("user").map(name -> new Credentials(name, password.orElse(""))));
    }

    private Optional<CompletionStage<Answer>> query(Optional<String> account, Parameters parameters)
            throws RefusedException {
        String id =
                parameters.filled("apimsgid").orElseThrow(() -> Refusal.MISSING_PARAM.because("apimsgid is missing"));
        return Optional.of(messages.find(account, id)
                .thenApply(
                        message -> ClickatellForm.line("ID: " + message.id() + " Status: " + status(message.state()))));
    }

    private static String status(MessageState state) {
        return switch (state) {
            case SCHEDULED -> "011";
            case QUEUED, HELD, SENDING, UNCERTAIN -> "002";
            case ENROUTE -> "003";
            case DELIVERED -> "004";
            case REJECTED -> "005";
            case CANCELLED -> "006";
            case UNDELIVERABLE -> "007";
            case EXPIRED -> "010";
        };
    }

    private Optional<CompletionStage<Answer>> send(Exchange exchange, Optional<String> account, Parameters parameters)
            throws RefusedException {
        List<String> refused = new ArrayList<>();
        SubmitRequest request =
                new SendParameters(parameters).request(recipients(parameters, refused), clock.instant());
        OptionalInt concat = parameters.number("concat", 1, 255);
        exchange.setProperty(REFUSED, refused);
        IngressGuard.admit(exchange, request, account);
        if (concat.isPresent() && ContentHeaders.segment(exchange.getMessage()).parts() > concat.getAsInt()) {
            throw Refusal.TOO_MANY_PARTS.because("concat allows fewer parts");
        }
        return Optional.empty();
    }

    private static List<PhoneNumber> recipients(Parameters parameters, List<String> refused) throws RefusedException {
        String list = parameters.filled("to").orElseThrow(() -> Refusal.BAD_NUMBER.because("to is missing"));
        String[] written = list.split(",", -1);
        if (written.length > SubmitRequest.MOST_RECIPIENTS) {
            throw Refusal.BODY_TOO_LARGE.because("more than " + SubmitRequest.MOST_RECIPIENTS + " recipients");
        }
        List<PhoneNumber> to = new ArrayList<>();
        for (String number : written) {
            try {
                to.add(TextRules.number(number));
                refused.add("");
            } catch (RefusedException e) {
                refused.add(ClickatellForm.error(e.refusal(), e.getMessage()) + " To: "
                        + number.replaceAll("[^+0-9A-Za-z]", "?"));
            }
        }
        if (to.isEmpty()) {
            throw Refusal.BAD_NUMBER.because("no recipient is left");
        }
        return to;
    }
}
