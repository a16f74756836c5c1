package io.github.camelsms.modem.camel;

import io.github.camelsms.modem.session.ReceivedPdu;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.camel.TpduHeaders;
import io.github.camelsms.sms.tpdu.Pdu;
import io.github.camelsms.sms.tpdu.SmsStatusReport;
import io.github.camelsms.sms.tpdu.Tpdu;
import io.github.camelsms.sms.tpdu.TpduException;
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
            byte[] octets = Pdu.parse(received.hex()).tpdu().toArray();
            Tpdu tpdu = Tpdu.decodeIncoming(octets);
            Object body = TpduHeaders.write(tpdu, out);
            if (!(tpdu instanceof SmsStatusReport)) {
                out.setBody(body);
            }
            // as it came, spare bits and all
            out.setHeader(SmsConstants.TPDU, octets);
        } catch (TpduException e) {
            out.setBody(received.hex());
            out.setHeader(SmsConstants.STATE, UNDECODABLE);
            out.setHeader(SmsConstants.REASON, e.getMessage());
        }
    }
}
