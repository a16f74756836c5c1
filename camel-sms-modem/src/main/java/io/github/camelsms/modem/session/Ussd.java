package io.github.camelsms.modem.session;

import io.github.camelsms.modem.command.NetworkCommands;
import io.github.camelsms.modem.command.Reply;
import io.github.camelsms.modem.command.UssdAnswer;
import io.github.camelsms.modem.profile.ModemProfile.UssdForm;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One question to the network at a time. The answer comes unsolicited; nobody waits for it with a thread. */
final class Ussd {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Optional<CompletableFuture<String>> pending = Optional.empty();
    private UssdForm form = UssdForm.TEXT;

    /** Sends the code in the form that this kind of modem takes, or else as it is. What was asked before and is not answered yet does not count any more. */
    void ask(OpenLine line, UssdForm newForm, String code, CompletableFuture<String> answer)
            throws InterruptedException {
        synchronized (this) {
            pending.ifPresent(earlier -> earlier.completeExceptionally(
                    failed(FailureKind.TEMPORARY, "ussd-replaced", "another service code was sent meanwhile")));
            pending = Optional.of(answer);
            form = newForm;
        }
        Reply<?> reply = line.execute(NetworkCommands.ussd(UssdText.written(code, newForm)));
        if (newForm != UssdForm.TEXT && reply.error().isPresent()) {
            reply = line.execute(NetworkCommands.ussd(code));
        }
        if (reply.isOk()) {
            CompletableFuture<Void> unused = CompletableFuture.runAsync(
                    () -> answer.completeExceptionally(failed(
                            FailureKind.TEMPORARY,
                            "ussd-timeout",
                            "the network did not answer the service code in time")),
                    CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } else {
            answer.completeExceptionally(failed(
                    reply.isSilence() ? FailureKind.UNAVAILABLE : FailureKind.REJECTED,
                    reply.error().map(e -> e.code()).orElse("no-answer"),
                    "the modem does not take the service code: " + reply.describe()));
        }
    }

    /** The network has said something. */
    void heard(String line) {
        Optional<CompletableFuture<String>> asked;
        UssdForm asWritten;
        synchronized (this) {
            asWritten = form;
            asked = pending;
            pending = Optional.empty();
        }
        UssdAnswer answer = UssdAnswer.parse(line).orElse(new UssdAnswer(4, "", 0));
        if (answer.isAnswer()) {
            asked.ifPresent(future -> future.complete(UssdText.read(answer, asWritten)));
        } else {
            asked.ifPresent(future -> future.completeExceptionally(failed(
                    FailureKind.REJECTED, "ussd-" + answer.state(), "the network did not answer the service code")));
        }
    }

    static SendFailedException failed(FailureKind kind, String code, String text) {
        return new SendFailedException(kind, code, text);
    }
}
