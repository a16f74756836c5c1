package io.github.camelsms.sms.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was decided about a message on its way, step by step, in the order of the decisions. It belongs to one message
 * and is written by whichever thread has that message; a reader on another thread sees what was written before.
 */
public final class Explanation {

    /** What becomes of the message at the end. */
    public enum Purpose {
        /** It is sent, and the explanation is kept with it. */
        RECORD,
        /** Nothing is stored, charged, counted or sent: what would happen is all that is asked. */
        DRY_RUN
    }

    /**
     * One decision.
     *
     * @param step who decided, such as {@code account}, {@code rule}, {@code route}
     * @param decision what and why, for a person; no message text beyond what the step changed, no secret
     */
    public record Line(String step, String decision) {

        public Line {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(decision, "decision");
        }
    }

    private static final int MOST_KEPT = 2_000;

    private final Purpose purpose;
    private final Optional<Instant> at;
    private final List<Line> lines = new ArrayList<>();

    public Explanation(Purpose purpose) {
        this(purpose, Optional.empty());
    }

    /**
     * An explanation of what would be at another time.
     *
     * @param at that time; empty is now
     */
    public Explanation(Purpose purpose, Optional<Instant> at) {
        this.purpose = Objects.requireNonNull(purpose, "purpose");
        this.at = Objects.requireNonNull(at, "at");
    }

    /** The same so far, for a message that goes another way from here on. */
    public synchronized Explanation copy() {
        Explanation copy = new Explanation(purpose, at);
        copy.lines.addAll(lines);
        return copy;
    }

    /** The time that is asked about, where it is not now. */
    public Optional<Instant> at() {
        return at;
    }

    /** Whether nothing may come of it. */
    public boolean isDryRun() {
        return purpose == Purpose.DRY_RUN;
    }

    /** Adds a decision. */
    public synchronized void add(String step, String decision) {
        lines.add(new Line(step, decision));
    }

    /** What is kept with a message: a line for each decision, cut where it gets long. */
    public synchronized String brief() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            String next = line.step() + ": " + line.decision().replace('\n', ' ') + "\n";
            if (text.length() + next.length() > MOST_KEPT) {
                return text.append("…").toString();
            }
            text.append(next);
        }
        return text.toString().strip();
    }

    /** The decisions so far. */
    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }
}
