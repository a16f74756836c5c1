package io.github.camelsms.modem.at;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The conversation on one open line. A reading thread {@linkplain #received feeds} what the modem says; {@link #execute}
 * sends a command and waits for its end. There is one command in flight at a time: a second caller waits for its turn.
 *
 * <p>After a silence the late answer may still come. It must not be taken for the answer to the next command, so the
 * next command waits for it, but not for ever.
 */
public final class Dialogue {

    /** The CR ends the line that ESC becomes for a modem that has no prompt standing. */
    private static final byte[] ESC = {0x1B, '\r'};

    private static final char CTRL_Z = 0x1A;

    private final LineWriter writer;
    private final Duration lateAnswer;
    private final Predicate<String> knownUnsolicited;
    private final Consumer<Unsolicited> listener;
    private final AtFramer framer = new AtFramer();
    private final LineSorter sorter;
    private final List<Unsolicited> heard = new ArrayList<>();

    private final ReentrantLock turn = new ReentrantLock(true);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private Optional<CommandInFlight> inFlight = Optional.empty();
    private Optional<String> lost = Optional.empty();
    private int unanswered;
    private long lateAnswerUntil;

    /**
     * @param lateAnswer how long the next command waits for the late answer to one that was given up
     * @param knownUnsolicited whether a line is an unsolicited result of this modem
     * @param listener gets every line that answers no command, on the reading thread
     */
    public Dialogue(
            LineWriter writer,
            Duration lateAnswer,
            Predicate<String> knownUnsolicited,
            Consumer<Unsolicited> listener) {
        this.writer = writer;
        this.lateAnswer = lateAnswer;
        this.knownUnsolicited = knownUnsolicited;
        this.listener = listener;
        this.sorter = new LineSorter(knownUnsolicited, heard::add);
    }

    /** The reading thread has got octets. */
    public void received(byte[] buffer, int count) {
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

    /** The reading thread has met the end of the line. */
    public void lineLost(String reason) {
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

    /** Sends a command without a gate before its payload. */
    public Answer execute(AtRequest request) throws InterruptedException {
        return execute(request, PayloadGate.OPEN);
    }

    /**
     * Sends a command and waits for its end.
     *
     * @param gate asked between prompt and payload
     */
    public Answer execute(AtRequest request, PayloadGate gate) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            if (!request.probe()) {
                awaitLateAnswers();
            }
            CommandInFlight command = begin(request);
            try {
                return converse(request, command, gate);
            } finally {
                end();
            }
        } finally {
            turn.unlock();
        }
    }

    private CommandInFlight begin(AtRequest request) {
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

    private void end() {
        lock.lock();
        try {
            inFlight = Optional.empty();
            framer.awaitNoPrompt();
        } finally {
            lock.unlock();
        }
    }

    private Answer converse(AtRequest request, CommandInFlight command, PayloadGate gate) throws InterruptedException {
        try {
            write(request.line().text() + '\r');
            if (request.payload().isPresent()) {
                if (!awaitPrompt(command, request.promptDeadline())) {
                    return withoutPrompt(command);
                }
                if (!gate.pass()) {
                    cancelPrompt();
                    return new Answer.Withheld();
                }
                if (!claimPayload(command)) {
                    return command.answer();
                }
                write(request.payload().get().hex() + CTRL_Z);
            }
            return awaitResult(request, command);
        } catch (IOException e) {
            lineLost(String.valueOf(e.getMessage()));
            return command.lost(String.valueOf(e.getMessage()));
        }
    }

    /** From now on the payload counts as written, unless the modem has ended the command while the gate was asked. */
    private boolean claimPayload(CommandInFlight command) {
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

    private Answer withoutPrompt(CommandInFlight command) throws IOException {
        Optional<Answer> ended = ended(command);
        if (ended.isPresent()) {
            return ended.get();
        }
        cancelPrompt();
        return new Answer.Silence(false);
    }

    /** How the command has ended, if it has: by its final result or by the loss of the line. */
    private Optional<Answer> ended(CommandInFlight command) {
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

    /** Leaves a prompt that may still stand; some modems answer this with {@code OK}. */
    private void cancelPrompt() throws IOException {
        expectLateAnswer();
        writer.write(ESC);
    }

    /** Sends ESC: leaves the prompt of a text that somebody left half typed, without sending it. */
    public void escape() throws IOException {
        writer.write(ESC);
    }

    private void write(String text) throws IOException {
        writer.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private boolean awaitPrompt(CommandInFlight command, Duration deadline) throws InterruptedException {
        return await(() -> command.isPrompted() || command.isFinished(), deadline)
                && command.isPrompted()
                && !command.isFinished();
    }

    private Answer awaitResult(AtRequest request, CommandInFlight command) throws InterruptedException {
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

    private void expectLateAnswer() {
        lock.lock();
        try {
            unanswered++;
            lateAnswerUntil = System.nanoTime() + lateAnswer.toNanos();
        } finally {
            lock.unlock();
        }
    }

    private void awaitLateAnswers() throws InterruptedException {
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

    private interface State {
        boolean reached();
    }

    /** Waits for a state, the loss of the line or the deadline; says whether the state is reached. */
    private boolean await(State state, Duration deadline) throws InterruptedException {
        lock.lock();
        try {
            long left = deadline.toNanos();
            while (!state.reached() && lost.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return state.reached();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the line has been quiet for a moment: what is still on its way belongs to the past. */
    public void drain(Duration quiet, Duration atMost) throws InterruptedException {
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
