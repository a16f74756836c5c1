package io.github.camelsms.modem.session;

import io.github.camelsms.modem.at.Answer;
import io.github.camelsms.modem.at.Unsolicited;
import io.github.camelsms.modem.channel.Channel;
import io.github.camelsms.modem.channel.TracingChannel;
import io.github.camelsms.modem.command.GeneralCommands;
import io.github.camelsms.modem.command.NetworkCommands;
import io.github.camelsms.modem.command.Registration;
import io.github.camelsms.modem.command.Reply;
import io.github.camelsms.modem.command.SimCommands;
import io.github.camelsms.modem.command.SmsSetupCommands;
import io.github.camelsms.modem.command.StorageUse;
import io.github.camelsms.modem.profile.ModemProfile;
import io.github.camelsms.modem.profile.Profiles;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The line to one modem and its state: opened, set up, checked, given up and opened again. Silence is what begins a
 * recovery, an error never does: first the modem is asked three times whether it is there and set up again; if it stays
 * silent, it is told to restart; then the line is closed and opened anew after a pause that grows, and last its power
 * is switched, where the operator has said how.
 *
 * <p>Methods that work with the line run as tasks of the session.
 */
final class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final Logger WIRE = LoggerFactory.getLogger("io.github.camelsms.modem.wire");

    private final SessionEnvironment environment;
    private final SerialTasks tasks;
    private final Consumer<Unsolicited> heard;
    private final Runnable established;
    private volatile SessionSettings settings;
    private volatile SessionStatus status;
    private volatile Optional<OpenLine> line = Optional.empty();
    private volatile boolean closed;
    private Optional<Capabilities> capabilities = Optional.empty();
    private Optional<ScheduledFuture<?>> retry = Optional.empty();
    private volatile Optional<ScheduledFuture<?>> restart = Optional.empty();
    private final Heartbeat checks;
    private final Ladder ladder = new Ladder();
    private volatile NetworkDetails details = NetworkDetails.UNKNOWN;
    private int checksDone;
    private ModemProfile profile = Profiles.GENERIC;
    private int generation;

    /**
     * @param heard gets unsolicited results, on the reading thread
     * @param established called when the modem has been set up
     */
    Connection(
            SessionSettings settings,
            SessionEnvironment environment,
            SerialTasks tasks,
            Consumer<Unsolicited> heard,
            Runnable established) {
        this.settings = settings;
        this.environment = environment;
        this.tasks = tasks;
        this.heard = heard;
        this.established = established;
        this.status =
                new SessionStatus(SessionState.CLOSED, "", environment.clock().instant());
        this.checks = new Heartbeat(environment.timer(), () -> settings().checkInterval(), this::checkSoon);
    }

    void start() {
        become(SessionState.INITIALISING, "the line is being opened");
        tasks.submit(this::open);
        checks.start();
    }

    void update(SessionSettings newSettings) {
        settings = newSettings;
        tasks.submit(() -> {
            giveUp("the settings have changed");
            open();
        });
    }

    void close() {
        closed = true;
        checks.stop();
        line.ifPresent(OpenLine::close);
        become(SessionState.CLOSED, "");
    }

    SessionStatus status() {
        return status;
    }

    SessionSettings settings() {
        return settings;
    }

    /** How many times the modem has been set up. */
    int generation() {
        return generation;
    }

    /** The line; call this only in a state that has one. */
    OpenLine line() {
        return line.orElseThrow(() -> new IllegalStateException("The line to " + settings.device() + " is not open"));
    }

    /** What the modem can do, while it can be talked to. */
    Optional<Capabilities> capabilities() {
        return line.isPresent() ? capabilities : Optional.empty();
    }

    private void open() {
        if (closed || line.isPresent()) {
            return;
        }
        Channel channel;
        try {
            channel = environment.openers().apply(settings).open();
        } catch (IOException e) {
            retryOpening(e.getMessage());
            return;
        }
        if (settings.wireTrace() == SessionSettings.WireTrace.ON) {
            channel = new TracingChannel(channel, text -> WIRE.info("{} {}", settings.device(), text));
        }
        OpenLine opened = new OpenLine(channel, settings.deadlines(), heard);
        line = Optional.of(opened);
        opened.startReading(settings.device().toString(), () -> tasks.submit(() -> lost(opened)));
        if (closed) {
            opened.close();
            return;
        }
        initialise("");
    }

    private void lost(OpenLine which) {
        if (!closed && line.filter(which::equals).isPresent()) {
            giveUp("the line was lost");
            retryOpening("the line was lost");
        }
    }

    private void giveUp(String reason) {
        line.ifPresent(OpenLine::close);
        line = Optional.empty();
        capabilities = Optional.empty();
        become(SessionState.DISCONNECTED, reason);
    }

    private void retryOpening(String reason) {
        int failures = ladder.failed();
        SessionTiming timing = environment.timing();
        Duration pause = SessionTiming.backOff(timing.firstReopen(), timing.longestReopen(), failures);
        become(SessionState.DISCONNECTED, reason);
        if (ladder.reachesPower() && settings.policy().power().isThere()) {
            switchPower();
        }
        later(pause, () -> {
            ladder.climbed(Rung.REOPEN);
            open();
        });
    }

    private void switchPower() {
        LOG.warn("Modem {} does not come back; its power is switched by the powerCommand", settings.device());
        ladder.climbed(Rung.POWER);
        try {
            settings.policy().power().run();
        } catch (IOException e) {
            LOG.error("The powerCommand of modem {} has failed: {}", settings.device(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How often each rung of the recovery was climbed. */
    Map<Rung, Long> recoveries() {
        return ladder.counts();
    }

    /** Does this after a pause, instead of what was planned before. */
    private void later(Duration pause, Runnable task) {
        retry.ifPresent(future -> future.cancel(false));
        retry = schedule(pause, task);
    }

    private Optional<ScheduledFuture<?>> schedule(Duration pause, Runnable task) {
        try {
            return closed
                    ? Optional.empty()
                    : Optional.of(environment
                            .timer()
                            .schedule(() -> tasks.submit(task), pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            LOG.debug("Modem {} is not tried again: the gateway stops", settings.device());
            return Optional.empty();
        }
    }

    /** The modem did not answer: finds out whether it is there, and goes back to a state that is known. */
    void recover(String reason) {
        LOG.warn("Modem {} does not answer ({}); setting it up again", settings.device(), reason);
        ladder.climbed(Rung.PROBE);
        initialiseAgain(reason);
    }

    /** Sets the modem up again because something went wrong. */
    void initialiseAgain(String reason) {
        ladder.climbed(Rung.INITIALISE);
        initialise(reason);
    }

    /**
     * Tells a modem to restart that does not answer otherwise.
     *
     * @return whether it does
     */
    private boolean reset() throws InterruptedException {
        if (profile.reset().isEmpty()) {
            return false;
        }
        Reply<?> reply = line().execute(GeneralCommands.verbatim(profile.reset().get()));
        if (reply.answer() instanceof Answer.LineLost) {
            return false;
        }
        ladder.climbed(Rung.RESET);
        return reply.isOk();
    }

    private void silentDuringSetUp(String reason) {
        boolean restarts = false;
        try {
            restarts = reset();
        } catch (InterruptedException e) {
            stopped();
            return;
        }
        if (restarts) {
            LOG.warn("Modem {} was told to restart: {}", settings.device(), reason);
            become(SessionState.INITIALISING, "it restarts");
            later(environment.timing().afterRestart(), () -> initialise("it was told to restart"));
            return;
        }
        giveUp(reason);
        retryOpening(reason);
    }

    /** Sets the modem up. */
    private void initialise(String reason) {
        if (closed || line.isEmpty()) {
            return;
        }
        become(SessionState.INITIALISING, reason);
        capabilities = Optional.empty();
        try {
            prepare();
        } catch (ModemSilentException e) {
            silentDuringSetUp(e.getMessage());
        } catch (SimUnusableException e) {
            become(e.state(), e.getMessage());
        } catch (NotYetException e) {
            become(SessionState.INITIALISING, e.getMessage());
            later(environment.timing().search(), () -> initialise(e.getMessage()));
        } catch (InterruptedException e) {
            stopped();
        }
    }

    private void stopped() {
        Thread.currentThread().interrupt();
        giveUp("the gateway stops");
    }

    private void prepare() throws InterruptedException, ModemSilentException, SimUnusableException, NotYetException {
        capabilities = Optional.of(new Initialisation(
                        line.get(),
                        settings,
                        new PinMemory(settings.stateDirectory()),
                        environment.timing().simPatience())
                .run());
        profile = capabilities.get().profile();
        ladder.recovered();
        generation++;
        updateRegistration();
        established.run();
    }

    private void updateRegistration() throws InterruptedException, ModemSilentException {
        OpenLine open = line();
        // A modem that does not know the question is taken to be registered: it will say so when it cannot send.
        Optional<Registration> registration =
                open.askIfKnown(NetworkCommands.registration()).value();
        if (registration.filter(r -> !r.isRegistered()).isPresent()) {
            Optional<Registration> lte =
                    open.askIfKnown(NetworkCommands.lteRegistration()).value();
            registration = lte.filter(Registration::isRegistered).isPresent() ? lte : registration;
        }
        details = new NetworkDetails(
                registration.map(Registration::describe), details.signal(), details.operator(), details.slots());
        if (registration.isEmpty() || registration.get().isRegistered()) {
            become(SessionState.READY, "");
        } else {
            become(SessionState.SEARCHING, registration.get().describe());
            later(environment.timing().search(), this::check);
        }
    }

    /** One question a check: a slow modem has better things to do. */
    private void updateDetails() throws InterruptedException, ModemSilentException {
        NetworkDetails d = details;
        details = switch (checksDone++ % 3) {
            case 0 ->
                new NetworkDetails(
                        d.registration(),
                        line().askIfKnown(NetworkCommands.signal()).value(),
                        d.operator(),
                        d.slots());
            case 1 ->
                new NetworkDetails(
                        d.registration(),
                        d.signal(),
                        d.operator(),
                        line().askIfKnown(SmsSetupCommands.storageUse()).value());
            default ->
                new NetworkDetails(
                        d.registration(),
                        d.signal(),
                        line().askIfKnown(NetworkCommands.operator()).value(),
                        d.slots());
        };
        details.slots()
                .filter(StorageUse::isNearlyFull)
                .ifPresent(use -> LOG.warn(
                        "The storage of modem {} is nearly full: {} slots; when it is full nothing is received",
                        settings.device(),
                        use));
    }

    NetworkDetails details() {
        return details;
    }

    /** Asks soon whether the modem is there and registered. */
    void checkSoon() {
        tasks.submitOnce("check", this::check);
    }

    private void check() {
        if (closed || line.isEmpty()) {
            return;
        }
        switch (status.state()) {
            case SIM_LOCKED, SIM_CHANGED -> initialise("looking whether somebody has cared for the SIM");
            case READY, SEARCHING -> {
                try {
                    if (isAnotherCard()) {
                        initialiseAgain("the SIM was changed");
                        return;
                    }
                    updateRegistration();
                    updateDetails();
                } catch (ModemSilentException e) {
                    recover(e.getMessage());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            case CLOSED, DISCONNECTED, INITIALISING, HELD -> {}
        }
    }

    private boolean isAnotherCard() throws InterruptedException, ModemSilentException {
        Optional<String> before = capabilities.flatMap(c -> c.identity().iccid());
        return before.isPresent()
                && line().askIfKnown(SimCommands.iccid(profile.iccid()))
                        .value()
                        .filter(now -> !now.equals(before.get()))
                        .isPresent();
    }

    /** The modem says that it has restarted, which it does in several lines. */
    void restarted(String line) {
        LOG.debug("Modem {} has restarted: {}", settings.device(), line);
        if (restart.filter(future -> !future.isDone()).isEmpty()) {
            restart = schedule(environment.timing().afterRestart(), () -> initialiseAgain("the modem has restarted"));
        }
    }

    /** Sends nothing for a while: SIM or settings are at fault. */
    void hold(String reason) {
        become(SessionState.HELD, reason);
        later(environment.timing().hold(), () -> initialise(reason));
    }

    /** Sends nothing until the recovery has ended. */
    void suspend(String reason) {
        become(SessionState.INITIALISING, reason);
    }

    private void become(SessionState state, String reason) {
        SessionStatus before = status;
        boolean same = before.state() == state && before.reason().equals(reason);
        if (same || (closed && state != SessionState.CLOSED)) {
            return;
        }
        status = new SessionStatus(state, reason, environment.clock().instant());
        if (before.state() != state) {
            Level level =
                    switch (state) {
                        case SIM_LOCKED, SIM_CHANGED -> Level.ERROR;
                        case DISCONNECTED, HELD, SEARCHING -> Level.WARN;
                        case CLOSED, INITIALISING, READY -> Level.INFO;
                    };
            LOG.atLevel(level).log("Modem {} is {}", settings.device(), status.describe());
        }
    }
}
