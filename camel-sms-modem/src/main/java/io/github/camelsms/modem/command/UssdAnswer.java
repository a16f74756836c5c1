package io.github.camelsms.modem.command;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * What the network says to a service code: {@code +CUSD: m,"text",dcs} (27.007, 7.15).
 *
 * @param state 0 done, 1 the network waits for an answer, 2 ended by the network, 3 another has answered, 4 not
 *     supported, 5 no answer in time
 * @param text for a person
 */
public record UssdAnswer(int state, String text) {

    private static final int UCS2_GROUP = 0x48;

    public UssdAnswer {
        Objects.requireNonNull(text, "text");
    }

    /** Reads the unsolicited line; empty when it is none. */
    public static Optional<UssdAnswer> parse(String line) {
        Fields fields = Fields.of(line);
        if (!line.startsWith("+CUSD:") || fields.number(0).isEmpty()) {
            return Optional.empty();
        }
        String text = fields.text(1).orElse("");
        boolean ucs2 = (fields.number(2).orElse(0) & 0xCC) == UCS2_GROUP
                || fields.number(2).orElse(0) == 8;
        return Optional.of(new UssdAnswer(
                fields.number(0).getAsInt(), ucs2 && text.matches("([0-9A-Fa-f]{4})+") ? ucs2(text) : text));
    }

    private static String ucs2(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_16BE);
    }

    /** Whether the network has answered. */
    public boolean isAnswer() {
        return state <= 2 && !text.isEmpty();
    }
}
