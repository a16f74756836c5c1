package io.github.camelsms.modem.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a simulated modem shall do wrong. A fault names the beginning of the command lines that it strikes, such as
 * {@code AT+CMGS}; the PDU behind the prompt counts as the line {@code PDU}; an empty beginning strikes all.
 */
public final class Faults {

    /** What a fault does to a command. */
    enum Effect {
        /** The command is not done and not answered. */
        IGNORE,
        /** The command is done, but not answered. */
        LOSE_ANSWER,
        /** The command is not done and answered with a text. */
        ANSWER
    }

    /** A fault that is to strike. */
    record Fault(Effect effect, String answer) {}

    private static final class Planned {
        private final String beginning;
        private final Fault fault;
        private int times;

        private Planned(String beginning, int times, Fault fault) {
            this.beginning = beginning;
            this.times = times;
            this.fault = fault;
        }
    }

    private final List<Planned> plan = new ArrayList<>();
    private OptionalInt splitting = OptionalInt.empty();
    private Duration delay = Duration.ZERO;
    private String noise = "";

    Faults() {}

    /** The next {@code times} commands that begin so are passed over in silence. */
    public synchronized Faults ignore(String beginning, int times) {
        plan.add(new Planned(beginning, times, new Fault(Effect.IGNORE, "")));
        return this;
    }

    /** The next {@code times} commands that begin so are done, but their answers get lost. */
    public synchronized Faults loseAnswer(String beginning, int times) {
        plan.add(new Planned(beginning, times, new Fault(Effect.LOSE_ANSWER, "")));
        return this;
    }

    /** The next {@code times} commands that begin so are answered with this line instead of being done. */
    public synchronized Faults answer(String beginning, int times, String line) {
        plan.add(new Planned(beginning, times, new Fault(Effect.ANSWER, line)));
        return this;
    }

    /** Each answer comes so much later. */
    public synchronized Faults delay(Duration newDelay) {
        delay = newDelay;
        return this;
    }

    /** No read gives more octets than that. */
    public synchronized Faults splitReads(int octets) {
        splitting = OptionalInt.of(octets);
        return this;
    }

    /** This line comes unsolicited before each answer; empty: none. */
    public synchronized Faults noise(String line) {
        noise = line;
        return this;
    }

    /** Does nothing wrong any more. */
    public synchronized Faults clear() {
        plan.clear();
        splitting = OptionalInt.empty();
        delay = Duration.ZERO;
        noise = "";
        return this;
    }

    synchronized Optional<Fault> strike(String line) {
        for (Iterator<Planned> i = plan.iterator(); i.hasNext(); ) {
            Planned planned = i.next();
            if (line.startsWith(planned.beginning)) {
                if (--planned.times <= 0) {
                    i.remove();
                }
                return Optional.of(planned.fault);
            }
        }
        return Optional.empty();
    }

    synchronized OptionalInt splitting() {
        return splitting;
    }

    synchronized Duration delay() {
        return delay;
    }

    synchronized String noise() {
        return noise;
    }
}
