package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.rules.RuleRun.End;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.template.Target;
import org.apache.camel.Exchange;

/**
 * Refuses messages to phones that have opted out: {@code sms-rule:suppress?list=optout}. It is looked at once more when
 * the message is sent. With {@code record=true} such a message is accepted and ends at once.
 */
final class Suppress implements Action {

    private final Text list;
    private final boolean recorded;
    private final Lists lists;

    Suppress(Options options, Lists lists) {
        this.list = Text.of(options.text("list", "optout"), Target.TEXT);
        this.recorded = options.flag("record");
        this.lists = lists;
    }

    @Override
    public void run(Exchange exchange) throws Exception {
        String name = Lists.name(list.expand(exchange.getMessage()));
        String number = RuleFields.read(exchange.getMessage(), "number").orElse("");
        if (!lists.contains(name, number)) {
            exchange.getMessage().setHeader(SmsConstants.OPT_OUT_LIST, name);
            Steps.explain(exchange, "the list " + name + " does not have the phone");
        } else if (recorded) {
            Steps.end(exchange, End.DELETED, "opted_out: the phone is on the list " + name);
        } else {
            Steps.end(exchange, End.OPTED_OUT, "the phone has opted out");
        }
    }
}
