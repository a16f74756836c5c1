package io.github.camelsms.modem.session;

import io.github.camelsms.modem.at.Answer;
import io.github.camelsms.modem.at.Dialogue;
import io.github.camelsms.modem.at.PayloadGate;
import io.github.camelsms.modem.at.Unsolicited;
import io.github.camelsms.modem.channel.Channel;
import io.github.camelsms.modem.command.Command;
import io.github.camelsms.modem.command.Deadlines;
import io.github.camelsms.modem.command.GeneralCommands;
import io.github.camelsms.modem.command.Reply;
import io.github.camelsms.modem.profile.UnsolicitedTable;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** An open channel with its reading thread and its dialogue. */
final class OpenLine implements AutoCloseable {

    private static final int TRIES = 3;
    private static final Duration LATE_ANSWER = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofMillis(100);
    private static final Duration NOISE_AT_MOST = Duration.ofSeconds(1);

    private final Channel channel;
    private volatile Deadlines deadlines;
    private final Dialogue dialogue;
    private final Set<String> ignored = new HashSet<>();

    OpenLine(Channel channel, Deadlines deadlines, Consumer<Unsolicited> listener) {
        this.channel = channel;
        this.deadlines = deadlines;
        Duration lateAnswer = deadlines.quick().compareTo(LATE_ANSWER) < 0 ? deadlines.quick() : LATE_ANSWER;
        this.dialogue = new Dialogue(channel::write, lateAnswer, UnsolicitedTable.STANDARD::knows, listener);
    }

    /** Starts the reading thread. */
    void startReading(String device, Runnable lost) {
        Thread thread = new Thread(
                () -> {
                    readUntilLost();
                    lost.run();
                },
                "modem-reader " + device);
        thread.setDaemon(true);
        thread.start();
    }

    private void readUntilLost() {
        byte[] buffer = new byte[4096];
        String reason = "end of line";
        try {
            for (int count = channel.read(buffer); count >= 0; count = channel.read(buffer)) {
                dialogue.received(buffer, count);
            }
        } catch (IOException e) {
            reason = String.valueOf(e.getMessage());
        } finally {
            dialogue.lineLost(reason);
        }
    }

    /** From now on these commands may take so long. */
    void patientWith(Map<String, Duration> commands) {
        deadlines = deadlines.except(commands);
    }

    /** Sends a command once; how it ended is for the caller to judge. */
    <A> Reply<A> execute(Command<A> command) throws InterruptedException {
        return execute(command, PayloadGate.OPEN);
    }

    <A> Reply<A> execute(Command<A> command, PayloadGate gate) throws InterruptedException {
        return command.on(dialogue, deadlines, gate);
    }

    /**
     * Sends a command that may be repeated until it is answered, even by an error.
     *
     * @throws ModemSilentException when it is not
     */
    <A> Reply<A> ask(Command<A> command) throws InterruptedException, ModemSilentException {
        Reply<A> reply = execute(command);
        for (int i = 1; i < TRIES && reply.isSilence(); i++) {
            failIfLost(reply);
            reply = execute(command);
        }
        if (reply.isSilence()) {
            throw new ModemSilentException(nameOf(command) + ": " + reply.describe());
        }
        return reply;
    }

    /**
     * Sends a command that a modem may not know. One that is passed over in silence is not sent again on this line.
     *
     * @throws ModemSilentException when the modem says nothing at all any more
     */
    <A> Reply<A> askIfKnown(Command<A> command) throws InterruptedException, ModemSilentException {
        String text = command.request().apply(deadlines).line().text();
        if (ignored.contains(text)) {
            return new Reply<>(new Answer.Silence(false), Optional.empty());
        }
        Reply<A> reply = execute(command);
        if (reply.isSilence()) {
            failIfLost(reply);
            probe();
            reply = execute(command);
            if (reply.isSilence()) {
                failIfLost(reply);
                probe();
                ignored.add(text);
            }
        }
        return reply;
    }

    /**
     * Finds out whether the modem is there.
     *
     * @throws ModemSilentException when it is not
     */
    void probe() throws InterruptedException, ModemSilentException {
        ask(GeneralCommands.attention());
    }

    /** Clears what an earlier user of the line may have left: unread octets and a half-typed message. */
    void clear() throws InterruptedException, ModemSilentException {
        try {
            dialogue.escape();
        } catch (IOException e) {
            throw new ModemSilentException("the line was lost: " + e.getMessage());
        }
        dialogue.drain(QUIET, NOISE_AT_MOST);
    }

    private static void failIfLost(Reply<?> reply) throws ModemSilentException {
        if (reply.answer() instanceof Answer.LineLost) {
            throw new ModemSilentException(reply.describe());
        }
    }

    private <A> String nameOf(Command<A> command) {
        return command.request().apply(deadlines).line().name();
    }

    @Override
    public void close() {
        channel.close();
    }
}
