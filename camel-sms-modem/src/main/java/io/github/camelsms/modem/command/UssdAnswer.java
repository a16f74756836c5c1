package io.github.camelsms.modem.command;

import java.util.Objects;
import java.util.Optional;

/**
 * What the network says to a service code: {@code +CUSD: m,"text",dcs} (27.007, 7.15).
 *
 * @param state 0 done, 1 the network waits for an answer, 2 ended by the network, 3 another has answered, 4 not
 *     supported, 5 no answer in time
 * @param text as the modem wrote it, which may be hex digits
 * @param scheme cell broadcast data coding scheme (3GPP TS 23.038, 5); 15, the default alphabet, where it is missing
 */
public record UssdAnswer(int state, String text, int scheme) {

    private static final int DEFAULT_ALPHABET = 15;

    public UssdAnswer {
        Objects.requireNonNull(text, "text");
    }

    /** Reads the unsolicited line; empty when it is none. */
    public static Optional<UssdAnswer> parse(String line) {
        Fields fields = Fields.of(line);
        if (!line.startsWith("+CUSD:") || fields.number(0).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new UssdAnswer(
                fields.number(0).getAsInt(),
                fields.text(1).orElse(""),
                fields.number(2).orElse(DEFAULT_ALPHABET)));
    }

    /** Whether it is in UCS-2: the general group with that alphabet, or the group that tells its language first. */
    public boolean isUcs2() {
        return (scheme & 0xCC) == 0x48 || scheme == 0x11 || scheme == 8;
    }

    /** Whether the network has answered. */
    public boolean isAnswer() {
        return state <= 2 && !text.isEmpty();
    }
}
