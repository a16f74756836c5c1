package io.github.camelsms.modem.command;

import io.github.camelsms.modem.at.AtCommandLine;
import io.github.camelsms.modem.at.AtRequest;
import io.github.camelsms.modem.command.Command.Done;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The SIM: its state, its PIN, its identity. */
public final class SimCommands {

    /** Wavecom modems answer {@code AT+CPIN?} without a final result. */
    private static final Duration WITHOUT_FINAL_RESULT = Duration.ofMillis(700);

    private SimCommands() {}

    /** {@code AT+CPIN?}: what the SIM waits for (27.007, 8.3). */
    public static Command<SimStatus> status() {
        return new Command<>(
                d -> AtRequest.of(AtCommandLine.of("AT+CPIN?"), d.reading())
                        .answeredBy("+CPIN:")
                        .settlingAfter(WITHOUT_FINAL_RESULT),
                lines -> last(lines)
                        .map(line -> new SimStatus(line.substring("+CPIN:".length())
                                .replace("\"", "")
                                .strip()
                                .toUpperCase(Locale.ROOT))));
    }

    /** {@code AT+CPIN="…"}. A wrong one costs a try: see who may call this. */
    public static Command<Done> enterPin(String pin) {
        return Command.plain(d -> AtRequest.of(AtCommandLine.of("AT+CPIN=").quoted(pin), d.reading()));
    }

    /** {@code AT+CPINR="SIM PIN"}: how many tries the PIN has left (27.007, 8.65). */
    public static Command<Integer> pinTriesLeft() {
        return new Command<>(
                d -> AtRequest.of(AtCommandLine.of("AT+CPINR=").quoted("SIM PIN"), d.quick())
                        .answeredBy("+CPINR:"),
                lines -> lines.stream()
                        .map(Fields::of)
                        .filter(f -> f.text(0).filter("SIM PIN"::equals).isPresent())
                        .flatMap(f -> f.number(1).stream().boxed())
                        .findFirst());
    }

    /** {@code AT+CCID}: the number printed on the card, ICCID; most modems give it before the PIN. */
    public static Command<String> iccid() {
        return new Command<>(
                d -> AtRequest.of(AtCommandLine.of("AT+CCID"), d.quick())
                        .answeredBy("+CCID:")
                        .with(AtRequest.Body.TEXT),
                lines -> lines.stream()
                        .map(line -> line.substring(line.indexOf(':') + 1)
                                .replace("\"", "")
                                .strip())
                        .filter(line -> line.matches("[0-9A-Fa-f]{18,22}"))
                        .findFirst());
    }

    private static Optional<String> last(List<String> lines) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
    }
}
