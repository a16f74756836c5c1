package io.github.camelsms.sms.store;

import io.github.camelsms.sms.tpdu.Octets;
import java.util.Objects;

/** What a message says: text that a person reads, or octets that a phone's application reads. */
public sealed interface Body {

    /** Text in any alphabet; which one it travels in is decided when it is sent. */
    record Text(String value) implements Body {

        public Text {
            Objects.requireNonNull(value, "value");
        }

        /** The length, never the text itself: this ends up in logs. */
        @Override
        public String toString() {
            return "text of " + value.length() + " characters";
        }
    }

    /** 8-bit data. */
    record Data(Octets octets) implements Body {

        public Data {
            Objects.requireNonNull(octets, "octets");
        }

        /** The octets, in an array of its own. */
        public byte[] toArray() {
            return octets.toArray();
        }

        @Override
        public String toString() {
            return octets.length() + " octets";
        }
    }

    static Body text(String text) {
        return new Text(text);
    }

    static Body data(byte... octets) {
        return new Data(Octets.of(octets));
    }
}
