package io.github.camelsms.routes.imports;

import java.util.Objects;

/**
 * What became of an item.
 *
 * @param text as what it was imported, why it was ignored, or what is to be decided; never a secret
 */
public record Outcome(Item item, Result result, String text) {

    /** The three ways, the one that asks most of a person last. */
    public enum Result {
        IMPORTED("imported as"),
        IGNORED("ignored"),
        DECISION("needs a decision");

        private final String words;

        Result(String words) {
            this.words = words;
        }
    }

    public Outcome {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(text, "text");
    }

    /** Both in one: a line that several gateways share has one outcome too. */
    Outcome and(Outcome other) {
        if (text.equals(other.text) && result == other.result) {
            return this;
        }
        Result severest = result.compareTo(other.result) > 0 ? result : other.result;
        return new Outcome(item, severest, text + "; " + other.text);
    }

    /** The line of the report. */
    @Override
    public String toString() {
        return item + ": " + result.words + (result == Result.IMPORTED ? " " : ": ") + text;
    }
}
