package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.rules.RuleRun.Direction;
import io.github.camelsms.routes.settings.MailAddress;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.PhoneLists;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Answers who a message is from: a phone by a short message, through the gateway that has received it; who sends by the
 * gateway by a mail to the mailbox that he has named for answers. A phone gets the same answer once in a while, a sender
 * that is no whole number gets none, so that two machines do not talk to each other for ever.
 */
final class Respond implements Action {

    private static final int LEAST_DIGITS = 7;

    private final Text text;
    private final String subject;
    private final Duration pause;
    private final Outlets outlets;
    private final Lists lists;

    Respond(Options options, Outlets outlets, Lists lists) {
        this.text = Text.withGroups(options.required("text"));
        this.subject = options.text("subject", "Your message");
        this.pause = options.duration("pause", "10m");
        this.outlets = outlets;
        this.lists = lists;
    }

    @Override
    public void run(Exchange exchange) throws Exception {
        String answer = text.expand(exchange.getMessage());
        if (Steps.direction(exchange) == Direction.INCOMING) {
            answerPhone(exchange, answer, outlets, lists.store(), pause);
        } else {
            Optional<MailAddress> mailbox = RuleFields.read(exchange.getMessage(), "reply")
                    .filter(MailAddress::isMailAddress)
                    .map(MailAddress::new);
            if (mailbox.isEmpty()) {
                Steps.explain(exchange, "respond: the sender has named no mailbox");
                return;
            }
            var mail = RuleMail.of(exchange, mailbox.get(), outlets, subject, answer);
            Steps.effect(
                    exchange,
                    "respond by mail",
                    () -> outlets.send(outlets.settings().mailEndpoint(), mail, Map.of()));
        }
    }

    static void answerPhone(Exchange exchange, String answer, Outlets outlets, PhoneLists answered, Duration pause)
            throws Exception {
        Message message = exchange.getMessage();
        String from = RuleFields.read(message, "from").orElse("");
        if (!from.matches("\\+?[0-9]{" + LEAST_DIGITS + ",15}")) {
            Steps.explain(exchange, "respond: the sender is no phone that can be answered");
            return;
        }
        Map<String, Object> headers = new TreeMap<>();
        headers.put(SmsConstants.TO, from);
        RuleFields.read(message, "gateway").ifPresent(gateway -> headers.put(SmsConstants.GATEWAY, gateway));
        Optional<String> key = Destination.Phone.once(exchange, answer);
        key.ifPresent(once -> headers.put(SmsConstants.IDEMPOTENCY_KEY, once));
        Steps.effect(exchange, "respond by a short message", Outlets.besides(() -> {
            String name = Integer.toHexString(answer.hashCode());
            if (answered.mayAnswer(from, name, pause).toCompletableFuture().join()) {
                outlets.sms(answer, headers);
            }
        }));
    }
}
