package io.github.camelsms.sms.fields;

import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.ReportParameters;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.SmsDeliverReport;
import io.github.camelsms.sms.tpdu.SmsStatusReport;
import io.github.camelsms.sms.tpdu.SmsSubmit;
import io.github.camelsms.sms.tpdu.SmsSubmitReport;
import io.github.camelsms.sms.tpdu.Tpdu;
import io.github.camelsms.sms.tpdu.UserData;
import java.util.Map;
import java.util.Optional;

/**
 * {@code spare}: the bits of the last octet behind the last septet (3GPP TS 23.038, 6.1.2.1), where a sender has not set
 * them to zero. A receiver ignores them, so that a {@link Tpdu} has none; they are kept for the sake of the same octets.
 */
final class SpareBits {

    private static final String NAME = "spare";

    private SpareBits() {}

    static void write(Octets received, Tpdu tpdu, Map<String, Object> out) {
        int mask = mask(tpdu);
        int last = mask == 0 ? 0 : tpdu.encode().length - 1;
        if (last < received.length() && (received.at(last) & mask) != 0) {
            out.put(NAME, received.at(last) & mask);
        }
    }

    /** The octets of the TPDU, with the bits that are given. */
    static Octets read(Fields in, Tpdu tpdu) {
        byte[] octets = tpdu.encode();
        int spare = in.octet(NAME).orElse(0);
        if ((spare & ~mask(tpdu)) != 0) {
            throw in.fail(NAME, "has other bits than those behind the last septet, " + mask(tpdu));
        }
        octets[octets.length - 1] |= (byte) spare;
        return Octets.of(octets);
    }

    private static int mask(Tpdu tpdu) {
        return userData(tpdu)
                .filter(userData -> userData.alphabet() == Alphabet.GSM7)
                .map(userData -> userData.fillBits() + userData.payload().length() * 7)
                .map(bits -> bits % 8 == 0 ? 0 : 0xFF << bits % 8 & 0xFF)
                .orElse(0);
    }

    private static Optional<UserData> userData(Tpdu tpdu) {
        if (tpdu instanceof SmsDeliver deliver) {
            return Optional.of(deliver.userData());
        } else if (tpdu instanceof SmsSubmit submit) {
            return Optional.of(submit.userData());
        } else if (tpdu instanceof SmsStatusReport report) {
            return report.parameters().flatMap(ReportParameters::userData);
        } else if (tpdu instanceof SmsDeliverReport report) {
            return report.parameters().userData();
        } else if (tpdu instanceof SmsSubmitReport report) {
            return report.parameters().userData();
        }
        return Optional.empty();
    }
}
