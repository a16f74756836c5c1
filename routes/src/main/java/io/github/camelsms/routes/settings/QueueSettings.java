package io.github.camelsms.routes.settings;

import java.time.Duration;
import java.util.Objects;

/**
 * What may wait to be sent.
 *
 * @param failoverAfter how long a message waits for one gateway of a preference list
 * @param perAccount how many messages of one account may wait; 0 is no limit
 * @param perGateway how many messages may wait for one gateway, or for any; 0 is no limit
 */
public record QueueSettings(Duration failoverAfter, long perAccount, long perGateway) {

    public QueueSettings {
        Objects.requireNonNull(failoverAfter, "failoverAfter");
    }
}
