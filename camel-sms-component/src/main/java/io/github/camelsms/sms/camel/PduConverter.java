package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.Pdu;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.SmsStatusReport;
import io.github.camelsms.sms.tpdu.SmsSubmit;
import io.github.camelsms.sms.tpdu.Tpdu;
import org.apache.camel.Converter;

/**
 * PDUs and TPDUs in the types that routes use. A {@link Pdu} begins with the service centre address, as hex digits or
 * octets; a TPDU does not, as in the header {@link SmsConstants#TPDU}.
 */
@Converter(generateLoader = true)
public final class PduConverter {

    private PduConverter() {}

    @Converter
    public static Pdu toPdu(String hex) {
        return Pdu.parse(hex);
    }

    @Converter
    public static Pdu toPdu(byte[] octets) {
        return Pdu.parse(Octets.of(octets).hex());
    }

    @Converter
    public static Pdu toPdu(Tpdu tpdu) {
        return Pdu.of(tpdu);
    }

    @Converter
    public static String toHex(Pdu pdu) {
        return pdu.hex();
    }

    @Converter
    public static byte[] toOctets(Pdu pdu) {
        return Octets.ofHex(pdu.hex()).toArray();
    }

    @Converter
    public static SmsDeliver toDeliver(byte[] tpdu) {
        return SmsDeliver.decode(tpdu);
    }

    @Converter
    public static SmsDeliver toDeliver(Pdu pdu) {
        return SmsDeliver.decode(pdu.tpdu().toArray());
    }

    @Converter
    public static SmsStatusReport toStatusReport(byte[] tpdu) {
        return SmsStatusReport.decode(tpdu);
    }

    @Converter
    public static SmsStatusReport toStatusReport(Pdu pdu) {
        return SmsStatusReport.decode(pdu.tpdu().toArray());
    }

    @Converter
    public static SmsSubmit toSubmit(Pdu pdu) {
        return SmsSubmit.decode(pdu.tpdu().toArray());
    }
}
