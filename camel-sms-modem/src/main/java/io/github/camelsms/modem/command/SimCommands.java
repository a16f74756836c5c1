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

    /**
     * The number printed on the card, ICCID; most modems give it before the PIN.
     *
     * @param line {@code AT+CCID}, or what the maker has made of it
     */
    public static Command<String> iccid(AtCommandLine line) {
        return number(line, "[0-9A-Fa-f]{18,22}");
    }

    /** {@code AT+CNUM}: the number of the card, where the operator has written it there (27.007, 7.1). */
    public static Command<String> ownNumber() {
        return new Command<>(
                d -> AtRequest.of(AtCommandLine.of("AT+CNUM"), d.reading()).answeredBy("+CNUM:"),
                lines -> lines.stream()
                        .flatMap(line -> Fields.of(line).text(1).stream())
                        .filter(number -> number.matches("\\+?\\d{3,20}"))
                        .findFirst());
    }

    /** {@code AT+CIMI}: the subscriber, IMSI (27.007, 5.6). */
    public static Command<String> imsi() {
        return number(AtCommandLine.of("AT+CIMI"), "\\d{6,15}");
    }

    /** {@code AT+CGSN}: the modem, IMEI (27.007, 5.4). */
    public static Command<String> imei() {
        return number(AtCommandLine.of("AT+CGSN"), "\\d{14,16}");
    }

    private static Command<String> number(AtCommandLine command, String form) {
        return new Command<>(d -> AtRequest.of(command, d.quick()).with(AtRequest.Body.TEXT), lines -> lines.stream()
                .map(line ->
                        line.substring(line.indexOf(':') + 1).replace("\"", "").strip())
                .filter(line -> line.matches(form))
                .findFirst());
    }

    private static Optional<String> last(List<String> lines) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
    }
}
