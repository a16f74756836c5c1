package io.github.camelsms.modem.at;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Sorts the lines of a modem into those that answer the command in flight and those that are unsolicited. Puts together
 * again what an unsolicited line has cut in two.
 */
final class LineSorter {

    /** Unsolicited results of 27.005, 3.4.1, that have their PDU on the next line. */
    private static final Set<String> PDU_FOLLOWS = Set.of("+CMT:", "+CDS:", "+CBM:");

    private static final int PATIENCE_FOR_PDU = 4;

    private final Predicate<String> known;
    private final Consumer<Unsolicited> sink;
    private String header = "";
    private int linesSinceHeader;
    private String fragment = "";
    private boolean cut;

    /**
     * @param known whether a line is an unsolicited result of this modem
     * @param sink gets what answers no command
     */
    LineSorter(Predicate<String> known, Consumer<Unsolicited> sink) {
        this.known = known;
        this.sink = sink;
    }

    void sort(String line, Optional<CommandInFlight> inFlight) {
        if (!header.isEmpty() && CommandInFlight.HEX.matcher(line).matches()) {
            sink.accept(new Unsolicited(header, line));
            header = "";
            return;
        }
        if (inFlight.isPresent() && inFlight.get().take(line)) {
            if (inFlight.get().expectsPduNext()) {
                giveUpHeader();
            }
            return;
        }
        if (PDU_FOLLOWS.stream().anyMatch(line::startsWith)) {
            giveUpHeader();
            header = line;
            linesSinceHeader = 0;
            return;
        }
        if (!header.isEmpty() && ++linesSinceHeader > PATIENCE_FOR_PDU) {
            giveUpHeader();
        }
        if (known.test(line)) {
            cut = !fragment.isEmpty();
            sink.accept(new Unsolicited(line, ""));
            return;
        }
        if (cut && inFlight.isPresent() && inFlight.get().take(fragment + line)) {
            forgetFragment();
            return;
        }
        sink.accept(new Unsolicited(line, ""));
        fragment = line;
        cut = false;
    }

    private void giveUpHeader() {
        if (!header.isEmpty()) {
            sink.accept(new Unsolicited(header, ""));
            header = "";
        }
    }

    /** Begins anew with the next command. */
    void forgetFragment() {
        fragment = "";
        cut = false;
    }
}
