package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.rules.Keywords.Wish;
import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.ListEntry;
import io.github.camelsms.sms.template.Target;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads STOP, START and HELP in what was received, keeps the list of those who have opted out, and answers:
 * {@code sms-rule:optout?list=optout}. The list is written before the answer is sent, and the message goes on as any
 * other does.
 */
final class OptOut implements Action {

    private static final Logger LOG = LoggerFactory.getLogger(OptOut.class);
    private static final String STOP = "STOP,STOPALL,STOP ALL,UNSUBSCRIBE,CANCEL,END,QUIT,REVOKE,OPT OUT,OPTOUT";
    private static final String START = "START,YES,UNSTOP";
    private static final String HELP = "HELP,INFO";

    private final Text list;
    private final Keywords keywords;
    private final Map<Wish, Text> answers = new HashMap<>();
    private final Duration pause;
    private final Outlets outlets;
    private final Lists lists;

    OptOut(Options options, Outlets outlets, Lists lists) {
        this.list = Text.of(options.text("list", "optout"), Target.TEXT);
        this.keywords = new Keywords(Map.of(
                Wish.STOP, Keywords.plain(options.list("stop", STOP)),
                Wish.START, Keywords.plain(options.list("start", START)),
                Wish.HELP, Keywords.plain(options.list("help", HELP))));
        answer(Wish.STOP, options.text("stopText", "You will get no more messages. Answer START to get them again."));
        answer(Wish.START, options.text("startText", "You will get messages again. Answer STOP to get none."));
        answer(Wish.HELP, options.text("helpText", "Answer STOP to get no more messages."));
        this.pause = options.duration("pause", "10m");
        this.outlets = outlets;
        this.lists = lists;
    }

    /** An empty text is no answer. */
    private void answer(Wish wish, String text) {
        if (!text.isBlank()) {
            answers.put(wish, Text.withGroups(text));
        }
    }

    @Override
    public void run(Exchange exchange) throws Exception {
        String text = RuleFields.read(exchange.getMessage(), "body").orElse("");
        Optional<Wish> wish = keywords.of(text);
        if (wish.isEmpty()) {
            if (keywords.isNearlyStop(text)) {
                LOG.warn(
                        "{} may be an opt-out: look at it",
                        RuleFields.read(exchange.getMessage(), "id").orElse("a received message"));
            }
            Steps.explain(exchange, "no keyword of opting out");
            return;
        }
        String name = Lists.name(list.expand(exchange.getMessage()));
        String from = RuleFields.read(exchange.getMessage(), "from").orElse("");
        switch (wish.get()) {
            case STOP ->
                Steps.effect(exchange, "STOP: the phone goes on the list " + name, () -> lists.store()
                        .add(name, List.of(ListEntry.parse(from)))
                        .toCompletableFuture()
                        .join());
            case START ->
                Steps.effect(exchange, "START: the phone leaves the list " + name, () -> lists.store()
                        .remove(name, List.of(ListEntry.parse(from)))
                        .toCompletableFuture()
                        .join());
            case HELP -> Steps.explain(exchange, "HELP");
        }
        LOG.info("{} by {}, list {}", wish.get(), PhoneNumber.mask(from), name);
        Optional<Text> answer = Optional.ofNullable(answers.get(wish.get()));
        if (answer.isPresent() && !lists.contains("local", from)) {
            Respond.answerPhone(exchange, answer.get().expand(exchange.getMessage()), outlets, lists.store(), pause);
        }
    }
}
