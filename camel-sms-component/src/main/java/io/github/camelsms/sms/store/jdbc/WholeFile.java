package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/** A new file that is there whole and on disk, or not at all. */
final class WholeFile {

    /** Writes the octets, and fails when they are not what they should be. */
    interface Content {

        void writeTo(Path file) throws IOException, SQLException;
    }

    private WholeFile() {}

    /**
     * Writes one; until it is whole it is called {@code TARGET.unfinished}.
     *
     * @throws SmsRejectedException with {@code STORE_DOWN} when there is such a file or none can be written
     */
    static void write(Path target, Content content) throws SQLException {
        if (Files.exists(target)) {
            throw new SmsRejectedException(Code.STORE_DOWN, target + " is there already; name a new file");
        }
        Path folder = target.toAbsolutePath().getParent();
        Path unfinished = folder.resolve(target.getFileName() + ".unfinished");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(unfinished);
            content.writeTo(unfinished);
            sync(unfinished, StandardOpenOption.WRITE);
            Files.move(unfinished, target);
            sync(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new SmsRejectedException(Code.STORE_DOWN, "The copy cannot be written: " + e.getMessage(), e);
        } finally {
            remove(unfinished);
        }
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private static void remove(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new SmsRejectedException(Code.STORE_DOWN, "What is left of a copy stays: " + unfinished, e);
        }
    }
}
