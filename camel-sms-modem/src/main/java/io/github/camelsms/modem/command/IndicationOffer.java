package io.github.camelsms.modem.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Ways in which a modem can announce received messages: the answer to {@code AT+CNMI=?} (27.005, 3.4.1).
 *
 * @param groups values for mode, mt, bm, ds, bfr, as the modem wrote them
 */
public record IndicationOffer(List<String> groups) {

    public IndicationOffer {
        groups = List.copyOf(groups);
    }

    /**
     * The best way this modem has: buffered while the line is busy, messages and reports announced from storage rather
     * than handed out, no cell broadcast. Empty when it can neither announce messages in storage nor hand them out.
     */
    public Optional<Indication> best() {
        int mode = first(0, 2, 1, 3, 0);
        int mt = first(1, Indication.ANNOUNCED, Indication.HANDED_OUT);
        if (mode == 0 || mt == 0) {
            return Optional.empty();
        }
        return Optional.of(new Indication(mode, mt, 0, first(3, 2, 1, 0), first(4, 0, 1)));
    }

    private int first(int group, int... preferred) {
        return IntStream.of(preferred)
                .filter(value -> group < groups.size() && Fields.offers(groups.get(group), value))
                .findFirst()
                .orElse(0);
    }
}
