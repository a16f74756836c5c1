package io.github.camelsms.modem.at;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What the modem says, as the reading thread hears it, and whoever waits for it: the one place where both threads meet.
 */
final class Hearing {

    private final Duration lateAnswer;
    private final Predicate<String> knownUnsolicited;
    private final Consumer<Unsolicited> listener;
    private final AtFramer framer = new AtFramer();
    private final LineSorter sorter;
    private final List<Unsolicited> heard = new ArrayList<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private Optional<CommandInFlight> inFlight = Optional.empty();
    private Optional<String> lost = Optional.empty();
    private int unanswered;
    private long lateAnswerUntil;

    Hearing(Duration lateAnswer, Predicate<String> knownUnsolicited, Consumer<Unsolicited> listener) {
        this.lateAnswer = lateAnswer;
        this.knownUnsolicited = knownUnsolicited;
        this.listener = listener;
        this.sorter = new LineSorter(knownUnsolicited, heard::add);
    }

    void received(byte[] buffer, int count) {
        List<Unsolicited> unsolicited;
        lock.lock();
        try {
            for (int i = 0; i < count; i++) {
                framer.accept(buffer[i]).ifPresent(this::accept);
            }
            unsolicited = List.copyOf(heard);
            heard.clear();
        } finally {
            lock.unlock();
        }
        unsolicited.forEach(listener);
    }

    void lineLost(String reason) {
        lock.lock();
        try {
            lost = Optional.of(reason);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept(AtFramer.Token token) {
        if (token instanceof AtFramer.Token.Prompt) {
            framer.awaitNoPrompt();
            inFlight.ifPresent(CommandInFlight::prompt);
            changed.signalAll();
            return;
        }
        String line = ((AtFramer.Token.Line) token).text();
        boolean nobodyWaits = inFlight.isEmpty() || inFlight.get().isFinished();
        if (nobodyWaits && FinalResult.parse(line).isPresent()) {
            unanswered = Math.max(0, unanswered - 1);
            changed.signalAll();
            return;
        }
        sorter.sort(line, nobodyWaits ? Optional.empty() : inFlight);
        changed.signalAll();
    }

    /** From now on what comes may answer this command. */
    CommandInFlight begin(AtRequest request) {
        lock.lock();
        try {
            CommandInFlight command = new CommandInFlight(request, knownUnsolicited);
            inFlight = Optional.of(command);
            sorter.forgetFragment();
            if (request.payload().isPresent()) {
                framer.awaitPrompt();
            }
            return command;
        } finally {
            lock.unlock();
        }
    }

    /** From now on nothing does. */
    void end() {
        lock.lock();
        try {
            inFlight = Optional.empty();
            framer.awaitNoPrompt();
        } finally {
            lock.unlock();
        }
    }

    /** From now on the payload counts as written, unless the modem has ended the command while the gate was asked. */
    boolean claimPayload(CommandInFlight command) {
        lock.lock();
        try {
            if (command.isFinished()) {
                return false;
            }
            command.payloadWritten();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** How the command has ended, if it has: by its final result or by the loss of the line. */
    Optional<Answer> ended(CommandInFlight command) {
        lock.lock();
        try {
            if (command.isFinished()) {
                return Optional.of(command.answer());
            }
            return lost.map(reason -> command.maySettle() ? command.answer() : command.lost(reason));
        } finally {
            lock.unlock();
        }
    }

    /** Whether the prompt comes in time, and not the end of the command. */
    boolean awaitPrompt(CommandInFlight command, Duration deadline) throws InterruptedException {
        return await(() -> command.isPrompted() || command.isFinished(), deadline)
                && command.isPrompted()
                && !command.isFinished();
    }

    /** The end of the command; silence at the deadline. */
    Answer awaitResult(AtRequest request, CommandInFlight command) throws InterruptedException {
        await(() -> command.isFinished() || command.maySettle(), request.deadline());
        if (command.maySettle()) {
            await(command::isFinished, request.settle());
        }
        Optional<Answer> ended = ended(command);
        if (ended.isPresent()) {
            return ended.get();
        }
        Answer answer = command.answer();
        if (answer instanceof Answer.Silence) {
            expectLateAnswer();
        }
        return answer;
    }

    /** One more final result may come that nobody waits for any more. */
    void expectLateAnswer() {
        lock.lock();
        try {
            unanswered++;
            lateAnswerUntil = System.nanoTime() + lateAnswer.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for these, but not for ever. */
    void awaitLateAnswers() throws InterruptedException {
        lock.lock();
        try {
            long left = lateAnswerUntil - System.nanoTime();
            if (unanswered > 0 && left > 0) {
                await(() -> unanswered == 0, Duration.ofNanos(left));
            }
            unanswered = 0;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a state, the loss of the line or the deadline; says whether the state is reached. */
    private boolean await(BooleanSupplier state, Duration deadline) throws InterruptedException {
        lock.lock();
        try {
            long left = deadline.toNanos();
            while (!state.getAsBoolean() && lost.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return state.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing has come for a moment. */
    void drain(Duration quiet, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        lock.lock();
        try {
            boolean noisy = true;
            while (noisy && lost.isEmpty() && System.nanoTime() < end) {
                noisy = changed.await(quiet.toMillis(), TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }
}
