package io.github.camelsms.modem.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One command from its command line to its final result: decides for each line whether it belongs to the answer. A pure
 * state machine without I/O and time.
 */
final class CommandInFlight {

    static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2})+");
    private static final Pattern HEX_FRAGMENT = Pattern.compile("[0-9A-Fa-f]+");

    private final AtRequest request;
    private final Predicate<String> unsolicited;
    private final List<String> lines = new ArrayList<>();
    private boolean prompted;
    private boolean payloadWritten;
    private Optional<FinalResult> result = Optional.empty();

    CommandInFlight(AtRequest request, Predicate<String> unsolicited) {
        this.request = request;
        this.unsolicited = unsolicited;
    }

    /** Takes the line if it is part of the answer. */
    boolean take(String line) {
        if (isEcho(line)) {
            return true;
        }
        Optional<FinalResult> parsed = FinalResult.parse(line);
        if (parsed.isPresent()) {
            result = parsed;
            return true;
        }
        if (request.prefixes().stream().anyMatch(line::startsWith)) {
            lines.add(line);
            return true;
        }
        return switch (request.body()) {
            case NONE -> false;
            case PDU -> takePdu(line);
            case TEXT -> !unsolicited.test(line) && lines.add(line);
        };
    }

    /** Some modems answer {@code ATE0} with OK and go on echoing, and some echo twice. */
    private boolean isEcho(String line) {
        return line.equals(request.line().text())
                || (prompted
                        && request.payload().filter(p -> p.hex().equals(line)).isPresent());
    }

    private boolean takePdu(String line) {
        if (lines.isEmpty() || !HEX_FRAGMENT.matcher(line).matches()) {
            return false;
        }
        // A second line of digits is the rest of a PDU that something unsolicited has cut in two.
        int last = lines.size() - 1;
        String header = lines.get(last);
        lines.set(last, header + (header.indexOf('\n') < 0 ? "\n" : "") + line);
        return true;
    }

    boolean expectsPduNext() {
        return request.body() == AtRequest.Body.PDU && !lines.isEmpty();
    }

    void prompt() {
        prompted = true;
    }

    void payloadWritten() {
        payloadWritten = true;
    }

    boolean isPrompted() {
        return prompted;
    }

    boolean isFinished() {
        return result.isPresent();
    }

    /** Whether the information line is here and the final result may stay away. */
    boolean maySettle() {
        return !request.settle().isZero() && !lines.isEmpty();
    }

    Answer answer() {
        if (result.isPresent() && !result.get().isOk()) {
            return new Answer.Refused(result.get(), payloadWritten);
        }
        if (result.isPresent() || maySettle()) {
            return new Answer.Ok(lines, payloadWritten);
        }
        return new Answer.Silence(payloadWritten);
    }

    Answer lost(String reason) {
        return isFinished() ? answer() : new Answer.LineLost(reason, payloadWritten);
    }
}
