package io.github.camelsms.proofs.simulation;

/** A number of the contract of {@code MessageStore} was not kept. */
final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Violation(String what) {
        super(what);
    }

    @SuppressWarnings("AnnotateFormatMethod") // a text that cannot be formatted shows when it is needed, with its seed
    static void when(boolean wrong, String what, Object... values) {
        if (wrong) {
            throw new Violation(what.formatted(values));
        }
    }
}
