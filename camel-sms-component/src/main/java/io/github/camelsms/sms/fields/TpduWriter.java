package io.github.camelsms.sms.fields;

import io.github.camelsms.sms.report.DeliveryState;
import io.github.camelsms.sms.tpdu.DataCodingScheme;
import io.github.camelsms.sms.tpdu.FailureCause;
import io.github.camelsms.sms.tpdu.ReportParameters;
import io.github.camelsms.sms.tpdu.SmsCommand;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.SmsDeliverReport;
import io.github.camelsms.sms.tpdu.SmsStatusReport;
import io.github.camelsms.sms.tpdu.SmsSubmit;
import io.github.camelsms.sms.tpdu.SmsSubmitReport;
import io.github.camelsms.sms.tpdu.Tpdu;
import io.github.camelsms.sms.tpdu.UserData;
import java.util.Map;
import java.util.Optional;

/** Writes the fields of a TPDU, each type in the order of its octets. */
final class TpduWriter {

    private TpduWriter() {}

    static void write(Tpdu tpdu, Map<String, Object> out) {
        if (tpdu instanceof SmsDeliver deliver) {
            out.put("addr", AddressFields.write(deliver.originator()));
            out.put("pid", deliver.protocolIdentifier().octet());
            TimeFields.write("scts", deliver.serviceCentreTimeStamp(), out);
            content(deliver.dataCodingScheme(), deliver.userData(), out);
        } else if (tpdu instanceof SmsSubmit submit) {
            out.put("mr", submit.messageReference());
            out.put("addr", AddressFields.write(submit.destination()));
            out.put("pid", submit.protocolIdentifier().octet());
            submit.validityPeriod().ifPresent(period -> ValidityFields.write(period, out));
            content(submit.dataCodingScheme(), submit.userData(), out);
        } else if (tpdu instanceof SmsStatusReport report) {
            statusReport(report, out);
        } else if (tpdu instanceof SmsDeliverReport report) {
            cause(report.failureCause(), out);
            parameters(report.parameters(), out);
        } else if (tpdu instanceof SmsSubmitReport report) {
            cause(report.failureCause(), out);
            TimeFields.write("scts", report.serviceCentreTimeStamp(), out);
            parameters(report.parameters(), out);
        } else if (tpdu instanceof SmsCommand command) {
            out.put("mr", command.messageReference());
            out.put("pid", command.protocolIdentifier().octet());
            out.put("ct", command.commandType());
            out.put("mn", command.messageNumber());
            out.put("addr", AddressFields.write(command.destination()));
            out.put("data", command.commandData().hex());
        }
    }

    private static void statusReport(SmsStatusReport report, Map<String, Object> out) {
        out.put("mr", report.messageReference());
        out.put("addr", AddressFields.write(report.recipient()));
        TimeFields.write("scts", report.serviceCentreTimeStamp(), out);
        TimeFields.write("dt", report.dischargeTime(), out);
        out.put("st", report.status().octet());
        out.put("state", DeliveryState.of(report.status()).name());
        report.parameters().ifPresent(parameters -> parameters(parameters, out));
    }

    private static void cause(Optional<FailureCause> cause, Map<String, Object> out) {
        cause.ifPresent(octet -> out.put("fcs", octet.octet()));
    }

    private static void parameters(ReportParameters parameters, Map<String, Object> out) {
        out.put("pi", parameters.indicator());
        parameters.protocolIdentifier().ifPresent(identifier -> out.put("pid", identifier.octet()));
        parameters.dataCodingScheme().ifPresent(scheme -> CodingFields.write(scheme, out));
        parameters.userData().ifPresent(userData -> UserDataFields.write(userData, out));
    }

    private static void content(DataCodingScheme scheme, UserData userData, Map<String, Object> out) {
        CodingFields.write(scheme, out);
        UserDataFields.write(userData, out);
    }
}
