package io.github.camelsms.routes.ingress;

import io.github.camelsms.routes.settings.MailAddress;
import io.github.camelsms.sms.address.PhoneNumber;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A request to send one message, as any ingress makes it from its own protocol.
 *
 * @param to who gets it
 * @param payload text or octets
 * @param sender what the phone shows
 * @param reply mailbox that answers go to
 * @param gateway id of a gateway, or several in the order of preference
 * @param maxParts cut the text to so many parts, 1 to 128
 * @param udh user data header in hex, without its length octet
 * @param pid TP-PID, 0 to 255
 * @param dcs TP-DCS, 0 to 255
 * @param idempotencyKey requests of an account with the same key are one request
 */
public record SubmitRequest(
        PhoneNumber to,
        Payload payload,
        Optional<String> sender,
        Optional<MailAddress> reply,
        Optional<String> gateway,
        OptionalInt maxParts,
        Optional<String> udh,
        OptionalInt pid,
        OptionalInt dcs,
        Optional<String> idempotencyKey) {

    public SubmitRequest {
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
    }

    /** What is sent. */
    public sealed interface Payload permits Text, Octets {
        /** The body of the exchange. */
        Object body();
    }

    /** A text that a person reads. */
    public record Text(String text) implements Payload {
        @Override
        public Object body() {
            return text;
        }

        @Override
        public String toString() {
            return "Text[" + text.length() + " characters]";
        }
    }

    /** 8-bit data that a program reads. */
    public static final class Octets implements Payload {

        private final byte[] octets;

        public Octets(byte[] octets) {
            this.octets = octets.clone();
        }

        @Override
        public Object body() {
            return octets.clone();
        }

        @Override
        public String toString() {
            return "Octets[" + octets.length + "]";
        }
    }
}
