package io.github.camelsms.modem.session;

import io.github.camelsms.modem.at.Unsolicited;
import io.github.camelsms.modem.channel.Channel;
import io.github.camelsms.modem.channel.TracingChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to one modem: opened, given up, and opened anew after a pause that grows; when that leads to nothing the
 * power of the modem is switched, where the operator has said how.
 */
final class LineKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LineKeeper.class);
    private static final Logger WIRE = LoggerFactory.getLogger("io.github.camelsms.modem.wire");

    private final Supplier<SessionSettings> settings;
    private final SessionEnvironment environment;
    private final SerialTasks tasks;
    private final Later later;
    private final Standing standing;
    private final Ladder ladder;
    private final Consumer<Unsolicited> heard;
    private final Runnable opened;
    private volatile Optional<OpenLine> line = Optional.empty();
    private volatile boolean closed;

    /**
     * @param heard gets unsolicited results, on the reading thread
     * @param opened called when there is a line, as a task of the session
     */
    LineKeeper(
            Supplier<SessionSettings> settings,
            SessionEnvironment environment,
            SerialTasks tasks,
            Later later,
            Standing standing,
            Ladder ladder,
            Consumer<Unsolicited> heard,
            Runnable opened) {
        this.settings = settings;
        this.environment = environment;
        this.tasks = tasks;
        this.later = later;
        this.standing = standing;
        this.ladder = ladder;
        this.heard = heard;
        this.opened = opened;
    }

    /** The line, while it is open. */
    Optional<OpenLine> line() {
        return line;
    }

    void open() {
        if (closed || line.isPresent()) {
            return;
        }
        SessionSettings now = settings.get();
        Channel channel;
        try {
            channel = environment.openers().apply(now).open();
        } catch (IOException e) {
            reopenLater(e.getMessage());
            return;
        }
        if (now.wireTrace() == SessionSettings.WireTrace.ON) {
            channel = new TracingChannel(channel, text -> WIRE.info("{} {}", now.device(), text));
        }
        OpenLine fresh = new OpenLine(channel, now.deadlines(), heard);
        line = Optional.of(fresh);
        fresh.startReading(now.device().toString(), () -> tasks.submit(() -> lost(fresh)));
        if (closed) {
            fresh.close();
            return;
        }
        opened.run();
    }

    private void lost(OpenLine which) {
        if (!closed && line.filter(which::equals).isPresent()) {
            giveUp("the line was lost");
            reopenLater("the line was lost");
        }
    }

    void giveUp(String reason) {
        line.ifPresent(OpenLine::close);
        line = Optional.empty();
        standing.become(SessionState.DISCONNECTED, reason);
    }

    void reopenLater(String reason) {
        int failures = ladder.failed();
        SessionTiming timing = environment.timing();
        Duration pause = SessionTiming.backOff(timing.firstReopen(), timing.longestReopen(), failures);
        standing.become(SessionState.DISCONNECTED, reason);
        if (ladder.reachesPower() && settings.get().policy().power().isThere()) {
            switchPower();
        }
        later.next(pause, () -> {
            ladder.climbed(Rung.REOPEN);
            open();
        });
    }

    private void switchPower() {
        LOG.warn(
                "Modem {} does not come back; its power is switched by the powerCommand",
                settings.get().device());
        ladder.climbed(Rung.POWER);
        try {
            settings.get().policy().power().run();
        } catch (IOException e) {
            LOG.error(
                    "The powerCommand of modem {} has failed: {}",
                    settings.get().device(),
                    e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        closed = true;
        line.ifPresent(OpenLine::close);
    }
}
