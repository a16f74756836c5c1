package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import io.github.camelsms.sms.store.StoreAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/** PostgreSQL's own {@code pg_dump}, whose copies {@code pg_restore} brings back. */
final class PostgresDump {

    private static final String SCHEMA = "currentSchema";

    private final StoreAddress address;

    PostgresDump(StoreAddress address) {
        this.address = address;
    }

    /**
     * Writes what was there at one moment, and reads it once more to its end.
     *
     * @param moment as {@code pg_export_snapshot()} calls it
     * @throws SmsRejectedException with {@code STORE_DOWN} when the program is not there or fails; its words are in it
     */
    void write(Path file, String moment) throws IOException {
        Properties parts = Driver.parseURL(address.url(), new Properties());
        List<String> dump = new ArrayList<>(List.of(
                "pg_dump",
                "--format=custom",
                "--no-password",
                "--snapshot=" + moment,
                "--file=" + file.toAbsolutePath()));
        dump.add("--host=" + parts.getProperty("PGHOST"));
        dump.add("--port=" + parts.getProperty("PGPORT"));
        dump.add("--dbname=" + parts.getProperty("PGDBNAME"));
        if (parts.getProperty(SCHEMA) != null) {
            dump.add("--schema=" + parts.getProperty(SCHEMA));
        }
        run(dump);
        run(List.of("pg_restore", "--file=/dev/null", file.toAbsolutePath().toString()));
    }

    private void run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        address.user().ifPresent(user -> builder.environment().put("PGUSER", user));
        address.password().ifPresent(password -> builder.environment().put("PGPASSWORD", password));
        Process process = start(builder);
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new SmsRejectedException(Code.STORE_DOWN, "There is no copy: " + said);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new SmsRejectedException(
                    Code.STORE_DOWN,
                    builder.command().get(0) + " is not there: install PostgreSQL's client programs of the server's"
                            + " version, or copy the store by the server's own means",
                    e);
        }
    }
}
