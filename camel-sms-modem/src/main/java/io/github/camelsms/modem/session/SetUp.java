package io.github.camelsms.modem.session;

import java.time.Duration;
import java.util.Optional;

/**
 * The setting up of a modem, step by step: what has to be waited for, such as a SIM that is busy, is a step that comes
 * later. Only the last one that has begun counts, and only while its line is open. All of it runs as tasks of the
 * session.
 */
final class SetUp {

    /** Gets to know how it has ended; one of these for each that has begun, unless its line was lost. */
    interface Listener {

        /** The modem can be used. */
        void ready(Capabilities found) throws InterruptedException, ModemSilentException;

        /** The modem did not answer. */
        void silent(String reason);

        /** A person has to care for the SIM. */
        void unusable(SimUnusableException reason);

        /** The modem has to be asked again from the beginning, after a while. */
        void notYet(String reason);

        /** The gateway stops. */
        void stopped();
    }

    private interface Step {
        void run() throws InterruptedException, ModemSilentException, SimUnusableException, NotYetException;
    }

    private final SessionEnvironment environment;
    private final LineKeeper keeper;
    private final Later later;
    private final Listener listener;
    private Optional<Initialisation> underWay = Optional.empty();

    SetUp(SessionEnvironment environment, LineKeeper keeper, Later later, Listener listener) {
        this.environment = environment;
        this.keeper = keeper;
        this.later = later;
        this.listener = listener;
    }

    boolean isUnderWay() {
        return underWay.isPresent();
    }

    /** Begins anew; call this only while there is a line. */
    void begin(SessionSettings settings) {
        Initialisation initialisation = new Initialisation(keeper.line().get(), settings, environment);
        underWay = Optional.of(initialisation);
        attempt(initialisation::begin, initialisation);
    }

    /** Takes a step, waits for the SIM as often as it asks for it, and finishes. */
    private void attempt(Step step, Initialisation initialisation) {
        if (underWay.filter(initialisation::equals).isEmpty()
                || keeper.line().filter(initialisation::isOn).isEmpty()) {
            return;
        }
        try {
            step.run();
            Optional<Duration> pause = initialisation.unlock();
            if (pause.isPresent()) {
                later.next(pause.get(), () -> attempt(() -> {}, initialisation));
            } else {
                Capabilities found = initialisation.finish();
                underWay = Optional.empty();
                listener.ready(found);
            }
        } catch (ModemSilentException e) {
            underWay = Optional.empty();
            listener.silent(e.getMessage());
        } catch (SimUnusableException e) {
            underWay = Optional.empty();
            listener.unusable(e);
        } catch (NotYetException e) {
            underWay = Optional.empty();
            listener.notYet(e.getMessage());
        } catch (InterruptedException e) {
            listener.stopped();
        }
    }
}
