package io.github.camelsms.modem.session;

import io.github.camelsms.modem.command.Command;
import io.github.camelsms.modem.command.ErrorClass;
import io.github.camelsms.modem.command.MessageCommands;
import io.github.camelsms.modem.command.ModemError;
import io.github.camelsms.modem.command.Reply;
import io.github.camelsms.modem.session.Transmission.Aftermath;
import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends the parts of one message in ascending order and judges how each one ended. What decides is whether the payload
 * has left us: before that nothing was sent, after that only {@code +CMGS} or an error is an answer.
 */
final class Transmitter {

    private static final int PROMPT_TRIES = 3;
    /** +CMS 42 and 47 (3GPP TS 24.011, E-2): congestion, resources unavailable. */
    private static final Set<String> CONGESTION = Set.of("cms-42", "cms-47");

    private static final Duration LEDGER_PATIENCE = Duration.ofSeconds(30);

    private final OpenLine line;
    private final Map<String, ErrorClass> errors;
    private final PartLedger ledger;
    private final Map<Integer, String> references = new HashMap<>();
    private Optional<SendFailedException> ledgerFailure = Optional.empty();
    private int lastIndex;

    /** @param errors classes of codes such as {@code cms-38} that differ from the table */
    Transmitter(OpenLine line, Map<String, ErrorClass> errors, PartLedger ledger) {
        this.line = line;
        this.errors = Map.copyOf(errors);
        this.ledger = ledger;
    }

    Transmission transmit(List<OutgoingPart> parts) throws InterruptedException {
        boolean kept = parts.size() > 1 && taken(MessageCommands.keepLink());
        Transmission transmission = transmitAll(parts);
        // A modem that keeps the link for good receives nothing meanwhile.
        if (kept && transmission.aftermath() == Aftermath.NONE) {
            taken(MessageCommands.releaseLink());
        }
        return transmission;
    }

    private Transmission transmitAll(List<OutgoingPart> parts) throws InterruptedException {
        lastIndex = parts.stream().mapToInt(OutgoingPart::index).max().orElse(0);
        for (OutgoingPart part : parts) {
            Optional<Transmission> end = transmit(part);
            if (end.isPresent()) {
                return end.get();
            }
        }
        return new Transmission(references, Optional.empty(), Aftermath.NONE);
    }

    /** Sends a command that helps if the modem takes it; whether the modem is there the next one will tell. */
    private boolean taken(Command<?> command) throws InterruptedException {
        try {
            return line.askIfKnown(command).isOk();
        } catch (ModemSilentException e) {
            return false;
        }
    }

    /** Sends one part; empty when the network has accepted it. */
    private Optional<Transmission> transmit(OutgoingPart part) throws InterruptedException {
        Command<Integer> command = MessageCommands.send(part.tpduLength(), part.pdu());
        Reply<Integer> reply = line.execute(command, () -> mayBeSent(part));
        for (int i = 1; i < PROMPT_TRIES && promptMissing(reply); i++) {
            if (!isThere()) {
                return failed(FailureKind.UNAVAILABLE, "modem-down", "the modem fell silent", Aftermath.RECOVER);
            }
            reply = line.execute(command, () -> mayBeSent(part));
        }
        return judge(part, reply);
    }

    private static boolean promptMissing(Reply<Integer> reply) {
        return !reply.answer().payloadWritten() && (reply.isOk() || reply.isSilence());
    }

    private boolean isThere() throws InterruptedException {
        try {
            line.probe();
            return true;
        } catch (ModemSilentException e) {
            return false;
        }
    }

    private Optional<Transmission> judge(OutgoingPart part, Reply<Integer> reply) throws InterruptedException {
        if (ledgerFailure.isPresent()) {
            return Optional.of(new Transmission(references, ledgerFailure, Aftermath.NONE));
        }
        if (reply.error().isPresent()) {
            return refused(reply.error().get());
        }
        if (!reply.answer().payloadWritten()) {
            return reply.isSilence() && !isThere()
                    ? failed(FailureKind.UNAVAILABLE, "modem-down", reply.describe(), Aftermath.RECOVER)
                    : failed(FailureKind.TEMPORARY, "no-prompt", "the modem asked for no text", Aftermath.INITIALISE);
        }
        if (reply.isSilence()) {
            return failed(
                    FailureKind.UNCERTAIN,
                    "no-answer",
                    "part " + part.index() + " was handed to the modem, but " + reply.describe(),
                    Aftermath.RECOVER);
        }
        if (reply.value().isEmpty()) {
            return failed(
                    FailureKind.UNCERTAIN,
                    "no-reference",
                    "the modem said OK to part " + part.index() + " without the reference of the network",
                    Aftermath.NONE);
        }
        return accepted(part, Integer.toString(reply.value().get()));
    }

    private Optional<Transmission> accepted(OutgoingPart part, String reference) throws InterruptedException {
        references.put(part.index(), reference);
        CompletionStage<Void> written = part.index() == lastIndex
                ? ledger.acceptedLast(part.index(), reference)
                : ledger.accepted(part.index(), reference);
        Optional<SendFailedException> failure = await(written, FailureKind.UNCERTAIN);
        return failure.map(f -> new Transmission(references, failure, Aftermath.NONE));
    }

    private Optional<Transmission> refused(ModemError error) {
        String text = "the modem answered " + error.describe();
        return switch (errors.getOrDefault(error.code(), error.errorClass())) {
            case PERMANENT -> failed(FailureKind.REJECTED, error.code(), text, Aftermath.NONE);
            case SIM, CONFIG -> failed(FailureKind.UNAVAILABLE, error.code(), text, Aftermath.HOLD);
            case REINIT -> failed(FailureKind.TEMPORARY, error.code(), text, Aftermath.INITIALISE);
            case TEMPORARY, STORAGE, IGNORE ->
                CONGESTION.contains(error.code())
                        ? failed(SendFailedException.throttled(error.code(), text, Duration.ZERO), Aftermath.NONE)
                        : failed(FailureKind.TEMPORARY, error.code(), text, Aftermath.NONE);
        };
    }

    private Optional<Transmission> failed(FailureKind kind, String code, String text, Aftermath aftermath) {
        return failed(new SendFailedException(kind, code, text), aftermath);
    }

    private Optional<Transmission> failed(SendFailedException failure, Aftermath aftermath) {
        return Optional.of(new Transmission(references, Optional.of(failure), aftermath));
    }

    /** The gate between prompt and payload: the ledger must know before the modem does. */
    private boolean mayBeSent(OutgoingPart part) throws InterruptedException {
        ledgerFailure = await(ledger.sending(part.index()), FailureKind.TEMPORARY);
        return ledgerFailure.isEmpty();
    }

    private static Optional<SendFailedException> await(CompletionStage<Void> stage, FailureKind otherwise)
            throws InterruptedException {
        try {
            stage.toCompletableFuture().get(LEDGER_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(new SendFailedException(
                    otherwise,
                    e.getCause() instanceof IllegalStateException ? "lease-lost" : "ledger-failed",
                    "the part ledger refused: " + e.getCause().getMessage(),
                    e.getCause()));
        } catch (TimeoutException e) {
            return Optional.of(
                    new SendFailedException(otherwise, "ledger-slow", "the part ledger did not answer in time"));
        }
    }
}
