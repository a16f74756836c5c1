package io.github.camelsms.sms.report;

import java.util.HashMap;
import java.util.Map;

/** The words for delivery states that are met in the field, in lower case and without separators. */
final class DeliveryWords {

    static final Map<String, DeliveryState> STATES = new HashMap<>();

    static {
        put(
                DeliveryState.ENROUTE,
                "enroute schedld scheduled acceptd accepted ackd acked buffred buffered pending queued"
                        + " received submitted submitd dispatched sending sent process processing inprogress"
                        + " deliveredtogateway deliveredtooperator deliveredtosmsc");
        put(DeliveryState.DELIVERED, "delivrd delivered deliverd success read seen deliveredtohandset");
        put(DeliveryState.EXPIRED, "expired expird timeout timedout");
        put(DeliveryState.CANCELLED, "deleted cancelled canceled");
        put(
                DeliveryState.UNDELIVERABLE,
                "undeliv undelivered undeliverable failed failure fail deliveryfailed sendingfailed aborted"
                        + " skipped notdelivered error");
        put(DeliveryState.UNKNOWN, "unknown deliveryunconfirmed unconfirmed");
        put(DeliveryState.REJECTED, "rejectd rejected refused blocked denied");
    }

    private DeliveryWords() {}

    private static void put(DeliveryState state, String words) {
        for (String word : words.split(" ", -1)) {
            STATES.put(word, state);
        }
    }
}
