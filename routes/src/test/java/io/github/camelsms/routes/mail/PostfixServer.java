package io.github.camelsms.routes.mail;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Debian's Postfix in a folder of its own: it takes mail for some mailboxes of example.org and delivers it to files. */
final class PostfixServer implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/postfix");
    private static final Path DAEMONS = Path.of("/usr/lib/postfix/sbin");

    private final Path folder;
    private final int port;

    private PostfixServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Why there can be none here; empty when there can. */
    static String whyNot() {
        if (!Files.isExecutable(PROGRAM) || !Files.isDirectory(DAEMONS)) {
            return "Postfix is not installed: no mail server of others takes the mails of the gateway";
        }
        return System.getProperty("user.name").equals("root") ? "" : "Postfix is started by root only";
    }

    /** One that is not running yet, at a port that nobody has. */
    static PostfixServer of(String... mailboxes) throws IOException {
        // its processes belong to other users
        Path folder = Files.createTempDirectory(
                "postfix", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        PostfixServer server = new PostfixServer(folder, port);
        server.configure(List.of(mailboxes));
        return server;
    }

    private void configure(List<String> mailboxes) throws IOException {
        for (String name : List.of("queue", "lib", "mail")) {
            Files.createDirectory(folder.resolve(name));
        }
        var users = folder.getFileSystem().getUserPrincipalLookupService();
        Files.setOwner(folder.resolve("lib"), users.lookupPrincipalByName("postfix"));
        Files.setOwner(folder.resolve("mail"), users.lookupPrincipalByName("nobody"));
        int nobody = (Integer) Files.getAttribute(folder.resolve("mail"), "unix:uid");
        StringBuilder table = new StringBuilder();
        mailboxes.forEach(
                name -> table.append(name).append("@example.org=").append(name).append("/ "));
        Files.writeString(folder.resolve("main.cf"), """
            compatibility_level = 3.6
            queue_directory = %1$s/queue
            data_directory = %1$s/lib
            maillog_file = /dev/stdout
            daemon_directory = %2$s
            myhostname = mx.example.org
            mydestination =
            inet_interfaces = loopback-only
            inet_protocols = ipv4
            mynetworks = 127.0.0.0/8
            virtual_mailbox_domains = example.org
            virtual_mailbox_base = %1$s/mail
            virtual_mailbox_maps = inline:{%3$s}
            virtual_uid_maps = static:%4$d
            virtual_gid_maps = static:%4$d
            virtual_minimum_uid = 1
            default_transport = error:no mail leaves this test
            """.formatted(
                        folder, DAEMONS, table.toString().strip().replace(" ", ", "), nobody));
        StringBuilder services = new StringBuilder("127.0.0.1:" + port + " inet n - n - - smtpd\n");
        services.append("postlog unix-dgram n - n - 1 postlogd\n");
        services.append("virtual unix - n n - - virtual\n");
        services.append("cleanup unix n - n - 0 cleanup\npickup unix n - n 60 1 pickup\n");
        services.append("qmgr unix n - n 300 1 qmgr\nrewrite unix - - n - - trivial-rewrite\n");
        for (String name : List.of("bounce", "defer", "trace")) {
            services.append(name).append(" unix - - n - 0 bounce\n");
        }
        for (String name : List.of("verify", "proxymap", "error", "anvil")) {
            services.append(name).append(" unix - - n - 1 ").append(name).append('\n');
        }
        services.append("retry unix - - n - - error\n");
        Files.writeString(folder.resolve("master.cf"), services);
    }

    int port() {
        return port;
    }

    /** Starts it; returns when it listens. */
    void start() throws IOException {
        new ProcessBuilder(PROGRAM.toString(), "-c", folder.toString(), "start-fg")
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        await().atMost(Duration.ofSeconds(60)).until(this::listens);
    }

    void stop() throws Exception {
        new ProcessBuilder(PROGRAM.toString(), "-c", folder.toString(), "stop")
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start()
                .waitFor(60, TimeUnit.SECONDS);
        await().atMost(Duration.ofSeconds(60)).until(() -> !listens());
    }

    private boolean listens() {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return client.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** What a mailbox has, as files. */
    List<String> mails(String mailbox) throws IOException {
        Path folderOf = folder.resolve("mail").resolve(mailbox).resolve("new");
        List<String> mails = new ArrayList<>();
        if (Files.isDirectory(folderOf)) {
            try (Stream<Path> files = Files.list(folderOf)) {
                for (Path file : files.sorted().toList()) {
                    mails.add(Files.readString(file));
                }
            }
        }
        return mails;
    }

    @Override
    public void close() throws Exception {
        if (listens()) {
            stop();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
