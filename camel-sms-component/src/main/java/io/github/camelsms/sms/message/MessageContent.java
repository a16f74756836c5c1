package io.github.camelsms.sms.message;

import io.github.camelsms.sms.tpdu.Octets;
import java.util.Objects;

/** What is to be sent: a text or 8 bit data, with what its sender asks of the network and the phone. */
public sealed interface MessageContent {

    /** What the sender asks for. */
    ContentOptions options();

    /** The same content with other options. */
    MessageContent with(ContentOptions options);

    /** A text; its alphabet is chosen when it is segmented. */
    static MessageContent text(String text) {
        return new Text(text, ContentOptions.NONE);
    }

    /** 8 bit data. */
    static MessageContent data(byte[] data) {
        return new Data(Octets.of(data), ContentOptions.NONE);
    }

    record Text(String text, ContentOptions options) implements MessageContent {

        public Text {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(options, "options");
        }

        @Override
        public MessageContent with(ContentOptions newOptions) {
            return new Text(text, newOptions);
        }

        /** Without the text, which is nobody's business in a log. */
        @Override
        public String toString() {
            return "Text[" + text.length() + " UTF-16 units, " + options + "]";
        }
    }

    record Data(Octets data, ContentOptions options) implements MessageContent {

        public Data {
            Objects.requireNonNull(data, "data");
            Objects.requireNonNull(options, "options");
        }

        @Override
        public MessageContent with(ContentOptions newOptions) {
            return new Data(data, newOptions);
        }
    }
}
