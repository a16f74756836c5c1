package io.github.camelsms.routes.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SafeRegexTest {

    private static final int LENGTH = 4_000;

    private record Attack(String regex, String prefix, String pump, String suffix) {

        String text() {
            return prefix + pump.repeat(LENGTH / pump.length()) + suffix;
        }
    }

    @Test
    void twoHundredAttacksAreOverInNoTime() throws Exception {
        List<Attack> attacks = attacks();
        assertThat(attacks).hasSizeGreaterThanOrEqualTo(200);
        List<Long> millis = new ArrayList<>();
        int refused = 0;
        int linear = 0;
        for (int round = 0; round < 2; round++) {
            millis.clear();
            refused = 0;
            linear = 0;
            for (Attack attack : attacks) {
                SafeRegex regex;
                try {
                    regex = SafeRegex.of(attack.regex());
                } catch (IllegalArgumentException e) {
                    refused++;
                    continue;
                }
                linear += regex.isLinear() ? 1 : 0;
                long start = System.nanoTime();
                regex.find(attack.text());
                millis.add((System.nanoTime() - start) / 1_000_000);
            }
        }
        millis.sort(Long::compare);
        long p99 = millis.get(millis.size() * 99 / 100);
        System.out.printf(
                "%d attacks of %d characters: %d by RE2, %d refused, p50 %d ms, p99 %d ms, worst %d ms%n",
                attacks.size(),
                LENGTH,
                linear,
                refused,
                millis.get(millis.size() / 2),
                p99,
                millis.get(millis.size() - 1));
        // 2 ms on a quiet machine
        assertThat(p99).isLessThan(250);
        assertThat(linear).isGreaterThan(100);
        assertThat(refused).isGreaterThan(10);
    }

    @Test
    void anAttackThatNoProbeForesaw() {
        SafeRegex regex = SafeRegex.of("^z(q|q)*\\1!$");
        assertThat(regex.isLinear()).isFalse();
        long before = SafeRegex.overBudget();
        assertThat(regex.find("z" + "q".repeat(60))).isFalse();
        assertThat(SafeRegex.overBudget()).isEqualTo(before + 1);
        assertThat(regex.find("zqq!")).isTrue();
        assertThat(SafeRegex.of("^z(q|q)*\\1q$").find("zqqq")).isTrue();
    }

    @Test
    void aDeepStackIsOverBudgetToo() {
        SafeRegex regex = SafeRegex.of("(?=q)(q|qw)+(?!z)$");
        assertThat(regex.find("q".repeat(4_000) + "z")).isFalse();
    }

    @Test
    void theExpressionsOfTheManual() {
        SafeRegex unrouted = SafeRegex.of("^(?!.*@)(.*)$");
        assertThat(unrouted.find("+15551234567")).isTrue();
        assertThat(unrouted.find("+15551234567@us")).isFalse();
        assertThat(unrouted.first("+15551234567").orElseThrow().group(1)).isEqualTo("+15551234567");
        Found america = SafeRegex.of("^(\\+1)(.*)").first("+15551234567").orElseThrow();
        assertThat(america.groups()).containsExactly("+15551234567", "+1", "5551234567");
        SafeRegex senders = SafeRegex.of("(\\+15551234567)|(\\+15551238866)");
        assertThat(senders.find("+15551238866")).isTrue();
        assertThat(senders.find("+15551238867")).isFalse();
        assertThat(senders.first("+15551238866").orElseThrow().groups())
                .containsExactly("+15551238866", "", "+15551238866");
        SafeRegex routed = SafeRegex.of("^(.*.@)(.*)$");
        assertThat(routed.first("+1555@us").orElseThrow().groups()).containsExactly("+1555@us", "+1555@", "us");
        SafeRegex digits = SafeRegex.of("(.?[\\d]*)(?!@)");
        assertThat(digits.matches("+15551234567")).isTrue();
        assertThat(digits.matches("+15551234567@us")).isFalse();
        assertThat(SafeRegex.of("^([0-9]).*").find("123")).isTrue();
    }

    @Test
    void caseAndLines() {
        assertThat(SafeRegex.ofAnyCase("^stop$").find("STOP")).isTrue();
        assertThat(SafeRegex.of("^stop$").find("STOP")).isFalse();
        assertThat(SafeRegex.ofLines("^ID: (.*)$").all("ID: 1\nERR: x\nID: 2"))
                .extracting(found -> found.group(1))
                .containsExactly("1", "2");
        assertThat(SafeRegex.ofLines("^ID: (.*)$(?!\nERR)").all("ID: 1\nERR: x\nID: 2"))
                .extracting(found -> found.group(1))
                .containsExactly("2");
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThatThrownBy(() -> SafeRegex.of("(abc")).hasMessageContaining("'(abc' is no regular expression");
        assertThatThrownBy(() -> SafeRegex.of("(?=a)(a+)+!$")).hasMessageContaining("too many steps");
        assertThatThrownBy(() -> SafeRegex.of("((a{1,1000}){1,1000}){1,1000}")).hasMessageContaining("too large");
        assertThatThrownBy(() -> SafeRegex.of("(\\d{1,9}){1,90}$"))
                .hasMessageContaining("too large")
                .hasMessageContaining("1802");
        assertThat(SafeRegex.of("^.{0,200}stop.{0,200}$").find("please stop")).isTrue();
        assertThatThrownBy(() -> SafeRegex.of("a".repeat(1_001))).hasMessageContaining("too large");
    }

    private static List<Attack> attacks() throws Exception {
        try (InputStream in = SafeRegexTest.class.getResourceAsStream("/regex/redos.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(line -> line.split("\t", -1))
                    .map(columns -> new Attack(columns[0], plain(columns[1]), plain(columns[2]), plain(columns[3])))
                    .toList();
        }
    }

    private static String plain(String written) {
        return written.replace("\\u0001", "\u0001").translateEscapes();
    }
}
