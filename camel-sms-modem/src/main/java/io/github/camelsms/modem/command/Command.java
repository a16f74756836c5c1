package io.github.camelsms.modem.command;

import io.github.camelsms.modem.at.Answer;
import io.github.camelsms.modem.at.AtRequest;
import io.github.camelsms.modem.at.Dialogue;
import io.github.camelsms.modem.at.PayloadGate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A command and how its answer is read.
 *
 * @param request the command line for given deadlines
 * @param parser information lines to the answer; empty when they do not hold it
 * @param <A> the answer
 */
public record Command<A>(Function<Deadlines, AtRequest> request, Function<List<String>, Optional<A>> parser) {

    /** The answer of a command that is answered by {@code OK} alone. */
    public record Done() {}

    public Command {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(parser, "parser");
    }

    static Command<Done> plain(Function<Deadlines, AtRequest> request) {
        return new Command<>(request, lines -> Optional.of(new Done()));
    }

    /** Sends the command and waits for its end. */
    public Reply<A> on(Dialogue dialogue, Deadlines deadlines) throws InterruptedException {
        return on(dialogue, deadlines, PayloadGate.OPEN);
    }

    /** Sends the command, asks the gate before the payload, and waits for the end. */
    public Reply<A> on(Dialogue dialogue, Deadlines deadlines, PayloadGate gate) throws InterruptedException {
        Answer answer = dialogue.execute(deadlines.applyTo(request.apply(deadlines)), gate);
        return answer instanceof Answer.Ok ok
                ? new Reply<>(ok, parser.apply(ok.lines()))
                : new Reply<>(answer, Optional.empty());
    }
}
