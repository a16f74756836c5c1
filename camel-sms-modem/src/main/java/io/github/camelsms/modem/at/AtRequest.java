package io.github.camelsms.modem.at;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One command and what an answer to it looks like.
 *
 * @param prefixes how the information lines of the answer begin, such as {@code +CREG:}
 * @param body what comes besides lines with these prefixes
 * @param payload what is sent after the prompt
 * @param deadline how long the final result may take, from the last octet we sent
 * @param promptDeadline how long the prompt may take
 * @param settle when the information line alone counts as the answer if no final result follows within this time;
 *     zero: it never does
 * @param probe whether this command finds out if the modem is there, so that it does not wait for late answers first
 */
public record AtRequest(
        AtCommandLine line,
        Set<String> prefixes,
        Body body,
        Optional<PduPayload> payload,
        Duration deadline,
        Duration promptDeadline,
        Duration settle,
        boolean probe) {

    /** Lines of an answer that do not begin with one of the prefixes. */
    public enum Body {
        NONE,
        /** A line of hex digits after each information line. */
        PDU,
        /** Any line that is not known as unsolicited. */
        TEXT
    }

    public AtRequest {
        Objects.requireNonNull(line, "line");
        prefixes = Set.copyOf(prefixes);
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(payload, "payload");
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("The deadline of " + line + " is a positive time, not " + deadline);
        }
        Objects.requireNonNull(promptDeadline, "promptDeadline");
        Objects.requireNonNull(settle, "settle");
    }

    /** A command that is answered by a final result alone. */
    public static AtRequest of(AtCommandLine line, Duration deadline) {
        return new AtRequest(
                line, Set.of(), Body.NONE, Optional.empty(), deadline, Duration.ZERO, Duration.ZERO, false);
    }

    /** Gives it another deadline. */
    public AtRequest within(Duration newDeadline) {
        return new AtRequest(line, prefixes, body, payload, newDeadline, promptDeadline, settle, probe);
    }

    /** Says that the answer holds lines that begin with one of these. */
    public AtRequest answeredBy(String... linePrefixes) {
        return new AtRequest(line, Set.of(linePrefixes), body, payload, deadline, promptDeadline, settle, probe);
    }

    /** Says what the answer holds besides. */
    public AtRequest with(Body newBody) {
        return new AtRequest(line, prefixes, newBody, payload, deadline, promptDeadline, settle, probe);
    }

    /** Makes this a command with a prompt. */
    public AtRequest prompting(PduPayload newPayload, Duration newPromptDeadline) {
        return new AtRequest(line, prefixes, body, Optional.of(newPayload), deadline, newPromptDeadline, settle, probe);
    }

    /** Lets the information line count when the final result stays away. */
    public AtRequest settlingAfter(Duration newSettle) {
        return new AtRequest(line, prefixes, body, payload, deadline, promptDeadline, newSettle, probe);
    }

    /** Makes this a probe. */
    public AtRequest probing() {
        return new AtRequest(line, prefixes, body, payload, deadline, promptDeadline, settle, true);
    }
}
