package io.github.camelsms.sms.tpdu;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What the vectors ask of a TPDU, whatever its type: components of its record, by name. */
record PduFacts(Tpdu tpdu) {

    Optional<Integer> messageReference() {
        return component("messageReference", Integer.class);
    }

    Optional<Integer> status() {
        return component("status", TpStatus.class).map(TpStatus::octet);
    }

    Optional<Integer> failureCause() {
        return component("failureCause", FailureCause.class).map(FailureCause::octet);
    }

    Optional<Integer> commandType() {
        return component("commandType", Integer.class);
    }

    Optional<Integer> messageNumber() {
        return component("messageNumber", Integer.class);
    }

    Optional<Integer> parameterIndicator() {
        return parameters().map(ReportParameters::indicator);
    }

    Optional<Integer> protocolIdentifier() {
        return component("protocolIdentifier", ProtocolIdentifier.class)
                .or(() -> parameters().flatMap(ReportParameters::protocolIdentifier))
                .map(ProtocolIdentifier::octet);
    }

    Optional<Integer> dataCodingScheme() {
        return component("dataCodingScheme", DataCodingScheme.class)
                .or(() -> parameters().flatMap(ReportParameters::dataCodingScheme))
                .map(DataCodingScheme::octet);
    }

    Optional<Integer> relativeValidity() {
        return validity().map(period -> period.octets().at(0));
    }

    Optional<Long> validityMinutes() {
        return validity().flatMap(ValidityPeriod::duration).map(Duration::toMinutes);
    }

    Optional<Address> address() {
        return component("originator", Address.class)
                .or(() -> component("destination", Address.class))
                .or(() -> component("recipient", Address.class));
    }

    Optional<OffsetDateTime> serviceCentreTimeStamp() {
        return component("serviceCentreTimeStamp", ServiceCentreTimeStamp.class)
                .flatMap(ServiceCentreTimeStamp::toOffsetDateTime);
    }

    Optional<OffsetDateTime> dischargeTime() {
        return component("dischargeTime", ServiceCentreTimeStamp.class)
                .flatMap(ServiceCentreTimeStamp::toOffsetDateTime);
    }

    Optional<String> text() {
        return userData().flatMap(UserData::text);
    }

    /** Octets of the payload; the vectors also give those of UCS-2 that way. */
    Optional<Octets> data() {
        return component("commandData", Octets.class).or(() -> userData().map(UserData::payload));
    }

    Optional<Concatenation> concatenation() {
        return userData().flatMap(UserData::concatenation);
    }

    private Optional<UserData> userData() {
        return component("userData", UserData.class).or(() -> parameters().flatMap(ReportParameters::userData));
    }

    private Optional<ValidityPeriod> validity() {
        return component("validityPeriod", ValidityPeriod.class);
    }

    private Optional<ReportParameters> parameters() {
        return component("parameters", ReportParameters.class);
    }

    private <T> Optional<T> component(String name, Class<T> type) {
        for (RecordComponent component : tpdu.getClass().getRecordComponents()) {
            if (component.getName().equals(name)) {
                return Optional.ofNullable(value(component)).map(type::cast);
            }
        }
        return Optional.empty();
    }

    private Object value(RecordComponent component) {
        try {
            Object value = component.getAccessor().invoke(tpdu);
            return value instanceof Optional<?> optional ? optional.orElse(null) : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
