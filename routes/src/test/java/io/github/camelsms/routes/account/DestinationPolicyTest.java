package io.github.camelsms.routes.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.rules.RuleBench;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an account may send to that nobody has said anything of, and where nobody may who has not been told so. */
class DestinationPolicyTest {

    private static final Map<String, String> JOE =
            Map.of("sms.accounts.joe.password", "joes-pass", "sms.accounts.boss.password", "boss-pass");
    private static final String AS_JOE = "&user=joe&pass=joes-pass";

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
    @ParameterizedTest
    @ValueSource(strings = {"+420601123456", "+15551234567", "00420601123456", "420601123456", "601123456", "72404"})
    void withoutAHomeCountryAnAccountIsToldWhatToSet(String number) throws Exception {
        try (RuleBench bench = bench("sms.accounts.boss.destinations", "*")) {
            RuleBench.Answer refused = bench.send(number, "hi", AS_JOE);

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body())
                    .startsWith("destination_denied")
                    .contains("sms.numbers.home")
                    .doesNotContain(number);
            assertThat(bench.send("+420601123456", "hi", "&user=boss&pass=boss-pass")
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CZ, +420601123456, 200",
        "CZ, 601123456, 200",
        "CZ, 00420601123456, 200",
        "CZ, +421911123456, 403",
        "CZ, 00421911123456, 403",
        "CZ, 72404, 403",
        "CZ, +420900123456, 403",
        "CZ, +870773111111, 403",
    })
    void withOneItMaySendThere(String home, String number, int status) throws Exception {
        try (RuleBench bench = bench("sms.numbers.home", home)) {
            assertThat(bench.send(number, "hi", AS_JOE).status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+870773111111", "+88161234567", "+883510012345678", "+979123456789", "+420900123456"})
    void satellitesAndPremiumNumbersHaveToBeNamed(String number) throws Exception {
        try (RuleBench bench = bench(
                "sms.accounts.joe.destinations",
                "*",
                "sms.accounts.boss.destinations",
                "*," + number.substring(0, 8))) {
            assertThat(bench.send(number, "hi", AS_JOE).body()).startsWith("destination_denied");
            assertThat(bench.send(number, "hi", "&user=boss&pass=boss-pass").status())
                    .isEqualTo(200);
        }
        try (RuleBench open = new RuleBench(folder.resolve("open"), Map.of(), Map.of())) {
            assertThat(open.send(number, "hi").body()).startsWith("destination_denied");
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
