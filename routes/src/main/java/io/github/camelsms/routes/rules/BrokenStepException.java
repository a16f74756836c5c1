package io.github.camelsms.routes.rules;

/** A step of a route file cannot be what it says. The text is for who wrote it, and without what has caused it. */
public final class BrokenStepException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    BrokenStepException(int line, String text) {
        super(text);
        this.line = line;
    }

    /** The line of the file, from 1; 0 or less where it is not known. */
    public int line() {
        return line;
    }
}
