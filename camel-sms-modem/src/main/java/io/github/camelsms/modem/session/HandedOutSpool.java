package io.github.camelsms.modem.session;

import io.github.camelsms.modem.channel.DeviceAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps on disk what a modem hands out without storing it and without waiting for an acknowledgement (CSMS service 0):
 * from then on there is no other copy of it.
 */
final class HandedOutSpool {

    private static final Logger LOG = LoggerFactory.getLogger(HandedOutSpool.class);
    private static final String WORD = "PDU";

    private final StateFile file;

    HandedOutSpool(Path directory, DeviceAddress device) {
        this.file = new StateFile(
                directory.resolve("handed-out-" + device.toString().replaceAll("[^A-Za-z0-9.-]", "_")));
    }

    /** Keeps a PDU; when this returns, it is on the disk, or the log says why not. */
    synchronized void keep(String hex) {
        change(pdus -> pdus.put(hex, WORD) == null);
    }

    /** The PDU is safe elsewhere. */
    synchronized void forget(String hex) {
        change(pdus -> pdus.remove(hex) != null);
    }

    /** All that is not safe elsewhere yet. */
    synchronized Collection<String> all() {
        try {
            return List.copyOf(load().keySet());
        } catch (IOException e) {
            LOG.error("Messages that were handed out are not readable: {}", e.getMessage());
            return List.of();
        }
    }

    private interface Change {
        boolean of(Map<String, String> pdus);
    }

    private void change(Change change) {
        try {
            Map<String, String> pdus = load();
            if (change.of(pdus)) {
                file.save(pdus);
            }
        } catch (IOException e) {
            LOG.error("A message that was handed out is in memory only: {}", e.getMessage());
        }
    }

    private Map<String, String> load() throws IOException {
        return file.load("Save it, it holds received messages, and remove it");
    }
}
