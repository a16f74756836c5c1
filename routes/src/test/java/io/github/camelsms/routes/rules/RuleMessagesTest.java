package io.github.camelsms.routes.rules;

import static io.github.camelsms.routes.rules.RuleBench.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.store.IncomingState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules send goes where its account may send to, is charged to it, and does not go round in circles. */
class RuleMessagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String AS_JOE = "&id=us&user=joe&pass=joes-pass";

    @TempDir
    private Path folder;

    private RuleBench outgoing(String... steps) throws Exception {
        return new RuleBench(
                folder,
                Map.of(
                        "sms.numbers.home", "CZ",
                        "sms.accounts.joe.password", "joes-pass",
                        "sms.accounts.joe.limit", "3"),
                Map.of("rules.yaml", RuleBench.route("outgoing", steps)));
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(condition);
    }

    private static long charged(RuleBench bench) {
        return bench.operations()
                .accounts()
                .usage(Kind.ACCOUNT, "joe", ZoneOffset.UTC)
                .toCompletableFuture()
                .join()
                .thisMonth();
    }

    @Test
    void aCopyIsChargedToTheAccountThatHasCausedIt() throws Exception {
        try (RuleBench bench = outgoing(when("body is hello", "- to: \"sms-rule:copy?to=sms:+420777000001?id=uk\""))) {
            assertThat(bench.send("+420601000001", "hello", AS_JOE).status()).isEqualTo(200);
            until(() -> bench.sentBy("uk").contains("+420777000001 - hello"));
            assertThat(charged(bench)).isEqualTo(2);
        }
    }

    @Test
    void aCopyThatMayNotBeSentIsLeftOut() throws Exception {
        try (RuleBench bench = outgoing(
                "- to: \"sms-rule:copy?to=sms:+15551234567?id=uk\"",
                "- to: \"sms-rule:copy?to=sms:+420900123456?id=uk\"")) {
            assertThat(bench.send("+420601000001", "hello", AS_JOE).status()).isEqualTo(200);
            until(() -> bench.sentBy("us").contains("+420601000001 - hello"));
            assertThat(bench.sentBy("uk")).isEmpty();
            assertThat(charged(bench)).isEqualTo(1);
        }
    }

    @Test
    void whatGoesSomewhereElseGoesWhereItMay() throws Exception {
        try (RuleBench bench = outgoing(
                when("body is one", "- to: \"sms-rule:forward?to=sms:+15551234567\""),
                when("body is two", "- to: \"sms-rule:forward?to=sms:+420777000001?id=uk;sms:+15551234567?id=uk\""))) {
            assertThat(bench.send("+420601000001", "one", AS_JOE).body()).startsWith("destination_denied");
            assertThat(bench.send("+420601000001", "two", AS_JOE).body()).startsWith("destination_denied");
        }
    }

    @Test
    void nobodyIsAnsweredWhereNothingMayGo() throws Exception {
        try (RuleBench bench = new RuleBench(
                folder,
                Map.of("sms.numbers.home", "CZ"),
                Map.of("rules.yaml", RuleBench.route("incoming", "- to: \"sms-rule:respond?text=pong\"")))) {
            bench.receive("us", "+420900123456", "premium");
            bench.receive("us", "+881612345678", "satellite");
            bench.receive("us", "+420601000001", "home");
            until(() -> bench.sentBy("us").contains("+420601000001 - pong"));
            until(() -> bench.mails().size() == 3);
            assertThat(bench.sentBy("us")).hasSize(1);
            assertThat(bench.operations().incomingCounts().toCompletableFuture().join())
                    .isEqualTo(Map.of(IncomingState.DONE, 3L));
        }
    }

    @Test
    void rulesThatCallThemselvesAreStopped() throws Exception {
        try (RuleBench bench = outgoing("- to: \"direct:sms-submit\"")) {
            RuleBench.Answer answer = bench.send("+420601000001", "hello", AS_JOE);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).startsWith("rule_failed").contains("circle");
            assertThat(new TreeMap<>(
                            bench.operations().counts().toCompletableFuture().join()))
                    .isEmpty();
            assertThat(charged(bench)).isZero();
        }
    }
}
