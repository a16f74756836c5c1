package io.github.camelsms.modem.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/** A small file of keys and words, one pair a line, that survives the loss of power. Only its owner may read it. */
final class StateFile {

    /** Many sessions share a file, so that whoever changes it must be alone with it. */
    private static final ConcurrentMap<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final Path file;
    private final ReentrantLock lock;

    StateFile(Path file) {
        this.file = file;
        this.lock = LOCKS.computeIfAbsent(file.toAbsolutePath().normalize(), path -> new ReentrantLock());
    }

    /** What to do with the pairs. */
    interface Change {

        /** Returns whether it has changed them. */
        boolean of(Map<String, String> pairs);
    }

    /**
     * Changes it, while nobody else of this process does; when this returns, the change is on the disk.
     *
     * @param consequence what follows from damage, for a person
     */
    void change(String consequence, Change change) throws IOException {
        lock.lock();
        try {
            Map<String, String> pairs = load(consequence);
            if (change.of(pairs)) {
                save(pairs);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * What it holds; nothing when it is not there.
     *
     * @param consequence what follows from damage, for a person
     */
    Map<String, String> load(String consequence) throws IOException {
        Map<String, String> pairs = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                String[] fields = line.split(" ", -1);
                if (fields.length != 2) {
                    throw new IOException(file + " is damaged. " + consequence);
                }
                pairs.put(fields[0], fields[1]);
            }
        }
        return pairs;
    }

    /** Replaces it; when this returns, it is on the disk. */
    private void save(Map<String, String> pairs) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        StringBuilder text = new StringBuilder();
        pairs.forEach((key, word) -> text.append(key).append(' ').append(word).append('\n'));
        Path draft = directory.resolve(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer octets = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
            while (octets.hasRemaining()) {
                out.write(octets);
            }
            out.force(true);
        }
        boolean posix = Files.getFileStore(draft).supportsFileAttributeView("posix");
        if (posix) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (posix) {
            // The new name is on the disk only when the directory is.
            try (FileChannel dir = FileChannel.open(directory, StandardOpenOption.READ)) {
                dir.force(true);
            }
        }
    }
}
