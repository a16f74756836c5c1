package io.github.camelsms.modem.session;

import io.github.camelsms.modem.channel.DeviceAddress;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Where a session stands, for everybody to see; the log tells each change. */
final class Standing {

    private static final Logger LOG = LoggerFactory.getLogger(Standing.class);

    private final DeviceAddress device;
    private final Clock clock;
    private volatile SessionStatus status;
    private boolean closed;

    Standing(DeviceAddress device, Clock clock) {
        this.device = device;
        this.clock = clock;
        this.status = new SessionStatus(SessionState.CLOSED, "", clock.instant());
    }

    SessionStatus status() {
        return status;
    }

    synchronized void become(SessionState state, String reason) {
        SessionStatus before = status;
        boolean same = before.state() == state && before.reason().equals(reason);
        if (same || closed) {
            return;
        }
        status = new SessionStatus(state, reason, clock.instant());
        if (before.state() != state) {
            LOG.atLevel(level(state)).log("Modem {} is {}", device, status.describe());
        }
    }

    /** The end: nothing changes it any more. */
    synchronized void close() {
        become(SessionState.CLOSED, "");
        closed = true;
    }

    private static Level level(SessionState state) {
        return switch (state) {
            case SIM_LOCKED, SIM_CHANGED -> Level.ERROR;
            case DISCONNECTED, HELD, SEARCHING -> Level.WARN;
            case CLOSED, INITIALISING, READY -> Level.INFO;
        };
    }
}
