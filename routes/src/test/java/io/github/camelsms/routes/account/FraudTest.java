package io.github.camelsms.routes.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.github.camelsms.routes.rules.RuleBench;
import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.Accounts;
import io.github.camelsms.sms.account.PasswordHash;
import io.github.camelsms.sms.account.Terms;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traffic that is pumped through a whole gateway, what it does about it, and whom it tells. */
class FraudTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String AS_JOE = "&user=joe&pass=joes-pass";

    @TempDir
    private Path folder;

    private RuleBench bench(String... settings) throws Exception {
        Map<String, String> all = new TreeMap<>(Map.of(
                "sms.numbers.home", "CZ",
                "sms.groups.default.destinations", "*"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        RuleBench bench = new RuleBench(folder, all, Map.of());
        bench.operations()
                .accounts()
                .add(AccountEntry.account("joe")
                        .withPassword(Optional.of(PasswordHash.of("joes-pass")))
                        .withTerms(Terms.of(Map.of("mail", "joe@example.org"))))
                .toCompletableFuture()
                .join();
        Accounts accounts = bench.context().getRegistry().lookupByNameAndType("smsAccounts", Accounts.class);
        await().atMost(PATIENCE).until(() -> accounts.contains("joe"));
        return bench;
    }

    /** 10,000 numbers in a row: who pumps stops being served after a hundred of them or less. */
    @ParameterizedTest
    @CsvSource({"sms.fraud.perBlock, 100/h, 100", "sms.fraud.consecutive, 30, 31"})
    void pumpingIsStopped(String setting, String limit, int most) throws Exception {
        try (RuleBench bench = bench(
                "sms.fraud.action", "refuse", "sms.fraud.perBlock", "", "sms.fraud.consecutive", "0", setting, limit)) {
            int accepted = 0;
            RuleBench.Answer answer = bench.send("+420601000001", "hi", AS_JOE);
            for (int i = 2; i <= 10_000 && answer.status() == 200; i++) {
                accepted++;
                answer = bench.send("+4206010" + (10_000 + i), "hi", AS_JOE);
            }
            assertThat(accepted).isEqualTo(most);
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.body()).startsWith("rate_limited");
        }
    }

    @Test
    void anAccountIsDisabledAndOthersAreNot() throws Exception {
        try (RuleBench bench = bench(
                "sms.fraud.action",
                "disable",
                "sms.fraud.perRecipient",
                "3/d",
                "sms.accounts.jim.password",
                "jims-pass")) {
            for (int i = 0; i < 3; i++) {
                assertThat(bench.send("+420601000001", "hi", AS_JOE).status()).isEqualTo(200);
            }
            assertThat(bench.send("+420601000001", "hi", AS_JOE).body()).startsWith("rate_limited");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            bench.send("+420601000002", "hi", AS_JOE).body())
                    .startsWith("account_inactive"));
            assertThat(bench.send("+420601000001", "hi", "&user=jim&pass=jims-pass")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void anAlarmGoesEverywhereOnceAndIsCounted() throws Exception {
        List<String> posted = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try (RuleBench bench = bench(
                "sms.fraud.perRecipient",
                "2/d",
                "sms.alarm.webhook",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/alarms",
                "sms.alarm.mail",
                "noc@example.org",
                "sms.alarm.number",
                "+420777000001@uk",
                "camel.beans.meters",
                "#class:io.micrometer.core.instrument.simple.SimpleMeterRegistry")) {
            for (int i = 0; i < 5; i++) {
                assertThat(bench.send("+420601000001", "secret text", AS_JOE + "&id=us")
                                .status())
                        .isEqualTo(200);
            }
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(posted).singleElement().satisfies(event -> assertThat(event)
                        .contains("\"alarm\":\"fraud-recipient\"", "account joe sends more than 2/d"));
                assertThat(bench.mails()).singleElement().satisfies(mail -> assertThat(mail)
                        .contains("To: noc@example.org", "Alarm_fraud-recipient:_account_joe", "auto-generated"));
                assertThat(bench.sentBy("uk")).singleElement().satisfies(sms -> assertThat(sms)
                        .startsWith("+420777000001 - Alarm fraud-recipient: account joe"));
            });
            String all =
                    posted.get(0) + bench.mails().get(0) + bench.sentBy("uk").get(0);
            assertThat(all).doesNotContain("secret text", "+420601000001");
            MeterRegistry meters = bench.context().getRegistry().findSingleByType(MeterRegistry.class);
            assertThat(meters.counter("sms.alarms", "kind", "fraud-recipient").count())
                    .isEqualTo(3);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aCountryIsNewOnceAndTheFirstIsNoNews() throws Exception {
        try (RuleBench bench = bench("sms.alarm.mail", "noc@example.org")) {
            bench.send("+420601000001", "hi", AS_JOE);
            await().atMost(PATIENCE).until(() -> seen(bench).equals(List.of("joe/", "joe/cz")));
            bench.send("+447700900123", "hi", AS_JOE);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(bench.mails())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail).contains("Alarm new-country: account joe sends to GB")));
            bench.send("+447700900124", "hi", AS_JOE);
        }
        try (RuleBench again = new RuleBench(
                folder,
                Map.of(
                        "sms.numbers.home",
                        "CZ",
                        "sms.groups.default.destinations",
                        "*",
                        "sms.alarm.mail",
                        "noc@example.org"),
                Map.of())) {
            again.send("+447700900125", "hi", AS_JOE);
            again.send("+33612345678", "hi", AS_JOE);
            await().atMost(PATIENCE).until(() -> again.mails().size() == 2);
            assertThat(seen(again)).containsExactly("joe/", "joe/cz", "joe/fr", "joe/gb");
        }
    }

    private static List<String> seen(RuleBench bench) {
        return bench.operations()
                .phoneLists()
                .entries(NewCountries.LIST, Optional.empty(), 10)
                .toCompletableFuture()
                .join();
    }

    @Test
    void limitsOfOneAddressAndOfADay() throws Exception {
        try (RuleBench bench = bench("sms.limits.perClient", "3/d", "sms.accounts.jim.password", "jims-pass")) {
            assertThat(bench.send("+420601000001,+420602000001", "hi", AS_JOE).status())
                    .isEqualTo(200);
            String jim = "&user=jim&pass=jims-pass";
            assertThat(bench.send("+420603000001", "hi", jim).status()).isEqualTo(200);
            assertThat(bench.send("+420604000001", "hi", jim).body()).startsWith("rate_limited");
            assertThat(bench.send("+420604000001", "hi", AS_JOE).body()).startsWith("rate_limited");
        }
        try (RuleBench bench = new RuleBench(
                folder.resolve("daily"),
                Map.of(
                        "sms.numbers.home", "CZ",
                        "sms.limits.daily", "4",
                        "sms.accounts.jim.password", "jims-pass",
                        "sms.accounts.jim.daily", "3",
                        "sms.accounts.joe.password", "joes-pass"),
                Map.of())) {
            String jim = "&user=jim&pass=jims-pass";
            assertThat(bench.send("+420603000001", "three".repeat(70), jim).status())
                    .isEqualTo(200);
            assertThat(bench.send("+420603000001", "one", jim).body())
                    .startsWith("quota_exceeded")
                    .contains("3 parts a day");
            assertThat(bench.send("+420603000001", "one", AS_JOE).status()).isEqualTo(200);
            assertThat(bench.send("+420603000001", "one", AS_JOE).body())
                    .startsWith("quota_exceeded")
                    .contains("4 parts a day");
        }
    }
}
