package io.github.camelsms.sms.report;

import io.github.camelsms.sms.tpdu.TpStatus;

/** What a network or a provider says has become of a message that it has accepted. */
public enum DeliveryState {
    /** On its way: the network is still trying. */
    ENROUTE(Finality.OPEN),
    /** The phone has it, as far as the network can know. */
    DELIVERED(Finality.FINAL),
    /** The network has given up. */
    UNDELIVERABLE(Finality.FINAL),
    /** The validity period ended before the message could be delivered. */
    EXPIRED(Finality.FINAL),
    /** The network, a provider or the phone has refused the message. */
    REJECTED(Finality.FINAL),
    /** Deleted in the service centre before it was delivered. */
    CANCELLED(Finality.FINAL),
    /** The network knows nothing, or says nothing that can be understood: no more can be concluded. */
    UNKNOWN(Finality.OPEN);

    private enum Finality {
        OPEN,
        FINAL
    }

    private final Finality finality;

    DeliveryState(Finality finality) {
        this.finality = finality;
    }

    /** Whether no other report can change this any more. */
    public boolean isFinal() {
        return finality == Finality.FINAL;
    }

    /**
     * The state that a status report tells (3GPP TS 23.040, 9.2.3.15). Also "forwarded, not confirmed" and "replaced"
     * count as delivered; a temporary error is final when the service centre has given up.
     */
    public static DeliveryState of(TpStatus status) {
        return switch (status.category()) {
            case COMPLETED -> DELIVERED;
            case STILL_TRYING -> ENROUTE;
            case PERMANENT_ERROR -> ofPermanentError(status);
            case GAVE_UP, RESERVED -> UNDELIVERABLE;
        };
    }

    private static DeliveryState ofPermanentError(TpStatus status) {
        if (status.equals(TpStatus.VALIDITY_EXPIRED)) {
            return EXPIRED;
        } else if (status.equals(TpStatus.DELETED_BY_ORIGINATOR) || status.equals(TpStatus.DELETED_BY_CENTRE)) {
            return CANCELLED;
        }
        return UNDELIVERABLE;
    }
}
