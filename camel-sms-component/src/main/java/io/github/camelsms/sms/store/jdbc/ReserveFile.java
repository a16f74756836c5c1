package io.github.camelsms.sms.store.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Room on the disk that somebody else cannot fill: a file beside the store, given up when the disk is full, so that
 * what was accepted can be sent and noted. It is written anew when there is room again.
 */
final class ReserveFile {

    /** Octets of the file. */
    static final long SIZE = 16L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(ReserveFile.class);
    private static final int CHUNK = 1 << 20;

    private final Path file;

    /** @param store the file that the room is kept for */
    ReserveFile(Path store) {
        this.file = store.resolveSibling(store.getFileName() + ".reserve");
    }

    /** @param free octets that can be written to the disk now */
    void look(long free) {
        try {
            if (free < SIZE) {
                giveUp();
            } else if (free > Intake.RESERVE + 2 * SIZE && !isWhole()) {
                write();
            }
        } catch (IOException e) {
            LOG.warn("The room that is kept for the store on its full disk is not there: {}", e.getMessage());
        }
    }

    private void giveUp() throws IOException {
        if (Files.deleteIfExists(file)) {
            LOG.warn("The disk of the store is full: the {} MiB of {} are given up", SIZE >> 20, file.getFileName());
        }
    }

    private boolean isWhole() throws IOException {
        return Files.exists(file) && Files.size(file) == SIZE;
    }

    private void write() throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(CHUNK);
            while (channel.size() < SIZE) {
                zeros.clear();
                channel.write(zeros);
            }
        }
    }
}
