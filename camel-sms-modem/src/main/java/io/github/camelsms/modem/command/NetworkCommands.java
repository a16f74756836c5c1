package io.github.camelsms.modem.command;

import io.github.camelsms.modem.at.AtCommandLine;
import io.github.camelsms.modem.at.AtRequest;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The network: registration and signal. */
public final class NetworkCommands {

    private static final Pattern CLOCK =
            Pattern.compile("(\\d\\d)/(\\d\\d)/(\\d\\d),(\\d\\d):(\\d\\d):(\\d\\d)([+-]\\d{1,2})?");

    private NetworkCommands() {}

    /** {@code AT+CREG?}: registration for calls and short messages (27.007, 7.2). */
    public static Command<Registration> registration() {
        return registration("AT+CREG?", "+CREG:");
    }

    /** {@code AT+CEREG?}: registration in an LTE network, which may carry short messages too (27.007, 10.1.22). */
    public static Command<Registration> lteRegistration() {
        return registration("AT+CEREG?", "+CEREG:");
    }

    private static Command<Registration> registration(String line, String prefix) {
        return new Command<>(
                d -> AtRequest.of(AtCommandLine.of(line), d.quick()).answeredBy(prefix), lines -> registration(lines));
    }

    private static Optional<Registration> registration(List<String> lines) {
        // An unsolicited +CREG may stand beside the answer; the answer has more fields.
        return lines.stream()
                .max((a, b) ->
                        Integer.compare(Fields.of(a).count(), Fields.of(b).count()))
                .flatMap(line -> Registration.stat(line).stream().boxed().findFirst())
                .map(Registration::new);
    }

    /** {@code AT+CUSD=1,"code",15}: asks the network by a service code; the answer comes unsolicited (27.007, 7.15). */
    public static Command<Command.Done> ussd(String code) {
        return Command.plain(d ->
                AtRequest.of(AtCommandLine.of("AT+CUSD=").number(1).quoted(code).number(15), d.reading()));
    }

    /** {@code AT+CCLK?}: the clock of the modem, which many set by the network (27.007, 8.15). */
    public static Command<OffsetDateTime> clock() {
        return new Command<>(
                d -> AtRequest.of(AtCommandLine.of("AT+CCLK?"), d.quick()).answeredBy("+CCLK:"),
                lines -> lines.stream().flatMap(line -> time(line).stream()).findFirst());
    }

    private static Optional<OffsetDateTime> time(String line) {
        Matcher m = CLOCK.matcher(line);
        if (!m.find()) {
            return Optional.empty();
        }
        try {
            int quarters = m.group(7) == null ? 0 : Integer.parseInt(m.group(7));
            return Optional.of(OffsetDateTime.of(
                    2000 + Integer.parseInt(m.group(1)),
                    Integer.parseInt(m.group(2)),
                    Integer.parseInt(m.group(3)),
                    Integer.parseInt(m.group(4)),
                    Integer.parseInt(m.group(5)),
                    Integer.parseInt(m.group(6)),
                    0,
                    ZoneOffset.ofTotalSeconds(quarters * 15 * 60)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code AT+COPS?}: the operator, by the name or number that the modem uses (27.007, 7.3). */
    public static Command<String> operator() {
        return new Command<>(
                d -> AtRequest.of(AtCommandLine.of("AT+COPS?"), d.quick()).answeredBy("+COPS:"), lines -> lines.stream()
                        .flatMap(line -> Fields.of(line).text(2).stream())
                        .filter(name -> !name.isEmpty())
                        .findFirst());
    }

    /** {@code AT+CSQ}: received signal strength in dBm (27.007, 8.5); empty when it is not known. */
    public static Command<Integer> signal() {
        return new Command<>(
                d -> AtRequest.of(AtCommandLine.of("AT+CSQ"), d.quick()).answeredBy("+CSQ:"), lines -> lines.stream()
                        .flatMap(line -> Fields.of(line).number(0).stream().boxed())
                        .filter(rssi -> rssi <= 31)
                        .map(rssi -> -113 + 2 * rssi)
                        .findFirst());
    }
}
