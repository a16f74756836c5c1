package io.github.camelsms.routes.rules;

import io.github.camelsms.routes.files.FileSignature;
import io.github.camelsms.sms.store.ListEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list that is a file: an entry a line, {@code #} begins a comment. A file that changes is read again when it rests;
 * one that cannot be read or has a broken line leaves the list as it was, and so does one that is gone for a moment.
 */
final class ListFile {

    /** It is looked at no more often; what was written within this time may still be being written. */
    static final Duration LOOK = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(ListFile.class);

    /** What the file said: entries as they are compared, and as they are written. */
    private record Content(Optional<FileSignature> signature, Set<String> keys, List<String> words) {

        private static final Content NO_FILE = new Content(Optional.empty(), Set.of(), List.of());
    }

    private final Path file;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Optional<Content> inForce = Optional.empty();
    private Optional<Instant> lookedAt = Optional.empty();
    private Optional<FileSignature> seen = Optional.empty();
    private Optional<FileSignature> broken = Optional.empty();
    private boolean missing;
    private String trouble = "";

    ListFile(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * The keys of the entries; empty when there is no such file.
     *
     * @throws IllegalStateException when the file has never been read, because it is broken or cannot be read
     */
    Set<String> keys() {
        return content().keys();
    }

    /**
     * The entries as they are written.
     *
     * @throws IllegalStateException as {@link #keys()}
     */
    List<String> words() {
        return content().words();
    }

    private Content content() {
        // while one looks the others go on with what is in force, if anything is
        if (inForce.isEmpty()) {
            looking.lock();
        } else if (!looking.tryLock()) {
            return inForce.get();
        }
        try {
            Instant now = clock.instant();
            if (lookedAt.filter(last -> isWithin(LOOK, last, now)).isEmpty()) {
                look(now);
                lookedAt = Optional.of(now);
            }
        } finally {
            looking.unlock();
        }
        return inForce.orElseThrow(
                () -> new IllegalStateException("the list " + file + " cannot be used; the log knows why"));
    }

    /** A time to come is not within: clocks are set back. */
    private static boolean isWithin(Duration time, Instant from, Instant now) {
        return !now.isBefore(from) && Duration.between(from, now).compareTo(time) <= 0;
    }

    private void look(Instant now) {
        try {
            FileSignature present = FileSignature.of(file);
            missing = false;
            boolean judged = broken.filter(present::equals).isPresent()
                    || inForce.flatMap(Content::signature)
                            .filter(present::equals)
                            .isPresent();
            if (!judged) {
                if (rests(present, now)) {
                    read(present);
                } else {
                    stays("it is being written");
                }
            }
            seen = Optional.of(present);
        } catch (NoSuchFileException e) {
            lookInVain();
        } catch (IOException e) {
            missing = false;
            stays("it cannot be read: " + e);
        }
    }

    /** A file that is half written would be half a list. */
    private boolean rests(FileSignature present, Instant now) {
        return seen.filter(present::equals).isPresent()
                || present.time().toInstant().isBefore(now.minus(LOOK));
    }

    /** Editors rename: a file that is gone may be there again at the next look. */
    private void lookInVain() {
        broken = Optional.empty();
        seen = Optional.empty();
        if (missing || lookedAt.isEmpty()) {
            if (inForce.flatMap(Content::signature).isPresent()) {
                LOG.warn("the list {} is gone: it is empty from now on", file);
            }
            inForce = Optional.of(Content.NO_FILE);
            trouble = "";
        } else if (inForce.filter(Content.NO_FILE::equals).isEmpty()) {
            stays("it is not there");
        }
        missing = true;
    }

    private void read(FileSignature present) throws IOException {
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
                broken = Optional.of(present);
                stays("line " + number + ": " + e.getMessage());
                return;
            }
        }
        if (!FileSignature.of(file).equals(present)) {
            stays("it is being written");
            return;
        }
        broken = Optional.empty();
        trouble = "";
        inForce = Optional.of(new Content(Optional.of(present), Set.copyOf(keys), List.copyOf(words)));
    }

    /** Says why, once: a look is every half a second. */
    private void stays(String why) {
        if (!why.equals(trouble)) {
            LOG.warn("the list {} {}: {}", file, inForce.isPresent() ? "stays as it was" : "is not in force", why);
        }
        trouble = why;
    }
}
