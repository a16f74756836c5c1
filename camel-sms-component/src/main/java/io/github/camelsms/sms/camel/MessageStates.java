package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.report.DeliveryState;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.tpdu.TpStatus;

/** What a network's word means for the state of a message. */
final class MessageStates {

    private MessageStates() {}

    static MessageState of(TpStatus status) {
        return switch (DeliveryState.of(status)) {
            case ENROUTE, UNKNOWN -> MessageState.ENROUTE;
            case DELIVERED -> MessageState.DELIVERED;
            case UNDELIVERABLE -> MessageState.UNDELIVERABLE;
            case EXPIRED -> MessageState.EXPIRED;
            case REJECTED -> MessageState.REJECTED;
            case CANCELLED -> MessageState.CANCELLED;
        };
    }

    static String reason(TpStatus status) {
        return String.format("status-%02x: the network says %s", status.octet(), status.category());
    }
}
