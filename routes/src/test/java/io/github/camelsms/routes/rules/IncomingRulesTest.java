package io.github.camelsms.routes.rules;

import static io.github.camelsms.routes.rules.RuleBench.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.sms.store.IncomingState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules for received messages. */
class IncomingRulesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private void awaitMails(RuleBench bench, int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(bench.mails()).hasSize(count));
    }

    private void awaitDone(RuleBench bench, long count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(bench.operations()
                        .incomingCounts()
                        .toCompletableFuture()
                        .join())
                .isEqualTo(Map.of(IncomingState.DONE, count)));
    }

    @Test
    void aRuleDeliversOrDeletesOrLetsPass() throws Exception {
        try (RuleBench bench = RuleBench.incoming(
                folder,
                when(
                        "from matches '(\\+15551234567)|(\\+15551238866)'",
                        "- to: \"sms-rule:forward?to=mailto:john.doe@example.org\""),
                when("body contains word spam", "- to: \"sms-rule:delete?reason=spam\""),
                when("body starts with 'sales'", "- to: \"sms-rule:edit?header=To&value=sales@example.org\""))) {
            bench.receive("us", "+15551238866", "for John");
            awaitMails(bench, 1);
            assertThat(bench.mails().get(0))
                    .contains("To: john.doe@example.org", "Subject: SMS from +15551238866", "for John");
            bench.receive("us", "+15550000000", "this is spam");
            awaitDone(bench, 2);
            bench.receive("us", "+15550000000", "for the desk");
            bench.receive("us", "+15550000000", "sales, please");
            awaitMails(bench, 3);
            assertThat(String.join("\n\n", bench.mails()))
                    .contains("To: postmaster@example.org")
                    .contains("To: sales@example.org")
                    .doesNotContain("spam");
            awaitDone(bench, 4);
        }
    }

    @Test
    void answersAndForwardsToPhones() throws Exception {
        try (RuleBench bench = RuleBench.incoming(
                folder,
                when("body is ping", "- to: \"sms-rule:respond?text=pong to %from%\""),
                when("body starts with fire", "- to: \"sms-rule:forward?to=sms:+15559999999?id=uk\""))) {
            bench.receive("us", "+15551234567", "Ping");
            bench.receive("us", "+15551234567", "PING");
            bench.receive("us", "8080", "ping");
            bench.receive("us", "Bank", "ping");
            bench.receive("other", "+15551234568", "ping");
            bench.receive("us", "+15551234567", "fire in the kitchen");
            awaitDone(bench, 6);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(bench.sentBy("uk").stream()
                            .filter(message -> message.startsWith("+15559999999"))
                            .toList())
                    .containsExactly("+15559999999 - +15551234567: fire in the kitchen"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(bench.sentBy("us"))
                    .contains("+15551234567 - pong to +15551234567")
                    .hasSizeLessThanOrEqualTo(2));
            List<String> all = new java.util.ArrayList<>(bench.sentBy("us"));
            all.addAll(bench.sentBy("uk"));
            assertThat(all.stream().filter(message -> message.contains("pong")))
                    .containsExactlyInAnyOrder(
                            "+15551234567 - pong to +15551234567", "+15551234568 - pong to +15551234568");
        }
    }

    @Test
    void aRuleThatFailsLosesNothing() throws Exception {
        try (RuleBench bench =
                RuleBench.incoming(folder, when("body is bad", "- to: \"sms-rule:call?url=http://127.0.0.1:1/x\""))) {
            bench.receive("us", "+15551234567", "bad");
            bench.receive("us", "+15551234567", "good");
            awaitMails(bench, 1);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(bench.operations()
                            .incomingCounts()
                            .toCompletableFuture()
                            .join())
                    .containsEntry(IncomingState.DONE, 1L)
                    .hasSize(2));
        }
    }

    @Test
    void stopStartAndHelp() throws Exception {
        String outgoing = RuleBench.route("outgoing", "- to: \"sms-rule:suppress?list=optout-%gateway%\"");
        String incoming = RuleBench.route(
                "incoming",
                "- to: { uri: \"sms-rule:optout\", parameters: { list: \"optout-%gateway%\", stop: \"STOP,OPT OUT,ARRET\","
                        + " stopText: \"Bye & good luck\", helpText: \"Call 555\" } }");
        try (RuleBench bench =
                new RuleBench(folder, Map.of(), Map.of("outgoing.yaml", outgoing, "incoming.yaml", incoming))) {
            bench.receive("us", "+15551234567", " stop!! ");
            awaitMails(bench, 1);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(bench.sentBy("us")).contains("+15551234567 - Bye & good luck"));
            RuleBench.Answer refused = bench.send("+15551234567", "after", "&id=us");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).contains("opted_out");
            assertThat(bench.send("+15551234567", "other list", "&id=uk").status())
                    .isEqualTo(200);
            bench.receive("us", "+15551234567", "help");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(bench.sentBy("us")).contains("+15551234567 - Call 555"));
            bench.receive("us", "+15551234568", "stop by the shop");
            bench.receive("us", "+15551234567", "Start");
            awaitMails(bench, 4);
            await().atMost(PATIENCE)
                    .until(() -> bench.send("+15551234567", "again", "&id=us").status() == 200);
            assertThat(bench.send("+15551234568", "hello", "&id=us").status()).isEqualTo(200);
            assertThat(bench.operations()
                            .phoneLists()
                            .entries("optout-us", Optional.empty(), 9)
                            .toCompletableFuture()
                            .join())
                    .isEmpty();
        }
    }
}
