package io.github.camelsms.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of its own, on loopback and in a folder that goes away with it: the programs of the operating
 * system's package. They refuse to run as root; then they run as the user {@code postgres}.
 */
public final class PostgresServer implements AutoCloseable {

    /** Who owns everything in it and needs no password. */
    public static final String USER = "sms";

    private static final long SECONDS = 60;

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Why there can be none here; empty when there can. */
    public static String whyNot() {
        if (programs().isEmpty()) {
            return "there is no PostgreSQL server: install the package postgresql";
        }
        if (isRoot() && postgres().isEmpty()) {
            return "PostgreSQL does not run as root, and there is no user postgres";
        }
        return "";
    }

    /** Makes a server and starts it. */
    public static PostgresServer start() throws IOException {
        Path folder = Files.createTempDirectory("sms-postgres");
        if (isRoot()) {
            Files.setOwner(folder, postgres().orElseThrow());
        }
        PostgresServer server = new PostgresServer(programs().orElseThrow(), folder, freePort());
        server.run(
                "initdb", "--auth=trust", "--username=" + USER, "--encoding=UTF8", "--locale=C", "-D", server.data());
        server.resume();
        return server;
    }

    /** Starts a server that was stopped. */
    public void resume() throws IOException {
        run(
                "pg_ctl",
                "--wait",
                "-D",
                data(),
                "-l",
                folder.resolve("log.txt").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''",
                "start");
    }

    /** Stops it and ends all connections. */
    public void stop() throws IOException {
        run("pg_ctl", "--wait", "-m", "immediate", "-D", data(), "stop");
    }

    /** On loopback. */
    public int port() {
        return port;
    }

    /** The JDBC URL of a schema of that name, which is made when it is not there. */
    public String url(String schema) {
        execute("CREATE SCHEMA IF NOT EXISTS " + schema);
        return url() + "?currentSchema=" + schema;
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** Runs SQL as the owner of the server. */
    public void execute(String sql) {
        try (var connection = java.sql.DriverManager.getConnection(url(), USER, "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (IOException e) {
            System.err.println("The server was stopped already: " + e.getMessage());
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile("sms-postgres", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command + ": " + Files.readString(said, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(said);
        }
    }

    /** Debian keeps the programs of each version in a folder of its own, others have them on the path. */
    private static Optional<Path> programs() {
        List<Path> folders = new ArrayList<>();
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.sorted((a, b) -> b.compareTo(a)).forEach(version -> folders.add(version.resolve("bin")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            folders.add(Path.of(folder));
        }
        return folders.stream()
                .filter(folder ->
                        Files.isExecutable(folder.resolve("initdb")) && Files.isExecutable(folder.resolve("pg_ctl")))
                .findFirst();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Optional<UserPrincipal> postgres() {
        try {
            return Optional.of(
                    Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
