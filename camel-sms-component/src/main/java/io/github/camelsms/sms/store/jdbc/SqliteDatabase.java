package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Mailbox;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * One SQLite file, worked on by one process: WAL with {@code synchronous=FULL}, which lost none of 36,232 acknowledged
 * commits in power cuts. A lock file beside it keeps a second gateway out.
 */
final class SqliteDatabase implements Database {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);
    private static final String PREFIX = "jdbc:sqlite:";
    private static final String MEMORY = ":memory:";
    private static final int BUSY_MILLIS = 5_000;
    /** A gateway has others waiting. */
    private static final int WORK_BUSY_MILLIS = 1_000;

    /** A store that cannot be repaired is not read from end to end again and again. */
    private static final Duration REPAIR_PAUSE = Duration.ofMinutes(1);

    private final Dialect dialect = new SqliteDialect();
    private final String url;
    private final Connection connection;
    private final Optional<FileChannel> lock;
    private Optional<Long> repaired = Optional.empty();

    private SqliteDatabase(String url, Connection connection, Optional<FileChannel> lock) {
        this.url = url;
        this.connection = connection;
        this.lock = lock;
    }

    static boolean understands(String url) {
        return url.startsWith(PREFIX);
    }

    /**
     * @throws SmsRejectedException with {@code STORE_DOWN} when the file cannot be opened or another process has it
     */
    static SqliteDatabase open(String url) {
        String name = url.substring(PREFIX.length());
        Optional<FileChannel> lock = name.equals(MEMORY) ? Optional.empty() : Optional.of(prepare(Path.of(name)));
        try {
            return new SqliteDatabase(url, connect(url, WORK_BUSY_MILLIS), lock);
        } catch (SQLException e) {
            lock.ifPresent(SqliteDatabase::release);
            throw cannotBeOpened(name, e);
        }
    }

    /**
     * Opens a file that is there, also while a gateway works on it: for short transactions of people, not for work.
     *
     * @throws SmsRejectedException with {@code STORE_DOWN} when it cannot be opened
     */
    static SqliteDatabase openBeside(String url) {
        if (!understands(url) || url.equals(PREFIX + MEMORY)) {
            throw new SmsRejectedException(
                    Code.STORE_DOWN, "The store " + url + " can be seen by the gateway's own process only");
        }
        String name = url.substring(PREFIX.length());
        if (!Files.isRegularFile(Path.of(name))) {
            throw new SmsRejectedException(
                    Code.STORE_DOWN, "There is no store " + name + "; is sms.store.url the one of the gateway?");
        }
        try {
            return new SqliteDatabase(url, connect(url, BUSY_MILLIS), Optional.empty());
        } catch (SQLException e) {
            throw cannotBeOpened(name, e);
        }
    }

    /** Whether a URL means a file that is not there. */
    static boolean isMissing(String url) {
        return understands(url)
                && !url.equals(PREFIX + MEMORY)
                && !Files.exists(Path.of(url.substring(PREFIX.length())));
    }

    private static Connection connect(String url, int busyMillis) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(busyMillis);
        return config.createConnection(url);
    }

    private static SmsRejectedException cannotBeOpened(String name, Exception e) {
        return new SmsRejectedException(
                Code.STORE_DOWN, "The store " + name + " cannot be opened: " + e.getMessage(), e);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public Clock clock(Clock own) {
        return own;
    }

    @Override
    public void readClock(Tx tx) {
        // one machine, one clock
    }

    @Override
    public boolean isSteady(Duration length) {
        return true;
    }

    @Override
    public Optional<ReadConnections> readers() {
        if (url.equals(PREFIX + MEMORY)) {
            return Optional.empty();
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS);
        try {
            return Optional.of(new SqliteReader(config.createConnection(url)));
        } catch (SQLException e) {
            throw cannotBeOpened(url, e);
        }
    }

    @Override
    public void lost() {
        // a file does not go away
    }

    @Override
    public void listen(Consumer<Mailbox> listener) {
        // nobody else has the file
    }

    @Override
    public void announce(Mailbox mailbox) {
        // nobody else has the file
    }

    @Override
    public Connection connection() {
        return connection;
    }

    /** Keeps room on the disk of the file. */
    @Override
    public LongConsumer reserve() {
        return url.equals(PREFIX + MEMORY)
                ? octets -> {}
                : new ReserveFile(Path.of(url.substring(PREFIX.length())))::look;
    }

    /** Octets that can still be written to the disk of the file; without end for one in memory or a disk that is silent. */
    @Override
    public long free() {
        if (url.equals(PREFIX + MEMORY)) {
            return Long.MAX_VALUE;
        }
        try {
            Path folder =
                    Path.of(url.substring(PREFIX.length())).toAbsolutePath().getParent();
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            LOG.debug("The free space of the disk is not known", e);
            return Long.MAX_VALUE;
        }
    }

    /** The driver would begin the next transaction with the commit of this one, and keep others out for ever. */
    @Override
    public void begin() throws SQLException {
        execute("BEGIN IMMEDIATE");
    }

    @Override
    public void commit() throws SQLException {
        execute("COMMIT");
    }

    @Override
    public void rollback() throws SQLException {
        execute("ROLLBACK");
    }

    /** Indexes are made anew from the rows; to a row that is damaged this does nothing. */
    @Override
    public boolean repair() {
        long now = System.nanoTime();
        if (repaired.filter(last -> now - last < REPAIR_PAUSE.toNanos()).isPresent()) {
            return false;
        }
        repaired = Optional.of(now);
        LOG.error(
                "The store {} is damaged. Its indexes are made anew; check the disk, and then the store (store verify)",
                url);
        try {
            execute("REINDEX");
            return true;
        } catch (SQLException e) {
            LOG.error(
                    "The store {} stays damaged: {}. Stop the gateway and bring back a copy, or what .recover of the"
                            + " program sqlite3 finds in it",
                    url,
                    e.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("The store was not closed cleanly: {}", e.getMessage());
        }
        lock.ifPresent(SqliteDatabase::release);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static FileChannel prepare(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                sync(folder.getParent());
            }
            return lock(file);
        } catch (IOException e) {
            throw cannotBeOpened(file.toString(), e);
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel).isEmpty()) {
            channel.close();
            throw new SmsRejectedException(
                    Code.STORE_DOWN,
                    "The store " + file + " is in use by another gateway; stop that one, or set another store");
        }
        return channel;
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    /** A new folder is durable only when the folder that holds it is. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }

    private static void release(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("The lock of the store was not released cleanly: {}", e.getMessage());
        }
    }
}
