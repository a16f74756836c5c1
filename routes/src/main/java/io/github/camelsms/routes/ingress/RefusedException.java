package io.github.camelsms.routes.ingress;

/** A request is not accepted; the text is for its sender and holds nothing of what came in. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    RefusedException(Refusal refusal, String explanation) {
        // a refusal is an answer, not a fault: its stack would only cost time
        super(explanation, null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
