package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.MessageStore.Timing;
import io.github.camelsms.sms.store.UncertainPolicy;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A process that accepts, hands out and sends as fast as it can until it is killed, and prints each identity when it is
 * accepted: {@code A id}, and when a gateway begins to send it: {@code S id}.
 */
final class AcceptingProcess {

    private static final int CLIENTS = 16;

    private AcceptingProcess() {}

    /** Starts it; {@code synchronous} is SQLite's, FULL as always or OFF for the negative control. */
    static Process start(Path store, String synchronous, Path output) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AcceptingProcess.class.getName(),
                        store.toString(),
                        synchronous)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        SqliteDatabase database = SqliteDatabase.open("jdbc:sqlite:" + arguments[0]);
        try (Statement statement = database.connection().createStatement()) {
            statement.execute("PRAGMA synchronous=" + arguments[1]);
        }
        MessageStore store =
                JdbcMessageStore.open(database, Timing.DEFAULT, Clock.systemUTC(), new Intake(() -> Long.MAX_VALUE));
        store.registerGateway("us", UncertainPolicy.RETRY).toCompletableFuture().join();
        PrintStream out = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.US_ASCII);
        AtomicLong count = new AtomicLong();
        for (int i = 0; i < CLIENTS; i++) {
            client(store, out, count);
        }
        gateway(store, out);
    }

    private static void client(MessageStore store, PrintStream out, AtomicLong count) {
        Message message = Message.of(
                new PhoneNumber("+15551234567"),
                Body.text("message " + count.incrementAndGet()),
                Instant.now().plus(Duration.ofDays(1)));
        var unused = store.accept(List.of(message)).thenAccept(ids -> {
            out.println("A " + ids.get(0));
            client(store, out, count);
        });
    }

    private static void gateway(MessageStore store, PrintStream out) {
        while (true) {
            for (var leased :
                    store.handOutgoing("us", 1).toCompletableFuture().join().items()) {
                var ledger = store.ledger(leased.lease());
                ledger.open(1).toCompletableFuture().join();
                ledger.sending(1).toCompletableFuture().join();
                out.println("S " + leased.lease().id());
                ledger.accepted(1, "7").toCompletableFuture().join();
                store.sent(leased.lease(), List.of("7")).toCompletableFuture().join();
            }
        }
    }
}
