package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.message.Segmentation;
import io.github.camelsms.sms.tpdu.Address;
import io.github.camelsms.sms.tpdu.ProtocolIdentifier;
import io.github.camelsms.sms.tpdu.SmsSubmit;
import io.github.camelsms.sms.tpdu.UserData;
import io.github.camelsms.sms.tpdu.ValidityPeriod;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Message;

/**
 * What the headers of an exchange ask of the network for each part of a message. All endpoints that make SUBMITs read
 * them here, so that all make the same.
 */
public record SubmitHeaders(
        Optional<ProtocolIdentifier> protocolIdentifier,
        Optional<ValidityPeriod> validityPeriod,
        boolean reportRequested) {

    public SubmitHeaders {
        Objects.requireNonNull(protocolIdentifier, "protocolIdentifier");
        Objects.requireNonNull(validityPeriod, "validityPeriod");
    }

    /**
     * Reads {@code Pid}, {@code Validity} and {@code ReportRequested}.
     *
     * @throws io.github.camelsms.sms.store.SmsRejectedException when a header has no such value
     */
    public static SubmitHeaders of(Message in) {
        return new SubmitHeaders(
                ContentHeaders.content(in).options().protocolIdentifier(),
                MessageHeaders.value(in, SmsConstants.VALIDITY, Duration.class).map(ValidityPeriod::of),
                MessageHeaders.value(in, SmsConstants.REPORT_REQUESTED, Boolean.class)
                        .orElse(false));
    }

    /** One part as a SUBMIT. */
    public SmsSubmit submit(Address to, Segmentation segmentation, UserData part) {
        SmsSubmit submit = SmsSubmit.of(to, segmentation.dcs(), part);
        submit = protocolIdentifier.map(submit::withProtocolIdentifier).orElse(submit);
        submit = validityPeriod.map(submit::withValidityPeriod).orElse(submit);
        return reportRequested ? submit.requestingStatusReport() : submit;
    }
}
