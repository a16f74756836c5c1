package io.github.camelsms.modem.at;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
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
    private final Hearing hearing;
    private final ReentrantLock turn = new ReentrantLock(true);

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
        this.hearing = new Hearing(lateAnswer, knownUnsolicited, listener);
    }

    /** The reading thread has got octets. */
    public void received(byte[] buffer, int count) {
        hearing.received(buffer, count);
    }

    /** The reading thread has met the end of the line. */
    public void lineLost(String reason) {
        hearing.lineLost(reason);
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
                hearing.awaitLateAnswers();
            }
            CommandInFlight command = hearing.begin(request);
            try {
                return converse(request, command, gate);
            } finally {
                hearing.end();
            }
        } finally {
            turn.unlock();
        }
    }

    private Answer converse(AtRequest request, CommandInFlight command, PayloadGate gate) throws InterruptedException {
        try {
            write(request.line().text() + '\r');
            if (request.payload().isPresent()) {
                if (!hearing.awaitPrompt(command, request.promptDeadline())) {
                    return withoutPrompt(command);
                }
                if (!gate.pass()) {
                    cancelPrompt();
                    return new Answer.Withheld();
                }
                if (!hearing.claimPayload(command)) {
                    return command.answer();
                }
                write(request.payload().get().hex() + CTRL_Z);
            }
            return hearing.awaitResult(request, command);
        } catch (IOException e) {
            lineLost(String.valueOf(e.getMessage()));
            return command.lost(String.valueOf(e.getMessage()));
        }
    }

    private Answer withoutPrompt(CommandInFlight command) throws IOException {
        Optional<Answer> ended = hearing.ended(command);
        if (ended.isPresent()) {
            return ended.get();
        }
        cancelPrompt();
        return new Answer.Silence(false);
    }

    /** Leaves a prompt that may still stand; some modems answer this with {@code OK}. */
    private void cancelPrompt() throws IOException {
        hearing.expectLateAnswer();
        writer.write(ESC);
    }

    /** Sends ESC: leaves the prompt of a text that somebody left half typed, without sending it. */
    public void escape() throws IOException {
        writer.write(ESC);
    }

    private void write(String text) throws IOException {
        writer.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Waits until the line has been quiet for a moment: what is still on its way belongs to the past. */
    public void drain(Duration quiet, Duration atMost) throws InterruptedException {
        hearing.drain(quiet, atMost);
    }
}
