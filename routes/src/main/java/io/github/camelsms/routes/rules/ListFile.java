package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.files.FileSignature;
import io.github.camelsms.sms.store.ListEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list that is a file: an entry a line, {@code #} begins a comment. A file that changes is read again; one with a
 * broken line leaves the list as it was.
 */
final class ListFile {

    private static final Logger LOG = LoggerFactory.getLogger(ListFile.class);
    private static final long LOOK_NANOS = 500_000_000;

    /** What the file said: entries as they are compared, and as they are written. */
    private record Content(FileSignature signature, Set<String> keys, List<String> words) {}

    private final Path file;
    private Optional<Content> content = Optional.empty();
    private Optional<FileSignature> broken = Optional.empty();
    private long lookedAt;

    ListFile(Path file) {
        this.file = file;
    }

    /** The keys of the entries; empty when there is no such file. */
    Set<String> keys() {
        return content().map(Content::keys).orElse(Set.of());
    }

    /** The entries as they are written. */
    List<String> words() {
        return content().map(Content::words).orElse(List.of());
    }

    private synchronized Optional<Content> content() {
        long now = System.nanoTime();
        if (lookedAt == 0 || now - lookedAt > LOOK_NANOS) {
            look();
            lookedAt = now;
        }
        if (content.isEmpty() && broken.isPresent()) {
            throw new IllegalStateException("the list " + file + " is broken; the log knows where");
        }
        return content;
    }

    private void look() {
        if (!Files.exists(file)) {
            content = Optional.empty();
            broken = Optional.empty();
            return;
        }
        try {
            FileSignature now = FileSignature.of(file);
            boolean known = content.filter(read -> read.signature().equals(now)).isPresent()
                    || broken.filter(now::equals).isPresent();
            if (!known) {
                read(now);
            }
        } catch (IOException e) {
            LOG.error("the list {} cannot be read, it stays as it was: {}", file, e.toString());
        }
    }

    private void read(FileSignature now) throws IOException {
        Set<String> keys = new HashSet<>();
        List<String> words = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            int comment = line.indexOf('#');
            String entry = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (entry.isEmpty()) {
                continue;
            }
            try {
                keys.add(ListEntry.parse(entry).key());
                words.add(entry);
            } catch (IllegalArgumentException e) {
                LOG.error("the list {} stays as it was: line {}: {}", file, number, e.getMessage());
                broken = Optional.of(now);
                return;
            }
        }
        broken = Optional.empty();
        content = Optional.of(new Content(now, Set.copyOf(keys), List.copyOf(words)));
    }
}
