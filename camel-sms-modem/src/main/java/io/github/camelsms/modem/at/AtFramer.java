package io.github.camelsms.modem.at;

import java.util.Optional;

/**
 * Cuts the octets of a modem into lines and prompts. A line ends with CR, LF or any mix of them; blank lines are none.
 * The prompt (27.005, 3.5.1) has no line end, so it is recognised by its first octet, and only while one is awaited.
 *
 * <p>A state machine that takes one octet after the other: how reads cut the stream makes no difference.
 */
final class AtFramer {

    /** A longer line is noise; its rest is dropped. A PDU of 27.005 needs 368 digits. */
    static final int LONGEST_LINE = 2048;

    sealed interface Token {
        record Line(String text) implements Token {}

        record Prompt() implements Token {}
    }

    private static final Optional<Token> PROMPT = Optional.of(new Token.Prompt());

    private final StringBuilder line = new StringBuilder();
    private boolean promptAwaited;

    Optional<Token> accept(byte octet) {
        char c = (char) (octet & 0xFF);
        if (c == '\r' || c == '\n') {
            String text = line.toString().strip();
            line.setLength(0);
            return text.isEmpty() ? Optional.empty() : Optional.of(new Token.Line(text));
        }
        if (c == '>' && promptAwaited && line.toString().isBlank()) {
            line.setLength(0);
            return PROMPT;
        }
        // NULs of a line that wakes up, and the echo of ESC and Ctrl-Z
        if (c >= ' ' && line.length() < LONGEST_LINE) {
            line.append(c);
        }
        return Optional.empty();
    }

    /** From now on {@code >} at the start of a line is a prompt. */
    void awaitPrompt() {
        promptAwaited = true;
        if (line.toString().strip().startsWith(">")) {
            // of a command that was given up
            line.setLength(0);
        }
    }

    /** From now on it is text. */
    void awaitNoPrompt() {
        promptAwaited = false;
    }
}
