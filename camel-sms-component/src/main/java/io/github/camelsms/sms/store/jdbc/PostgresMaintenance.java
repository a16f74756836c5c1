package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Maintenance;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.store.StoreAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A store in a PostgreSQL server as a whole, on a connection of its own. Each call sees one moment of it; the gateways
 * go on.
 */
final class PostgresMaintenance implements Maintenance {

    private final StoreAddress address;
    private final Connection connection;

    private PostgresMaintenance(StoreAddress address, Connection connection) {
        this.address = address;
        this.connection = connection;
    }

    /**
     * @throws SmsRejectedException with {@code STORE_DOWN} when the server cannot be reached or has no store
     */
    static PostgresMaintenance open(StoreAddress address) {
        try {
            Connection connection = new PostgresConnections(address).plain();
            // to look at a large store takes longer than any answer that a gateway waits for
            connection.setNetworkTimeout(Runnable::run, 0);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return new PostgresMaintenance(address, connection);
        } catch (SQLException e) {
            throw new SmsRejectedException(
                    Code.STORE_DOWN, "The store " + address + " cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public Facts facts() {
        return inOneMoment(() -> new StoreFacts(connection).read());
    }

    @Override
    public List<String> verify() {
        return inOneMoment(() -> Soundness.content(connection));
    }

    @Override
    public Facts backup(Path file) {
        return inOneMoment(() -> {
            Soundness.require(Soundness.content(connection));
            String moment = exportMoment();
            WholeFile.write(file, unfinished -> new PostgresDump(address).write(unfinished, moment));
            return new StoreFacts(connection).read();
        });
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqlFailures.explain(new PostgresDialect(), e);
        }
    }

    private interface Work<T> {

        T run() throws SQLException;
    }

    private <T> T inOneMoment(Work<T> work) {
        try {
            try {
                return work.run();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw SqlFailures.explain(new PostgresDialect(), e);
        }
    }

    /** Lets another process see what this transaction sees. */
    private String exportMoment() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_export_snapshot()")) {
            row.next();
            return row.getString(1);
        }
    }
}
