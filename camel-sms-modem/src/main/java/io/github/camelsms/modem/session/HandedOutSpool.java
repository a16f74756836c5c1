package io.github.camelsms.modem.session;

import io.github.camelsms.modem.channel.DeviceAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps on disk what a modem hands out without storing it and without waiting for an acknowledgement (CSMS service 0):
 * from then on there is no other copy of it.
 */
final class HandedOutSpool {

    private static final Logger LOG = LoggerFactory.getLogger(HandedOutSpool.class);
    private static final String WORD = "PDU";
    private static final String DAMAGED = "Save it, it holds received messages, and remove it";

    private final StateFile file;

    HandedOutSpool(Path directory, DeviceAddress device) {
        this.file = new StateFile(
                directory.resolve("handed-out-" + device.toString().replaceAll("[^A-Za-z0-9.-]", "_")));
    }

    /** Keeps a PDU; when this returns, it is on the disk, or the log says why not. */
    void keep(String hex) {
        change(pdus -> pdus.put(hex, WORD) == null);
    }

    /** The PDU is safe elsewhere. */
    void forget(String hex) {
        change(pdus -> pdus.remove(hex) != null);
    }

    /** All that is not safe elsewhere yet. */
    Collection<String> all() {
        try {
            return List.copyOf(file.load(DAMAGED).keySet());
        } catch (IOException e) {
            LOG.error("Messages that were handed out are not readable: {}", e.getMessage());
            return List.of();
        }
    }

    private void change(StateFile.Change change) {
        try {
            file.change(DAMAGED, change);
        } catch (IOException e) {
            LOG.error("A message that was handed out is in memory only: {}", e.getMessage());
        }
    }
}
