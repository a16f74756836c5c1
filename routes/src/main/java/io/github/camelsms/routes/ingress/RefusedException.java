package io.github.camelsms.routes.ingress;

/** A request is not accepted; the text is for its sender and holds nothing of what came in. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final String allowed;

    RefusedException(Refusal refusal, String explanation, String allowed) {
        // a refusal is an answer, not a fault: its stack would only cost time
        super(explanation, null, false, false);
        this.refusal = refusal;
        this.allowed = allowed;
    }

    /** The methods that are allowed instead, as the field Allow lists them; an empty text when that is not the matter. */
    public String allowed() {
        return allowed;
    }

    public Refusal refusal() {
        return refusal;
    }
}
