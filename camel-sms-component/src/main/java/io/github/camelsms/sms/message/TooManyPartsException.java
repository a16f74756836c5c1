package io.github.camelsms.sms.message;

/** A message needs more parts than it may have, and it must not be cut. */
public final class TooManyPartsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int parts;
    private final int limit;

    public TooManyPartsException(int parts, int limit) {
        super("the message needs " + parts + " parts, at most " + limit + " are allowed; shorten it or let it be cut");
        this.parts = parts;
        this.limit = limit;
    }

    /** Parts that the message needs. */
    public int parts() {
        return parts;
    }

    /** Parts that it may have. */
    public int limit() {
        return limit;
    }
}
