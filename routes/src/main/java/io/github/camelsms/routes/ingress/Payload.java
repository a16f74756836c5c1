package io.github.camelsms.routes.ingress;

import java.util.Objects;

/** What a message says. */
public sealed interface Payload permits Payload.Text, Payload.Octets {

    /** The body of the exchange. */
    Object body();

    /** A text that a person reads; checked. */
    static Payload text(String text) throws RefusedException {
        TextRules.checkText(text);
        return new Text(text);
    }

    /** 8-bit data that a program reads. */
    static Payload octets(byte[] octets) {
        return new Octets(octets);
    }

    /** Text. */
    record Text(String text) implements Payload {

        public Text {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Object body() {
            return text;
        }

        @Override
        public String toString() {
            return "Text[" + text.length() + " characters]";
        }
    }

    /** Octets. */
    final class Octets implements Payload {

        private final byte[] octets;

        private Octets(byte[] octets) {
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
