package io.github.camelsms.modem.camel;

import io.github.camelsms.modem.session.ReceivedPdu;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.message.ReceivedContent;
import io.github.camelsms.sms.report.DeliveryState;
import io.github.camelsms.sms.tpdu.Pdu;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.SmsStatusReport;
import io.github.camelsms.sms.tpdu.Tpdu;
import io.github.camelsms.sms.tpdu.TpduException;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import java.util.List;
import org.apache.camel.Message;

/**
 * Puts what a modem has received into an exchange: a message or a part of one, a status report, or a PDU that cannot be
 * read, whose hex digits become the body.
 */
final class ReceivedMapper {

    /** {@link SmsConstants#STATE} of what cannot be read; {@link SmsConstants#REASON} says why. */
    static final String UNDECODABLE = "UNDECODABLE";

    private ReceivedMapper() {}

    static void map(ReceivedPdu received, Message out) {
        out.setHeader(SmsConstants.ATTEMPT, received.delivery());
        try {
            Pdu pdu = Pdu.parse(received.hex());
            byte[] octets = pdu.tpdu().toArray();
            Tpdu tpdu = Tpdu.decodeIncoming(octets);
            if (tpdu instanceof SmsStatusReport report) {
                map(report, out);
            } else {
                map((SmsDeliver) tpdu, out);
            }
            out.setHeader(SmsConstants.TPDU, octets);
        } catch (TpduException e) {
            out.setBody(received.hex());
            out.setHeader(SmsConstants.STATE, UNDECODABLE);
            out.setHeader(SmsConstants.REASON, e.getMessage());
        }
    }

    private static void map(SmsDeliver deliver, Message out) {
        ReceivedContent content = ReceivedContent.join(List.of(deliver));
        out.setBody(
                content.text().isPresent()
                        ? content.text().get()
                        : content.data().orElseThrow().toArray());
        out.setHeader(SmsConstants.FROM, deliver.originator().display());
        deliver.serviceCentreTimeStamp()
                .toOffsetDateTime()
                .ifPresent(time -> out.setHeader(SmsConstants.TIMESTAMP, time));
        out.setHeader(SmsConstants.ENCODING, content.alphabet().name());
        out.setHeader(SmsConstants.DCS, deliver.dataCodingScheme().octet());
        out.setHeader(SmsConstants.PID, deliver.protocolIdentifier().octet());
        deliver.dataCodingScheme()
                .messageClass()
                .ifPresent(messageClass -> out.setHeader(SmsConstants.MESSAGE_CLASS, messageClass.value()));
        deliver.userData().header().ifPresent(header -> out.setHeader(SmsConstants.UDH, hex(header)));
        deliver.userData().concatenation().ifPresent(part -> {
            out.setHeader(SmsConstants.CONCAT_REFERENCE, part.reference());
            out.setHeader(SmsConstants.CONCAT_INDEX, part.sequence());
            out.setHeader(SmsConstants.CONCAT_TOTAL, part.total());
        });
    }

    private static void map(SmsStatusReport report, Message out) {
        DeliveryState state = DeliveryState.of(report.status());
        out.setHeader(SmsConstants.TO, report.recipient().display());
        out.setHeader(SmsConstants.REFERENCES, List.of(Integer.toString(report.messageReference())));
        out.setHeader(SmsConstants.STATE, state.name());
        out.setHeader(
                SmsConstants.REASON, String.format("TP-ST %02X", report.status().octet()));
        report.dischargeTime().toOffsetDateTime().ifPresent(time -> out.setHeader(SmsConstants.TIMESTAMP, time));
    }

    /** The header without its length octet. */
    private static String hex(UserDataHeader header) {
        return header.encode().hex().substring(2);
    }
}
