package io.github.camelsms.sms.fields;

import io.github.camelsms.sms.tpdu.DataCodingScheme;
import io.github.camelsms.sms.tpdu.FailureCause;
import io.github.camelsms.sms.tpdu.FirstOctet;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.ProtocolIdentifier;
import io.github.camelsms.sms.tpdu.ReportParameters;
import io.github.camelsms.sms.tpdu.ServiceCentreTimeStamp;
import io.github.camelsms.sms.tpdu.SmsCommand;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.SmsDeliverReport;
import io.github.camelsms.sms.tpdu.SmsStatusReport;
import io.github.camelsms.sms.tpdu.SmsSubmit;
import io.github.camelsms.sms.tpdu.SmsSubmitReport;
import io.github.camelsms.sms.tpdu.TpStatus;
import io.github.camelsms.sms.tpdu.Tpdu;
import io.github.camelsms.sms.tpdu.UserData;
import io.github.camelsms.sms.tpdu.ValidityPeriod;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Makes a TPDU of its fields. What is missing has the value that asks for nothing; a time is now. */
final class TpduReader {

    private final Fields in;
    private final TpduType type;
    private final Clock clock;

    private TpduReader(Fields in, Clock clock) {
        this.in = in;
        this.type = TpduType.read(in);
        this.clock = clock;
    }

    static Tpdu read(Fields in, Clock clock) {
        TpduReader reader = new TpduReader(in, clock);
        return in.checked(reader.type.word(), reader::tpdu);
    }

    private Tpdu tpdu() {
        return switch (type) {
            case DELIVER -> deliver();
            case SUBMIT -> submit();
            case STATUS_REPORT -> statusReport();
            case DELIVER_REPORT -> {
                Optional<ReportParameters> parameters = parameters();
                yield new SmsDeliverReport(firstOctet(parameters), cause(), parameters.orElse(ReportParameters.NONE));
            }
            case SUBMIT_REPORT -> {
                Optional<ReportParameters> parameters = parameters();
                yield new SmsSubmitReport(
                        firstOctet(parameters), cause(), time("scts"), parameters.orElse(ReportParameters.NONE));
            }
            case COMMAND -> command();
        };
    }

    private SmsDeliver deliver() {
        DataCodingScheme scheme = UserDataFields.scheme(in);
        UserData userData = UserDataFields.read(in, scheme);
        return new SmsDeliver(
                firstOctet(userData),
                AddressFields.required(in, "addr"),
                protocolIdentifier().orElse(ProtocolIdentifier.DEFAULT),
                scheme,
                time("scts"),
                userData);
    }

    private SmsSubmit submit() {
        DataCodingScheme scheme = UserDataFields.scheme(in);
        UserData userData = UserDataFields.read(in, scheme);
        Optional<ValidityPeriod> validity = ValidityFields.read(in);
        return new SmsSubmit(
                Flag.withValidityFormat(
                        firstOctet(userData),
                        validity.map(ValidityPeriod::format).orElse(0)),
                octet("mr"),
                AddressFields.required(in, "addr"),
                protocolIdentifier().orElse(ProtocolIdentifier.DEFAULT),
                scheme,
                validity,
                userData);
    }

    private SmsStatusReport statusReport() {
        Optional<ReportParameters> parameters = parameters();
        ServiceCentreTimeStamp received = time("scts");
        return new SmsStatusReport(
                firstOctet(parameters),
                octet("mr"),
                AddressFields.required(in, "addr"),
                received,
                TimeFields.read(in, "dt").orElse(received),
                new TpStatus(octet("st")),
                parameters);
    }

    private SmsCommand command() {
        return new SmsCommand(
                Flag.read(type, in),
                octet("mr"),
                protocolIdentifier().orElse(ProtocolIdentifier.DEFAULT),
                octet("ct"),
                octet("mn"),
                AddressFields.required(in, "addr"),
                in.hex("data").orElse(Octets.EMPTY));
    }

    /** Empty when none of them is there; {@code pi} follows from them, and alone says that there are none. */
    private Optional<ReportParameters> parameters() {
        Optional<DataCodingScheme> scheme = CodingFields.read(in);
        Optional<UserData> userData = Optional.empty();
        if (UserDataFields.isPresent(in)) {
            DataCodingScheme chosen = UserDataFields.scheme(in);
            userData = Optional.of(UserDataFields.read(in, chosen));
            scheme = scheme.isEmpty() && chosen.equals(DataCodingScheme.GSM7) ? scheme : Optional.of(chosen);
        }
        ReportParameters parameters = new ReportParameters(protocolIdentifier(), scheme, userData);
        return parameters.equals(ReportParameters.NONE) && !in.has("pi") ? Optional.empty() : Optional.of(parameters);
    }

    private FirstOctet firstOctet(UserData userData) {
        return Flag.withHeader(Flag.read(type, in), userData.header().isPresent());
    }

    private FirstOctet firstOctet(Optional<ReportParameters> parameters) {
        return parameters
                .flatMap(ReportParameters::userData)
                .map(this::firstOctet)
                .orElseGet(() -> Flag.read(type, in));
    }

    private Optional<ProtocolIdentifier> protocolIdentifier() {
        return in.octet("pid").map(ProtocolIdentifier::new);
    }

    private Optional<FailureCause> cause() {
        return in.octet("fcs").map(octet -> in.checked("fcs", () -> new FailureCause(octet)));
    }

    private ServiceCentreTimeStamp time(String name) {
        return TimeFields.read(in, name)
                .orElseGet(() -> ServiceCentreTimeStamp.of(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }

    private int octet(String name) {
        return in.octet(name).orElse(0);
    }
}
