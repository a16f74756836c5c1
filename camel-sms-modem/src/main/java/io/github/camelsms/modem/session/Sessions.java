package io.github.camelsms.modem.session;

import io.github.camelsms.modem.channel.DeviceAddress;
import java.util.HashMap;
import java.util.Map;

/** The sessions of a process: one for each device, shared by all who name it. */
public final class Sessions {

    private final SessionEnvironment environment;
    private final Map<DeviceAddress, Shared> sessions = new HashMap<>();

    private static final class Shared {
        private SessionSettings settings;
        private ModemSession session;
        private int users;
    }

    public Sessions(SessionEnvironment environment) {
        this.environment = environment;
    }

    /** A share of a session: the session ends when all shares are closed. */
    public final class Handle implements AutoCloseable {

        private final ModemSession session;
        private boolean closed;

        private Handle(ModemSession session) {
            this.session = session;
        }

        public ModemSession session() {
            return session;
        }

        @Override
        public void close() {
            synchronized (sessions) {
                if (closed) {
                    return;
                }
                closed = true;
                Shared shared = sessions.get(session.device());
                if (--shared.users > 0) {
                    return;
                }
                sessions.remove(session.device());
            }
            session.close();
        }
    }

    /**
     * Gets a share of the session of a device, and begins it if this is the first share.
     *
     * @throws IllegalArgumentException when others have given other settings for the same device
     */
    public Handle open(SessionSettings settings) {
        synchronized (sessions) {
            Shared shared = sessions.get(settings.device());
            if (shared == null) {
                shared = new Shared();
                shared.settings = settings;
                shared.session = new ModemSession(settings, environment);
                shared.session.start();
                sessions.put(settings.device(), shared);
            } else {
                SessionSettings merged = shared.settings.mergedWith(settings);
                if (!merged.equals(shared.settings)) {
                    shared.settings = merged;
                    shared.session.update(merged);
                }
            }
            shared.users++;
            return new Handle(shared.session);
        }
    }
}
