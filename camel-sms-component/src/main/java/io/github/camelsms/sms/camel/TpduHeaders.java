package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.message.ReceivedContent;
import io.github.camelsms.sms.report.DeliveryState;
import io.github.camelsms.sms.tpdu.Address;
import io.github.camelsms.sms.tpdu.DataCodingScheme;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.ProtocolIdentifier;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.SmsStatusReport;
import io.github.camelsms.sms.tpdu.SmsSubmit;
import io.github.camelsms.sms.tpdu.Tpdu;
import io.github.camelsms.sms.tpdu.UserData;
import java.util.List;
import org.apache.camel.Message;

/** A TPDU as body and headers of an exchange: a DELIVER or SUBMIT, or a STATUS-REPORT, which has no body. */
public final class TpduHeaders {

    private TpduHeaders() {}

    /**
     * Sets the headers, {@link SmsConstants#TPDU} among them, and returns the body: a text, or the octets of 8-bit data;
     * of a report an empty text.
     *
     * @throws IllegalArgumentException for another type of TPDU, which no message of a person travels in
     */
    public static Object write(Tpdu tpdu, Message out) {
        out.setHeader(SmsConstants.TPDU, tpdu.encode());
        if (tpdu instanceof SmsDeliver deliver) {
            out.setHeader(SmsConstants.FROM, deliver.originator().display());
            deliver.serviceCentreTimeStamp()
                    .toOffsetDateTime()
                    .ifPresent(time -> out.setHeader(SmsConstants.TIMESTAMP, time));
            content(deliver.protocolIdentifier(), deliver.dataCodingScheme(), deliver.userData(), out);
            ReceivedContent content = ReceivedContent.join(List.of(deliver));
            return content.text().<Object>map(text -> text).orElseGet(() -> octets(deliver.userData()));
        } else if (tpdu instanceof SmsSubmit submit) {
            return write(submit, out);
        } else if (tpdu instanceof SmsStatusReport report) {
            return write(report, out);
        }
        throw new IllegalArgumentException("a " + tpdu.getClass().getSimpleName()
                + " is no message and no status report; is the direction right?");
    }

    private static Object write(SmsSubmit submit, Message out) {
        Address destination = submit.destination();
        out.setHeader(SmsConstants.TO, destination.display());
        out.setHeader(SmsConstants.REPORT_REQUESTED, submit.firstOctet().statusReportRequested());
        submit.validityPeriod()
                .flatMap(period -> period.duration())
                .ifPresent(duration -> out.setHeader(SmsConstants.VALIDITY, duration));
        content(submit.protocolIdentifier(), submit.dataCodingScheme(), submit.userData(), out);
        return submit.userData().text().<Object>map(text -> text).orElseGet(() -> octets(submit.userData()));
    }

    private static Object write(SmsStatusReport report, Message out) {
        out.setHeader(SmsConstants.TO, report.recipient().display());
        out.setHeader(SmsConstants.REFERENCES, List.of(Integer.toString(report.messageReference())));
        out.setHeader(SmsConstants.STATE, DeliveryState.of(report.status()).name());
        out.setHeader(
                SmsConstants.REASON, String.format("TP-ST %02X", report.status().octet()));
        report.dischargeTime().toOffsetDateTime().ifPresent(time -> out.setHeader(SmsConstants.TIMESTAMP, time));
        return "";
    }

    private static void content(
            ProtocolIdentifier protocolIdentifier, DataCodingScheme scheme, UserData userData, Message out) {
        out.setHeader(SmsConstants.ENCODING, userData.alphabet().name());
        out.setHeader(SmsConstants.DCS, scheme.octet());
        out.setHeader(SmsConstants.PID, protocolIdentifier.octet());
        scheme.messageClass()
                .ifPresent(messageClass -> out.setHeader(SmsConstants.MESSAGE_CLASS, messageClass.value()));
        userData.header().ifPresent(header -> {
            Octets withLength = header.encode();
            out.setHeader(
                    SmsConstants.UDH, withLength.slice(1, withLength.length()).hex());
        });
        userData.concatenation().ifPresent(part -> {
            out.setHeader(SmsConstants.CONCAT_REFERENCE, part.reference());
            out.setHeader(SmsConstants.CONCAT_INDEX, part.sequence());
            out.setHeader(SmsConstants.CONCAT_TOTAL, part.total());
        });
    }

    private static byte[] octets(UserData userData) {
        return userData.payload().toArray();
    }
}
