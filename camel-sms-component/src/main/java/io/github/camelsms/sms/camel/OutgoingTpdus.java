package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.fields.Framing;
import io.github.camelsms.sms.message.Segmentation;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.tpdu.Address;
import io.github.camelsms.sms.tpdu.Pdu;
import io.github.camelsms.sms.tpdu.ProtocolIdentifier;
import io.github.camelsms.sms.tpdu.ServiceCentreTimeStamp;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.Tpdu;
import io.github.camelsms.sms.tpdu.UserData;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Message;

/** Body and headers of an exchange as the TPDUs that carry them. */
final class OutgoingTpdus {

    private OutgoingTpdus() {}

    /** SUBMITs to {@code To}. */
    static List<Tpdu> submits(Message in, int reference) {
        Address to = address(in, SmsConstants.TO);
        Segmentation segmentation = ContentHeaders.segment(in);
        SubmitHeaders asked = SubmitHeaders.of(in);
        return segmentation.userData(reference(in, reference)).stream()
                .<Tpdu>map(userData -> asked.submit(to, segmentation, userData))
                .toList();
    }

    /** DELIVERs of {@code From}, with {@code Timestamp}, or now. */
    static List<Tpdu> delivers(Message in, int reference, Clock clock) {
        Address from = address(in, SmsConstants.FROM);
        Segmentation segmentation = ContentHeaders.segment(in);
        Optional<ProtocolIdentifier> pid = ContentHeaders.content(in).options().protocolIdentifier();
        OffsetDateTime time = MessageHeaders.value(in, SmsConstants.TIMESTAMP, OffsetDateTime.class)
                .orElseGet(() -> OffsetDateTime.now(clock));
        ServiceCentreTimeStamp stamp = ServiceCentreTimeStamp.of(time);
        return segmentation.userData(reference(in, reference)).stream()
                .<Tpdu>map(userData -> deliver(from, segmentation, stamp, userData, pid))
                .toList();
    }

    static String hex(Tpdu tpdu, Framing framing) {
        Pdu pdu = Pdu.of(tpdu);
        return framing == Framing.TPDU_ALONE ? pdu.tpdu().hex() : pdu.hex();
    }

    private static SmsDeliver deliver(
            Address from,
            Segmentation segmentation,
            ServiceCentreTimeStamp stamp,
            UserData userData,
            Optional<ProtocolIdentifier> pid) {
        SmsDeliver deliver = SmsDeliver.of(from, segmentation.dcs(), stamp, userData);
        return new SmsDeliver(
                deliver.firstOctet(),
                from,
                pid.orElse(deliver.protocolIdentifier()),
                segmentation.dcs(),
                stamp,
                userData);
    }

    private static int reference(Message in, int otherwise) {
        return MessageHeaders.value(in, SmsConstants.CONCAT_REFERENCE, Integer.class)
                .orElse(otherwise);
    }

    private static Address address(Message in, String header) {
        String text = MessageHeaders.text(in, header)
                .orElseThrow(() -> new SmsRejectedException(Code.MISSING_PARAM, "Set the header " + header));
        try {
            return Address.of(text);
        } catch (IllegalArgumentException e) {
            throw new SmsRejectedException(Code.BAD_NUMBER, header + ": " + e.getMessage(), e);
        }
    }
}
