package io.github.camelsms.modem.session;

import io.github.camelsms.modem.at.Answer;
import io.github.camelsms.modem.at.Unsolicited;
import io.github.camelsms.modem.command.GeneralCommands;
import io.github.camelsms.modem.command.Registration;
import io.github.camelsms.modem.command.Reply;
import io.github.camelsms.modem.profile.ModemProfile;
import io.github.camelsms.modem.profile.Profiles;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A modem that is set up, checked, and set up again. Silence is what begins a recovery, an error never does: first the
 * modem is asked three times whether it is there and set up again; if it stays silent, it is told to restart; then
 * {@link LineKeeper} opens the line anew.
 *
 * <p>Methods that work with the line run as tasks of the session.
 */
final class Connection implements SetUp.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final SessionEnvironment environment;
    private final SerialTasks tasks;
    private final Runnable established;
    private final Later later;
    private final Standing standing;
    private final Ladder ladder = new Ladder();
    private final LineKeeper keeper;
    private final NetworkWatch network;
    private final SetUp setUp;
    private final Restarts restarts;
    private final Heartbeat checks;
    private volatile SessionSettings settings;
    private Optional<Capabilities> capabilities = Optional.empty();
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
        this.established = established;
        this.later = new Later(settings.device(), environment.timer(), tasks);
        this.standing = new Standing(settings.device(), environment.clock());
        this.network = new NetworkWatch(settings.device());
        this.keeper = new LineKeeper(
                this::settings, environment, tasks, later, standing, ladder, heard, () -> initialise(""));
        this.setUp = new SetUp(environment, keeper, later, this);
        this.restarts = new Restarts(
                later,
                environment.timing().afterRestart(),
                setUp::isUnderWay,
                () -> initialiseAgain("the modem has restarted"));
        this.checks = new Heartbeat(environment.timer(), () -> settings().checkInterval(), this::checkInTurn);
    }

    void start() {
        standing.become(SessionState.INITIALISING, "the line is being opened");
        tasks.submit(keeper::open);
        checks.start();
    }

    void update(SessionSettings newSettings) {
        settings = newSettings;
        tasks.submit(() -> {
            keeper.giveUp("the settings have changed");
            keeper.open();
        });
    }

    void close() {
        checks.stop();
        later.close();
        keeper.close();
        standing.close();
    }

    SessionStatus status() {
        return standing.status();
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
        return keeper.line()
                .orElseThrow(() -> new IllegalStateException("The line to " + settings.device() + " is not open"));
    }

    /** What the modem can do, while it can be talked to. */
    Optional<Capabilities> capabilities() {
        return keeper.line().isPresent() ? capabilities : Optional.empty();
    }

    /** How often each rung of the recovery was climbed. */
    Map<Rung, Long> recoveries() {
        return ladder.counts();
    }

    NetworkDetails details() {
        return network.details();
    }

    Later later() {
        return later;
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

    /** Sets the modem up. */
    private void initialise(String reason) {
        if (keeper.line().isPresent()) {
            standing.become(SessionState.INITIALISING, reason);
            prepare();
        }
    }

    private void prepare() {
        capabilities = Optional.empty();
        later.dropNext();
        setUp.begin(settings);
    }

    @Override
    public void ready(Capabilities found) throws InterruptedException, ModemSilentException {
        capabilities = Optional.of(found);
        profile = found.profile();
        ladder.recovered();
        generation++;
        updateRegistration();
        established.run();
    }

    @Override
    public void unusable(SimUnusableException reason) {
        standing.become(reason.state(), reason.getMessage());
    }

    @Override
    public void notYet(String reason) {
        standing.become(SessionState.INITIALISING, reason);
        later.next(environment.timing().search(), () -> initialise(reason));
    }

    @Override
    public void silent(String reason) {
        boolean restarts;
        try {
            restarts = reset();
        } catch (InterruptedException e) {
            stopped();
            return;
        }
        if (restarts) {
            LOG.warn("Modem {} was told to restart: {}", settings.device(), reason);
            standing.become(SessionState.INITIALISING, "it restarts");
            later.next(environment.timing().afterRestart(), () -> initialise("it was told to restart"));
            return;
        }
        keeper.giveUp(reason);
        keeper.reopenLater(reason);
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
        Reply<?> reply = line().execute(GeneralCommands.restart(profile.reset().get()));
        if (reply.answer() instanceof Answer.LineLost) {
            return false;
        }
        ladder.climbed(Rung.RESET);
        return reply.isOk();
    }

    @Override
    public void stopped() {
        Thread.currentThread().interrupt();
        keeper.giveUp("the gateway stops");
    }

    /** A modem that does not know the question is taken to be registered: it will say so when it cannot send. */
    private void updateRegistration() throws InterruptedException, ModemSilentException {
        Optional<Registration> registration = network.registration(line());
        if (registration.isEmpty() || registration.get().isRegistered()) {
            standing.become(SessionState.READY, "");
        } else {
            standing.become(SessionState.SEARCHING, registration.get().describe());
            later.next(environment.timing().search(), this::check);
        }
    }

    /** Asks soon whether the modem is there and registered. */
    void checkSoon() {
        tasks.submitOnce("check", this::check);
    }

    private void checkInTurn() {
        if (checks.isDue()) {
            checkSoon();
        }
    }

    private void check() {
        checks.measure(this::checkNow);
    }

    private void checkNow() {
        if (keeper.line().isEmpty() || setUp.isUnderWay()) {
            return;
        }
        switch (status().state()) {
            // perhaps somebody has cared for the SIM
            case SIM_LOCKED, SIM_CHANGED -> prepare();
            case READY, SEARCHING -> {
                try {
                    if (capabilities.isPresent() && capabilities.get().hasAnotherCard(line())) {
                        initialiseAgain("the SIM was changed");
                        return;
                    }
                    updateRegistration();
                    network.ask(line());
                } catch (ModemSilentException e) {
                    recover(e.getMessage());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            case CLOSED, DISCONNECTED, INITIALISING, HELD -> {}
        }
    }

    /** The modem says that it has restarted. */
    void restarted(String line) {
        LOG.debug("Modem {} has restarted: {}", settings.device(), line);
        restarts.heard();
    }

    /** Sends nothing for a while: SIM or settings are at fault. */
    void hold(String reason) {
        standing.become(SessionState.HELD, reason);
        later.next(environment.timing().hold(), () -> initialise(reason));
    }

    /** Sends nothing until the recovery has ended. */
    void suspend(String reason) {
        standing.become(SessionState.INITIALISING, reason);
    }
}
