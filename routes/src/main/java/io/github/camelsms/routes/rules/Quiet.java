package io.github.camelsms.routes.rules;

import io.github.camelsms.sms.camel.SmsConstants;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Has a message wait until quiet hours are over where its phone is at home: {@code sms-rule:quiet?hours=21:00-08:00}.
 * With {@code zone=Europe/Prague}, there. It is not refused, and it expires when it would have.
 */
final class Quiet implements Action {

    private static final String RECIPIENT = "recipient";

    private final QuietHours hours;
    private final boolean ofRecipient;
    private final ZoneId zone;
    private final Clock clock;

    Quiet(Options options, Clock clock) {
        this.hours = QuietHours.parse(options.required("hours"));
        String where = options.text("zone", RECIPIENT);
        this.ofRecipient = where.equals(RECIPIENT);
        String fixed =
                ofRecipient ? options.text("otherwise", ZoneId.systemDefault().getId()) : where;
        try {
            this.zone = ZoneId.of(fixed);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("there is no time zone " + fixed, e);
        }
        this.clock = clock;
    }

    @Override
    public void run(Exchange exchange) {
        Message message = exchange.getMessage();
        Instant asked = message.getHeader(SmsConstants.NOT_BEFORE, Instant.class);
        Instant now = Steps.now(exchange, clock);
        Instant earliest = asked == null || asked.isBefore(now) ? now : asked;
        List<ZoneId> zones =
                ofRecipient ? NumberZones.of(RuleFields.read(message, "number").orElse(""), zone) : List.of(zone);
        Instant when = hours.over(earliest, zones);
        if (when.isAfter(earliest)) {
            message.setHeader(SmsConstants.NOT_BEFORE, when);
            Steps.explain(exchange, "quiet hours in " + zones + ": waits until " + when);
        } else {
            Steps.explain(exchange, "no quiet hours in " + zones);
        }
    }
}
