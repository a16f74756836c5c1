package io.github.camelsms.routes.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.rules.RuleBench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an account may send to that nobody has said anything of, and where nobody may who has not been told so. */
class DestinationPolicyTest {

    private static final Map<String, String> JOE =
            Map.of("sms.accounts.joe.password", "joes-pass", "sms.accounts.boss.password", "boss-pass");
    private static final String AS_JOE = "&user=joe&pass=joes-pass";
    private static final String AS_BOSS = "&user=boss&pass=boss-pass";

    /** Satellites, international services, and a premium number. */
    private static final List<String> COSTLY =
            List.of("+870773111111", "+88161234567", "+883510012345678", "+979123456789", "+420900123456");

    @TempDir
    private Path folder;

    private RuleBench bench(String... more) throws Exception {
        Map<String, String> settings = new TreeMap<>(JOE);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return new RuleBench(folder, settings, Map.of());
    }

    /** Without a plus a network or a provider may take them for numbers of any country. */
    @Test
    void withoutAHomeCountryAnAccountIsToldWhatToSet() throws Exception {
        try (RuleBench bench = bench("sms.accounts.boss.destinations", "*")) {
            for (String number :
                    List.of("+420601123456", "+15551234567", "00420601123456", "420601123456", "601123456", "72404")) {
                RuleBench.Answer refused = bench.send(number, "hi", AS_JOE);

                assertThat(refused.status()).as(number).isEqualTo(403);
                assertThat(refused.body())
                        .startsWith("destination_denied")
                        .contains("sms.numbers.home")
                        .doesNotContain(number);
            }
            assertThat(bench.send("+420601123456", "hi", AS_BOSS).status()).isEqualTo(200);
        }
    }

    @Test
    void withOneItMaySendThere() throws Exception {
        try (RuleBench bench = bench("sms.numbers.home", "CZ")) {
            for (String number : List.of("+420601123456", "601123456", "00420601123456")) {
                assertThat(bench.send(number, "hi", AS_JOE).status()).as(number).isEqualTo(200);
            }
            for (String number :
                    List.of("+421911123456", "00421911123456", "72404", "+420900123456", "+870773111111")) {
                assertThat(bench.send(number, "hi", AS_JOE).body()).as(number).startsWith("destination_denied");
            }
        }
    }

    @Test
    void whatCostsAFortuneHasToBeNamed() throws Exception {
        List<String> prefixes =
                COSTLY.stream().map(number -> number.substring(0, 8)).toList();
        try (RuleBench bench = bench(
                "sms.accounts.joe.destinations",
                "*",
                "sms.accounts.boss.destinations",
                "*," + String.join(",", prefixes))) {
            for (String number : COSTLY) {
                assertThat(bench.send(number, "hi", AS_JOE).body()).as(number).startsWith("destination_denied");
                assertThat(bench.send(number, "hi", AS_BOSS).status())
                        .as(number)
                        .isEqualTo(200);
            }
        }
        try (RuleBench open = new RuleBench(folder.resolve("open"), Map.of(), Map.of())) {
            for (String number : COSTLY) {
                assertThat(open.send(number, "hi").body()).as(number).startsWith("destination_denied");
            }
            assertThat(open.send("+15551234567", "hi").status()).isEqualTo(200);
            assertThat(open.send("72404", "hi").status()).isEqualTo(200);
        }
    }

    @Test
    void theGroupDefaultSpeaksForAllWhoSayNothing() throws Exception {
        try (RuleBench bench = bench("sms.groups.default.destinations", "US")) {
            assertThat(bench.send("+15551234567", "hi", AS_JOE).status()).isEqualTo(200);
            assertThat(bench.send("+420601123456", "hi", AS_JOE).body())
                    .startsWith("destination_denied")
                    .doesNotContain("sms.numbers.home");
        }
    }
}
