package io.github.camelsms.routes.mailin;

import io.github.camelsms.listeners.smtp.mail.MailContent;
import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.address.SmsParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mail on its way to phones, whichever way it came; its sender is known and may send.
 *
 * @param to the phones
 * @param gateway that the address names
 * @param parameters of the address, without credentials
 * @param options of EMG that stand in the mail, names in upper case
 * @param mail what it says
 * @param text what of that the phones get
 * @param sender of the envelope; empty for {@code <>} and where nobody knows
 * @param reports whether the sender is told by mail what became of it
 */
record Letter(
        List<PhoneNumber> to,
        Optional<String> gateway,
        SmsParameters parameters,
        Map<String, String> options,
        MailContent mail,
        String text,
        String sender,
        Reports reports) {

    /** Whether a report may be sent. */
    enum Reports {
        TO_SENDER,
        /** Nobody has proved to be the sender. */
        TO_NOBODY
    }

    Letter {
        to = List.copyOf(to);
        options = Map.copyOf(options);
    }

    /** The numbers, as the header of the contract has them. */
    String numbers() {
        return String.join(",", to.stream().map(PhoneNumber::value).toList());
    }

    /** Nothing of what it says. */
    @Override
    public String toString() {
        return "Letter[to " + to.size() + "]";
    }
}
