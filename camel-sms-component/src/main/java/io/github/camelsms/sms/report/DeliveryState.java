package io.github.camelsms.sms.report;

import io.github.camelsms.sms.tpdu.TpStatus;
import java.util.Locale;
import java.util.Optional;

/**
 * What a network or a provider says has become of a message that it has accepted. One vocabulary for status reports
 * (3GPP TS 23.040), receipts (SMPP 3.4 and 5.0) and the words of providers.
 */
public enum DeliveryState {
    /** On its way: the network is still trying. */
    ENROUTE(1, "ENROUTE"),
    /** The phone has it, as far as the network can know. */
    DELIVERED(2, "DELIVRD"),
    /** The validity period ended before the message could be delivered. */
    EXPIRED(3, "EXPIRED"),
    /** Deleted in the service centre before it was delivered. */
    CANCELLED(4, "DELETED"),
    /** The network has given up. */
    UNDELIVERABLE(5, "UNDELIV"),
    /** The network knows nothing, or says nothing that can be understood: no more can be concluded. */
    UNKNOWN(7, "UNKNOWN"),
    /** The network, a provider or the phone has refused the message. */
    REJECTED(8, "REJECTD");

    private final int smppState;
    private final String receiptWord;

    DeliveryState(int smppState, String receiptWord) {
        this.smppState = smppState;
        this.receiptWord = receiptWord;
    }

    /** Whether no later report can change this. */
    public boolean isFinal() {
        return this != ENROUTE && this != UNKNOWN;
    }

    /** SMPP {@code message_state} (SMPP 5.0, 4.7.15). */
    public int smppState() {
        return smppState;
    }

    /** The word behind {@code stat:} of an SMPP receipt (SMPP 3.4, appendix B). */
    public String receiptWord() {
        return receiptWord;
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

    /**
     * The state that SMPP {@code message_state} tells. 6, accepted, is taken as still on its way: centres send it before
     * the final receipt.
     */
    public static DeliveryState ofSmppState(int messageState) {
        return switch (messageState) {
            case 0, 1, 6 -> ENROUTE;
            case 2 -> DELIVERED;
            case 3 -> EXPIRED;
            case 4 -> CANCELLED;
            case 5, 9 -> UNDELIVERABLE;
            case 8 -> REJECTED;
            default -> UNKNOWN;
        };
    }

    /**
     * The state that a word tells: of an SMPP receipt such as {@code DELIVRD}, of WAP PAP, or of a provider such as
     * {@code delivery_failed}. Case, blanks, hyphens and underscores do not matter.
     *
     * @return empty for a word that is not known
     */
    public static Optional<DeliveryState> ofWord(String word) {
        StringBuilder letters = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLetterOrDigit(word.charAt(i))) {
                letters.append(word.charAt(i));
            }
        }
        return Optional.ofNullable(DeliveryWords.STATES.get(letters.toString().toLowerCase(Locale.ROOT)));
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
