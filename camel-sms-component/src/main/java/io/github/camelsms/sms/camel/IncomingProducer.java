package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.store.IncomingPart;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.SmsStatusReport;
import io.github.camelsms.sms.tpdu.Tpdu;
import io.github.camelsms.sms.tpdu.TpduException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files what a gateway received. Where the exchange holds the TPDU of the network, that decides: a part waits for the
 * others, a status report is matched to its message. Otherwise the body is a whole message, or a part where its user data
 * header says so.
 */
final class IncomingProducer extends StoreProducer {

    private static final Logger LOG = LoggerFactory.getLogger(IncomingProducer.class);

    private final Optional<String> fixedGateway;

    /**
     * @param fixedGateway who has received it; where the endpoint does not say, the header does
     */
    IncomingProducer(SmsEndpoint endpoint, Optional<String> fixedGateway) {
        super(endpoint);
        this.fixedGateway = fixedGateway;
    }

    @Override
    CompletionStage<?> store(Exchange exchange, MessageStore store) {
        Message in = exchange.getMessage();
        Instant now = getEndpoint().getComponent().clock().instant();
        String gateway = fixedGateway
                .or(() -> MessageHeaders.text(in, SmsConstants.GATEWAY))
                .orElseThrow(() -> new SmsRejectedException(
                        Code.MISSING_PARAM, "sms:incoming needs the option gateway, or " + SmsConstants.GATEWAY));
        Optional<Tpdu> tpdu =
                MessageHeaders.value(in, SmsConstants.TPDU, byte[].class).flatMap(octets -> decode(gateway, octets));
        if (tpdu.isPresent() && tpdu.get() instanceof SmsDeliver deliver) {
            return store.file(new IncomingPart(gateway, deliver, now));
        }
        if (tpdu.isPresent() && tpdu.get() instanceof SmsStatusReport report) {
            return store.file(ReportHeaders.read(report, gateway, now));
        }
        Optional<SmsDeliver> part = ReceivedUserData.part(in, now);
        return part.isPresent()
                ? store.file(new IncomingPart(gateway, part.get(), now))
                : store.file(IncomingHeaders.read(in, gateway, now));
    }

    /** What cannot be decoded is filed as the exchange describes it; nothing that came in is dropped. */
    private static Optional<Tpdu> decode(String gateway, byte[] octets) {
        try {
            return Optional.of(Tpdu.decodeIncoming(octets));
        } catch (TpduException e) {
            LOG.debug("[{}] a TPDU is filed as it is: {}", gateway, e.getMessage());
            return Optional.empty();
        }
    }
}
