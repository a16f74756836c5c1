package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.store.DeliveryReport;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.tpdu.SmsStatusReport;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Message;

/** Delivery reports of gateways as records of the store. */
final class ReportHeaders {

    private ReportHeaders() {}

    /** Reads a report that a route describes by headers: the reference, the state, the recipient. */
    static DeliveryReport read(Message in, Optional<String> fixedGateway, Instant now) {
        String gateway = fixedGateway
                .or(() -> MessageHeaders.text(in, SmsConstants.GATEWAY))
                .orElseThrow(() -> missing(SmsConstants.GATEWAY));
        List<String> references = MessageHeaders.references(in);
        if (references.size() != 1) {
            throw missing(SmsConstants.REFERENCES);
        }
        return new DeliveryReport(
                gateway,
                references.get(0),
                MessageHeaders.text(in, SmsConstants.TO),
                state(MessageHeaders.text(in, SmsConstants.STATE).orElseThrow(() -> missing(SmsConstants.STATE))),
                MessageHeaders.text(in, SmsConstants.REASON).orElse(""),
                now);
    }

    /** Reads the report of a mobile network. */
    static DeliveryReport read(SmsStatusReport report, String gateway, Instant now) {
        MessageState state = MessageStates.of(report.status());
        return new DeliveryReport(
                gateway,
                Integer.toString(report.messageReference()),
                Optional.of(report.recipient().display()),
                state,
                state == MessageState.DELIVERED ? "" : MessageStates.reason(report.status()),
                now);
    }

    private static MessageState state(String word) {
        try {
            return MessageState.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new SmsRejectedException(
                    Code.BAD_PARAM,
                    "The header " + SmsConstants.STATE + " is ENROUTE, DELIVERED, UNDELIVERABLE, EXPIRED, REJECTED or"
                            + " CANCELLED",
                    e);
        }
    }

    private static SmsRejectedException missing(String header) {
        return new SmsRejectedException(Code.MISSING_PARAM, "A delivery report needs one " + header);
    }
}
