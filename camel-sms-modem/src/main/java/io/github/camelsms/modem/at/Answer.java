package io.github.camelsms.modem.at;

import java.util.List;
import java.util.Objects;

/**
 * How a command ended. An error is an answer; silence is none: only silence says that the modem may be in trouble.
 */
public sealed interface Answer {

    /** Whether the payload and its Ctrl-Z may have left us. From then on the modem may send it. */
    boolean payloadWritten();

    /**
     * {@code OK}, or an information line that stands alone where {@link AtRequest#settle} allows it.
     *
     * @param lines information lines, with the line of hex digits that belongs to one appended after a line feed
     */
    record Ok(List<String> lines, boolean payloadWritten) implements Answer {
        public Ok {
            lines = List.copyOf(lines);
        }
    }

    /** A final result other than {@code OK}. */
    record Refused(FinalResult result, boolean payloadWritten) implements Answer {
        public Refused {
            Objects.requireNonNull(result, "result");
        }
    }

    /** No final result came within the deadline. */
    record Silence(boolean payloadWritten) implements Answer {}

    /** The line was lost. */
    record LineLost(String reason, boolean payloadWritten) implements Answer {
        public LineLost {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** The {@link PayloadGate} stayed closed; the prompt was cancelled. */
    record Withheld() implements Answer {
        @Override
        public boolean payloadWritten() {
            return false;
        }
    }
}
