package io.github.camelsms.sms.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is done to a whole store, in a process beside the gateway that works on it or without one. Nothing here changes
 * the store. Calls take as long as the store is large.
 */
public interface Maintenance extends AutoCloseable {

    /**
     * What is known of a store.
     *
     * @param format version of its tables
     * @param knownFormat the newest version that this program knows
     * @param messages how many messages it has accepted, ever
     * @param seen when a gateway last worked on it
     */
    record Facts(int format, int knownFormat, long messages, Optional<Instant> seen) {}

    /** What is known of the store. */
    Facts facts();

    /**
     * Looks for what must not be: damaged pages, messages that are neither counted nor accounted for, leases and parts
     * that fit no message. One line for each finding; none when the store is sound.
     */
    List<String> verify();

    /**
     * Writes a copy of one moment of the store to a new file, and returns when it is on disk and verified. The gateway
     * goes on meanwhile. The copy of a file is a file like it, that of a PostgreSQL server is what {@code pg_restore}
     * reads.
     *
     * @return what is known of the copy
     * @throws SmsRejectedException with {@code STORE_DOWN} or {@code STORE_FULL} when there is no such copy now; then
     *     there is no file either
     */
    Facts backup(Path file);

    @Override
    void close();
}
