package io.github.camelsms.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.proofs.harness.Figures;
import io.github.camelsms.proofs.harness.Gateways;
import io.github.camelsms.proofs.harness.Mutant;
import io.github.camelsms.testing.GatewayProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R15: 64 clients of one account and a limit of 1,000 parts a month, while the gateway is killed again and again. */
class QuotaTest {

    private static final int LIMIT = 1_000;
    private static final int FEW = 100;
    private static final int CLIENTS = 64;
    private static final int MOST_KILLS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CREDENTIALS =
            "Basic " + Base64.getEncoder().encodeToString("joe:joes-pass".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private final Random random = new Random(20_261_122);
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private GatewayProcess start(List<Mutant> mutants, int limit) throws Exception {
        return Gateways.start(
                folder,
                mutants,
                "--property",
                "sms.accounts.joe.password=joes-pass",
                "--property",
                "sms.accounts.joe.limit=" + limit);
    }

    /** Sends with all clients until {@code enough} is so, then kills the gateway; an answer may get lost by that. */
    private void sendUntil(GatewayProcess gateway, java.util.concurrent.Callable<Boolean> enough) throws Exception {
        URI uri = URI.create(gateway.uri() + "?number=%2B15551234567&data=hi");
        AtomicBoolean going = new AtomicBoolean(true);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            clients.execute(() -> {
                while (going.get() && send(uri)) {
                    // the next one
                }
            });
        }
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(enough);
        gateway.kill();
        going.set(false);
        clients.shutdown();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private boolean send(URI uri) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(uri)
                            .timeout(Duration.ofSeconds(20))
                            .header("Authorization", CREDENTIALS)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            (answer.statusCode() == 200 ? acknowledged : refused).incrementAndGet();
            return answer.statusCode() == 200 || answer.body().startsWith("quota_exceeded");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int exhaust(List<Mutant> mutants, int limit, int most) throws Exception {
        int kills = 0;
        while (kills < MOST_KILLS && refused.get() == 0 && acknowledged.get() <= most) {
            try (GatewayProcess gateway = start(mutants, limit)) {
                int before = acknowledged.get();
                int enough = before + 50 + random.nextInt(limit / 3);
                sendUntil(gateway, () -> acknowledged.get() > enough || refused.get() > 0);
                kills++;
            }
        }
        return kills;
    }

    private long count(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/sms.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }

    @Test
    void theLimitIsReachedAndNeverExceeded() throws Exception {
        int kills = exhaust(List.of(), LIMIT, LIMIT);
        try (GatewayProcess gateway = start(List.of(), LIMIT)) {
            // an answer that got lost may have been the last one
            int before = refused.get();
            sendUntil(gateway, () -> refused.get() > before);
        }

        long stored = count("SELECT COUNT(*) FROM message WHERE account = 'joe'");
        long charged = count("SELECT SUM(parts) FROM account_usage WHERE owner = 'account:joe'");
        String words = stored + " stored, " + charged + " charged, " + acknowledged + " acknowledged of " + LIMIT;
        Figures.row("limit of an account, 64 clients", kills + " kills", words, "next line");
        assertThat(stored).as(words).isEqualTo(LIMIT);
        assertThat(charged).as(words).isEqualTo(LIMIT);
        assertThat(acknowledged.get()).as(words).isBetween(LIMIT - (kills + 1) * CLIENTS, LIMIT);
        assertThat(kills).isPositive();
    }

    @Test
    void noticesThatALimitIsCountedAnewEachTime() throws Exception {
        List<Mutant> mutants = List.of(Mutant.text(
                "io.github.camelsms.sms.store.jdbc.Charges", "account_usage.parts + excluded.parts", "excluded.parts"));
        exhaust(mutants, FEW, FEW + 50);

        long stored = count("SELECT COUNT(*) FROM message WHERE account = 'joe'");
        Figures.row("", "counted anew each time", stored + " stored of " + FEW, "more, as it has to");
        assertThat(stored).isGreaterThan(FEW);
    }
}
