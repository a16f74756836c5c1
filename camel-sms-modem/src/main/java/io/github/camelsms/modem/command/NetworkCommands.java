package io.github.camelsms.modem.command;

import io.github.camelsms.modem.at.AtCommandLine;
import io.github.camelsms.modem.at.AtRequest;
import java.util.List;
import java.util.Optional;

/** The network: registration and signal. */
public final class NetworkCommands {

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
