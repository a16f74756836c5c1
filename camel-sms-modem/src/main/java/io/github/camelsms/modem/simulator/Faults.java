package io.github.camelsms.modem.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

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
        private final int percent;
        private int times;

        private Planned(String beginning, int percent, int times, Fault fault) {
            if (percent < 0 || percent > 100) {
                throw new IllegalArgumentException("A fault strikes 0 to 100 % of the time, not " + percent + " %");
            }
            this.beginning = beginning;
            this.percent = percent;
            this.times = times;
            this.fault = fault;
        }
    }

    private static final int ALWAYS = 100;
    private static final int LONGEST_GARBAGE = 40;

    private final List<Planned> plan = new ArrayList<>();
    private Random random = new Random(1);
    private int noisePercent = ALWAYS;
    private int garbagePercent;
    private long hangUntil;
    private boolean hanging;
    private OptionalInt splitting = OptionalInt.empty();
    private Duration delay = Duration.ZERO;
    private String noise = "";

    Faults() {}

    /** The next {@code times} commands that begin so are passed over in silence. */
    public synchronized Faults ignore(String beginning, int times) {
        plan.add(new Planned(beginning, ALWAYS, times, new Fault(Effect.IGNORE, "")));
        return this;
    }

    /** The next {@code times} commands that begin so are done, but their answers get lost. */
    public synchronized Faults loseAnswer(String beginning, int times) {
        plan.add(new Planned(beginning, ALWAYS, times, new Fault(Effect.LOSE_ANSWER, "")));
        return this;
    }

    /** The next {@code times} commands that begin so are answered with this line instead of being done. */
    public synchronized Faults answer(String beginning, int times, String line) {
        plan.add(new Planned(beginning, ALWAYS, times, new Fault(Effect.ANSWER, line)));
        return this;
    }

    /** So many of a hundred commands that begin so are passed over in silence. */
    public synchronized Faults ignoreSometimes(String beginning, int percent) {
        return sometimes(beginning, percent, new Fault(Effect.IGNORE, ""));
    }

    /** So many of a hundred commands that begin so are done, but their answers or prompts get lost. */
    public synchronized Faults loseAnswerSometimes(String beginning, int percent) {
        return sometimes(beginning, percent, new Fault(Effect.LOSE_ANSWER, ""));
    }

    /** So many of a hundred commands that begin so are answered with this line instead of being done. */
    public synchronized Faults answerSometimes(String beginning, int percent, String line) {
        return sometimes(beginning, percent, new Fault(Effect.ANSWER, line));
    }

    private Faults sometimes(String beginning, int percent, Fault fault) {
        plan.add(new Planned(beginning, percent, Integer.MAX_VALUE, fault));
        return this;
    }

    /** What happens sometimes happens in this order; the same seed gives the same order again. */
    public synchronized Faults seed(long seed) {
        random = new Random(seed);
        return this;
    }

    /** Hears and says nothing for so long from now on. */
    public synchronized Faults hang(Duration time) {
        hangUntil = System.nanoTime() + time.toNanos();
        hanging = true;
        return this;
    }

    /** Before so many of a hundred answers comes a line of random octets. */
    public synchronized Faults garbage(int percent) {
        garbagePercent = percent;
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
    public Faults noise(String line) {
        return noise(line, ALWAYS);
    }

    /** This line comes unsolicited before so many of a hundred answers. */
    public synchronized Faults noise(String line, int percent) {
        noise = line;
        noisePercent = percent;
        return this;
    }

    /** Does nothing wrong any more. */
    public synchronized Faults clear() {
        plan.clear();
        splitting = OptionalInt.empty();
        delay = Duration.ZERO;
        noise = "";
        garbagePercent = 0;
        hanging = false;
        return this;
    }

    synchronized boolean isHanging() {
        hanging &= System.nanoTime() - hangUntil < 0;
        return hanging;
    }

    synchronized Optional<Fault> strike(String line) {
        for (Iterator<Planned> i = plan.iterator(); i.hasNext(); ) {
            Planned planned = i.next();
            if (line.startsWith(planned.beginning) && random.nextInt(100) < planned.percent) {
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

    /** A line that comes before an answer; empty: none. */
    synchronized String noise() {
        return !noise.isEmpty() && random.nextInt(100) < noisePercent ? noise : "";
    }

    /** Octets that come before an answer, one character each; empty: none. */
    synchronized String garbage() {
        if (garbagePercent == 0 || random.nextInt(100) >= garbagePercent) {
            return "";
        }
        StringBuilder octets = new StringBuilder();
        for (int i = random.nextInt(LONGEST_GARBAGE); i >= 0; i--) {
            octets.append((char) random.nextInt(256));
        }
        return octets.toString();
    }
}
