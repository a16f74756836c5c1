package io.github.camelsms.sms.store.jdbc;

/** A database in memory that outlives the stores that work on it one after the other. */
final class KeptDatabase extends ForwardingDatabase {

    KeptDatabase(Database kept) {
        super(kept);
    }

    @Override
    public void close() {
        // memory stays as it is
    }
}
