package io.github.camelsms.routes.mail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A folder of files that survive a power cut: a file is there whole, or not at all. Written under another name, synced,
 * renamed, and then the folder is synced too, because a rename is only durable with its folder.
 */
final class MailFolder {

    private final Path folder;

    MailFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes a file; one of that name is replaced. Returns when it is on disk. */
    Path write(String name, byte[] octets) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(name);
        Path temporary = folder.resolve("." + name + ".tmp");
        try (FileChannel file = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(octets);
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
            file.force(true);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder();
        return target;
    }

    private void syncFolder() throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
