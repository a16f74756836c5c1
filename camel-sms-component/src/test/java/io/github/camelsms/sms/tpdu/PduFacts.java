package io.github.camelsms.sms.tpdu;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What the vectors ask of a TPDU, whatever its type. */
record PduFacts(Tpdu tpdu) {

    Optional<Integer> messageReference() {
        if (tpdu instanceof SmsSubmit submit) {
            return Optional.of(submit.messageReference());
        } else if (tpdu instanceof SmsStatusReport report) {
            return Optional.of(report.messageReference());
        }
        return Optional.empty();
    }

    Optional<Integer> status() {
        return tpdu instanceof SmsStatusReport report
                ? Optional.of(report.status().octet())
                : Optional.empty();
    }

    Optional<Integer> failureCause() {
        return Optional.empty();
    }

    Optional<Integer> commandType() {
        return Optional.empty();
    }

    Optional<Integer> messageNumber() {
        return Optional.empty();
    }

    Optional<Integer> parameterIndicator() {
        return parameters().map(ReportParameters::indicator);
    }

    Optional<Integer> protocolIdentifier() {
        Optional<ProtocolIdentifier> identifier = tpdu instanceof SmsDeliver deliver
                ? Optional.of(deliver.protocolIdentifier())
                : tpdu instanceof SmsSubmit submit
                        ? Optional.of(submit.protocolIdentifier())
                        : parameters().flatMap(ReportParameters::protocolIdentifier);
        return identifier.map(ProtocolIdentifier::octet);
    }

    Optional<Integer> dataCodingScheme() {
        Optional<DataCodingScheme> scheme = tpdu instanceof SmsDeliver deliver
                ? Optional.of(deliver.dataCodingScheme())
                : tpdu instanceof SmsSubmit submit
                        ? Optional.of(submit.dataCodingScheme())
                        : parameters().flatMap(ReportParameters::dataCodingScheme);
        return scheme.map(DataCodingScheme::octet);
    }

    Optional<Integer> relativeValidity() {
        return validity().map(period -> period.octets().at(0));
    }

    Optional<Long> validityMinutes() {
        return validity().flatMap(ValidityPeriod::duration).map(Duration::toMinutes);
    }

    Optional<Address> address() {
        if (tpdu instanceof SmsDeliver deliver) {
            return Optional.of(deliver.originator());
        } else if (tpdu instanceof SmsSubmit submit) {
            return Optional.of(submit.destination());
        } else if (tpdu instanceof SmsStatusReport report) {
            return Optional.of(report.recipient());
        }
        return Optional.empty();
    }

    Optional<OffsetDateTime> serviceCentreTimeStamp() {
        if (tpdu instanceof SmsDeliver deliver) {
            return deliver.serviceCentreTimeStamp().toOffsetDateTime();
        } else if (tpdu instanceof SmsStatusReport report) {
            return report.serviceCentreTimeStamp().toOffsetDateTime();
        }
        return Optional.empty();
    }

    Optional<OffsetDateTime> dischargeTime() {
        return tpdu instanceof SmsStatusReport report ? report.dischargeTime().toOffsetDateTime() : Optional.empty();
    }

    Optional<UserData> userData() {
        if (tpdu instanceof SmsDeliver deliver) {
            return Optional.of(deliver.userData());
        } else if (tpdu instanceof SmsSubmit submit) {
            return Optional.of(submit.userData());
        }
        return parameters().flatMap(ReportParameters::userData);
    }

    Optional<String> text() {
        return userData().flatMap(UserData::text);
    }

    /** Octets of the payload; the vectors also give those of UCS-2 that way. */
    Optional<Octets> data() {
        return userData().map(UserData::payload);
    }

    Optional<Concatenation> concatenation() {
        return userData().flatMap(UserData::concatenation);
    }

    private Optional<ValidityPeriod> validity() {
        return tpdu instanceof SmsSubmit submit ? submit.validityPeriod() : Optional.empty();
    }

    private Optional<ReportParameters> parameters() {
        return tpdu instanceof SmsStatusReport report ? report.parameters() : Optional.empty();
    }
}
