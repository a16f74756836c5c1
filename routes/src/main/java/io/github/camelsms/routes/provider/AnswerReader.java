package io.github.camelsms.routes.provider;

import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an answer means. Rules of the definition come first; without one that matches, the status of HTTP decides. An
 * answer of success that none of the rules knows leaves the fate of the message uncertain.
 */
final class AnswerReader {

    /** What a provider says of a message that it has taken. */
    record Taken(List<String> ids, Optional<BigDecimal> price, Optional<BigDecimal> balance) {}

    private final Optional<AnswerRule> success;
    private final Optional<AnswerRule> permanent;
    private final Optional<AnswerRule> temporary;
    private final Optional<AnswerRule> unavailable;
    private final Optional<AnswerRule> throttled;
    private final Optional<AnswerRule> uncertain;
    private final Optional<Extraction> id;
    private final Optional<Extraction> price;
    private final Optional<Extraction> balance;
    private final Optional<Extraction> reason;

    AnswerReader(Definition definition) {
        this.success = definition.value("success").map(AnswerRule::parse);
        this.permanent = definition.value("permanent").map(AnswerRule::parse);
        this.temporary = definition.value("temporary").map(AnswerRule::parse);
        this.unavailable = definition.value("unavailable").map(AnswerRule::parse);
        this.throttled = definition.value("throttled").map(AnswerRule::parse);
        this.uncertain = definition.value("uncertain").map(AnswerRule::parse);
        this.id = definition.value("id").filter(text -> !text.equals("own")).map(Extraction::parse);
        this.price = definition.value("price").map(Extraction::parse);
        this.balance = definition.value("balance").map(Extraction::parse);
        this.reason = definition.value("reason").map(Extraction::parse);
    }

    /**
     * @throws SendFailedException unless the provider has taken the message
     */
    Taken read(ProviderAnswer answer) throws SendFailedException {
        if (holds(throttled, answer) || (answer.status() == 429 && !holds(permanent, answer))) {
            throw throttled(answer);
        }
        if (holds(permanent, answer)) {
            throw failed(FailureKind.REJECTED, answer);
        } else if (holds(unavailable, answer)) {
            throw failed(FailureKind.UNAVAILABLE, answer);
        } else if (holds(temporary, answer)) {
            throw failed(FailureKind.TEMPORARY, answer);
        } else if (holds(uncertain, answer)) {
            throw failed(FailureKind.UNCERTAIN, answer);
        }
        boolean ok = answer.status() >= 200 && answer.status() < 300;
        if (success.isPresent() ? success.get().matches(answer) : ok) {
            return new Taken(
                    id.map(rule -> rule.from(answer)).orElse(List.of()),
                    amounts(price, answer).reduce(BigDecimal::add),
                    amounts(balance, answer).reduce((before, last) -> last));
        }
        if (answer.status() == 503 && answer.retryAfter().isPresent()) {
            throw throttled(answer);
        }
        throw failed(byStatus(answer.status()), answer);
    }

    private static FailureKind byStatus(int status) {
        return switch (status) {
            case 400, 413, 414, 422 -> FailureKind.REJECTED;
            // our account there, not this message
            case 401, 402, 407 -> FailureKind.UNAVAILABLE;
            // something between us and the provider got no answer from it
            case 502, 504 -> FailureKind.UNCERTAIN;
            default -> status < 300 ? FailureKind.UNCERTAIN : FailureKind.TEMPORARY;
        };
    }

    private SendFailedException throttled(ProviderAnswer answer) {
        return SendFailedException.throttled(
                "http-" + answer.status(), said(answer), answer.retryAfter().orElse(Duration.ZERO));
    }

    private SendFailedException failed(FailureKind kind, ProviderAnswer answer) {
        return new SendFailedException(kind, "http-" + answer.status(), said(answer));
    }

    private String said(ProviderAnswer answer) {
        String code =
                reason.flatMap(rule -> rule.first(answer)).map(Extraction::code).orElse("");
        return "The provider answers " + answer.status() + (code.isBlank() ? "" : " " + code);
    }

    private static boolean holds(Optional<AnswerRule> rule, ProviderAnswer answer) {
        return rule.isPresent() && rule.get().matches(answer);
    }

    /** One for each part where the provider says it so. */
    private static Stream<BigDecimal> amounts(Optional<Extraction> rule, ProviderAnswer answer) {
        return rule.map(known -> known.from(answer)).orElse(List.of()).stream()
                .filter(text -> text.matches("-?[0-9]{1,12}([.][0-9]{1,12})?"))
                .map(BigDecimal::new);
    }
}
