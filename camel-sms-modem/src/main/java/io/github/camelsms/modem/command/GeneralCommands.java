package io.github.camelsms.modem.command;

import io.github.camelsms.modem.at.AtCommandLine;
import io.github.camelsms.modem.at.AtRequest;
import io.github.camelsms.modem.command.Command.Done;
import java.util.List;
import java.util.Optional;

/** Commands of V.250 and the general ones of 27.007. */
public final class GeneralCommands {

    private GeneralCommands() {}

    /** {@code AT}: is somebody there? */
    public static Command<Done> attention() {
        return Command.plain(
                d -> AtRequest.of(AtCommandLine.of("AT"), d.quick()).probing());
    }

    /** {@code ATE0}: no echo (V.250, 6.2.4). */
    public static Command<Done> noEcho() {
        return Command.plain(d -> AtRequest.of(AtCommandLine.of("ATE0"), d.quick()));
    }

    /** {@code ATV1}: results in words (V.250, 6.2.6). */
    public static Command<Done> verbose() {
        return Command.plain(d -> AtRequest.of(AtCommandLine.of("ATV1"), d.quick()));
    }

    /** {@code AT+CMEE=1}: errors by number (27.007, 9.1). */
    public static Command<Done> numericErrors() {
        return Command.plain(d -> AtRequest.of(AtCommandLine.of("AT+CMEE=1"), d.quick()));
    }

    /** A line that a profile asks for. */
    public static Command<Done> verbatim(AtCommandLine line) {
        return Command.plain(d -> AtRequest.of(line, d.quick()));
    }

    /** What restarts the modem; some answer when they have done so. */
    public static Command<Done> restart(AtCommandLine line) {
        return Command.plain(d -> AtRequest.of(line, d.reading()));
    }

    /** {@code AT+CGMI}: who made it (27.007, 5.1). */
    public static Command<String> manufacturer() {
        return identification("AT+CGMI", "+CGMI:");
    }

    /** {@code AT+CGMM}: what it is called (27.007, 5.2). */
    public static Command<String> model() {
        return identification("AT+CGMM", "+CGMM:");
    }

    /** {@code ATI}: all that it says of itself (V.250, 6.1.3). */
    public static Command<String> information() {
        return new Command<>(
                d -> AtRequest.of(AtCommandLine.of("ATI"), d.quick()).with(AtRequest.Body.TEXT),
                lines -> Optional.of(String.join(" ", lines)));
    }

    private static Command<String> identification(String line, String prefix) {
        return new Command<>(
                d -> AtRequest.of(AtCommandLine.of(line), d.quick())
                        .answeredBy(prefix)
                        .with(AtRequest.Body.TEXT),
                lines -> text(lines, prefix));
    }

    static Optional<String> text(List<String> lines, String prefix) {
        return lines.stream()
                .map(line -> line.startsWith(prefix) ? line.substring(prefix.length()) : line)
                .map(line -> line.replace("\"", "").strip())
                .filter(line -> !line.isEmpty())
                .findFirst();
    }
}
