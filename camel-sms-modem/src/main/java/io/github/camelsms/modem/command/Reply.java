package io.github.camelsms.modem.command;

import io.github.camelsms.modem.at.Answer;
import java.util.Objects;
import java.util.Optional;

/**
 * How a command ended and what it said.
 *
 * @param value the answer; empty when there was none, or when it could not be read
 */
public record Reply<A>(Answer answer, Optional<A> value) {

    public Reply {
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(value, "value");
    }

    /** Whether the modem said OK. */
    public boolean isOk() {
        return answer instanceof Answer.Ok;
    }

    /** Whether there was no answer at all, which an error is. */
    public boolean isSilence() {
        return answer instanceof Answer.Silence || answer instanceof Answer.LineLost;
    }

    /** The error that the modem answered with. */
    public Optional<ModemError> error() {
        return answer instanceof Answer.Refused refused
                ? Optional.of(ModemError.of(refused.result()))
                : Optional.empty();
    }

    /** For a person: how it ended. */
    public String describe() {
        if (answer instanceof Answer.LineLost lost) {
            return "the line was lost: " + lost.reason();
        }
        return error().map(ModemError::describe).orElse(isSilence() ? "no answer" : "OK");
    }
}
