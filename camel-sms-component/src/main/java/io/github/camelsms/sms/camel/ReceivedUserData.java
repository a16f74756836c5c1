package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.gsm7.Gsm7Alphabet;
import io.github.camelsms.sms.message.PartKey;
import io.github.camelsms.sms.tpdu.Address;
import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.DataCodingScheme;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.Ports;
import io.github.camelsms.sms.tpdu.ServiceCentreTimeStamp;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.UserData;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the header {@code CamelSmsUdh} of a received message says, where a gateway tells it without the TPDU. A header
 * that cannot be read says nothing: nothing that came in is dropped.
 */
final class ReceivedUserData {

    private static final Logger LOG = LoggerFactory.getLogger(ReceivedUserData.class);

    private ReceivedUserData() {}

    /** The port that it is for. */
    static Optional<Integer> port(Message in) {
        return header(in).flatMap(UserDataHeader::ports).map(Ports::destination);
    }

    /** The part of a longer message that it is, as the network would have delivered it. */
    static Optional<SmsDeliver> part(Message in, Instant now) {
        try {
            return header(in)
                    .filter(header -> header.concatenation().isPresent())
                    .map(header -> deliver(in, header, now))
                    .filter(deliver -> PartKey.of(deliver).isPresent());
        } catch (IllegalArgumentException e) {
            LOG.debug("A part of a message is filed as a whole one: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<UserDataHeader> header(Message in) {
        try {
            return MessageHeaders.text(in, SmsConstants.UDH).map(Octets::ofHex).map(UserDataHeader::ofElements);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static SmsDeliver deliver(Message in, UserDataHeader header, Instant now) {
        UserData userData = in.getBody() instanceof byte[] octets ? UserData.octets(octets) : text(in);
        return SmsDeliver.of(
                Address.of(MessageHeaders.text(in, SmsConstants.FROM).orElse("")),
                DataCodingScheme.of(userData.alphabet()),
                ServiceCentreTimeStamp.of(now.atOffset(ZoneOffset.UTC)),
                userData.withHeader(header));
    }

    /** All parts of a message have one alphabet, which one of them alone does not always show. */
    private static UserData text(Message in) {
        String text = MessageHeaders.bodyText(in).orElse("");
        Alphabet alphabet = MessageHeaders.text(in, SmsConstants.ENCODING)
                .map(Alphabet::valueOf)
                .orElse(Gsm7Alphabet.DEFAULT.firstUnencodable(text).isEmpty() ? Alphabet.GSM7 : Alphabet.UCS2);
        return UserData.text(alphabet, text);
    }
}
