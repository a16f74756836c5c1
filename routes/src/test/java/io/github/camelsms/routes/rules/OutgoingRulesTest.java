package io.github.camelsms.routes.rules;

import static io.github.camelsms.routes.rules.RuleBench.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.routing.Explanation;
import io.github.camelsms.sms.store.ListEntry;
import io.github.camelsms.sms.store.MessageEvent;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules for messages to be sent, by HTTP to a gateway that runs. */
class OutgoingRulesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void withoutRulesNothingHappens() throws Exception {
        try (RuleBench bench = new RuleBench(folder, Map.of(), Map.of())) {
            assertThat(bench.send("+15551234567,+15551234568", "hello", "&id=us")
                            .ids())
                    .hasSize(2);
            bench.awaitSent("us", "+15551234567 - hello", "+15551234568 - hello");
        }
    }

    @Test
    void whatIsRejectedIsToldAndNothingElseIsSent() throws Exception {
        try (RuleBench bench = RuleBench.outgoing(
                folder,
                "- to: \"sms-rule:copy?to=archive@example.org\"",
                when("number starts with '+1777'", "- to: \"sms-rule:reject?text=No premium numbers, please\""),
                "- to: mock:after")) {
            RuleBench.Answer one = bench.send("+17775550000", "hello");
            assertThat(one.status()).isEqualTo(403);
            assertThat(one.body()).contains("No premium numbers, please").doesNotContain("recipient");
            RuleBench.Answer many = bench.send("+15551234567,+17775550000,+15551234568", "hello");
            assertThat(many.status()).isEqualTo(403);
            assertThat(many.body()).contains("recipient 2 of 3: No premium numbers, please");
            assertThat(bench.mock("after").getReceivedCounter()).isEqualTo(1);
            assertThat(bench.operations().counts().toCompletableFuture().join()).isEmpty();
            assertThat(bench.mails()).isEmpty();
        }
    }

    @Test
    void whatIsDeletedHasAnEnd() throws Exception {
        try (RuleBench bench = RuleBench.outgoing(
                folder,
                when("body contains word 'test'", "- to: \"sms-rule:delete?reason=a test\""),
                "- to: mock:after")) {
            MessageId id = bench.send("+15551234567", "only a test").ids().get(0);
            assertThat(bench.record(id).state()).isEqualTo(MessageState.CANCELLED);
            assertThat(bench.record(id).reason()).isEqualTo("deleted by a rule: a test");
            assertThat(bench.operations().history(id).toCompletableFuture().join())
                    .extracting(MessageEvent::kind)
                    .containsExactly(MessageEvent.Kind.ACCEPTED, MessageEvent.Kind.ENDED);
            assertThat(bench.mock("after").getReceivedCounter()).isZero();
            bench.send("+15551234567", "testing", "&id=us");
            bench.awaitSent("us", "+15551234567 - testing");
        }
    }

    @Test
    void someOfManyGoElsewhereAndAllAreOneTransaction() throws Exception {
        try (RuleBench bench = RuleBench.outgoing(
                folder,
                when("number starts with '+44'", "- to: \"sms-rule:edit?header=gateway&value=uk\""),
                when("number starts with '+999'", "- to: \"sms-rule:delete\""))) {
            List<MessageId> ids = bench.send("+15551234567,+447700900123,+9991234567", "hello", "&id=us")
                    .ids();
            assertThat(ids).hasSize(3).isSorted();
            bench.awaitSent("us", "+15551234567 - hello");
            bench.awaitSent("uk", "+447700900123 - hello");
            assertThat(bench.record(ids.get(2)).state()).isEqualTo(MessageState.CANCELLED);
            // a gateway that does not exist for the second of two: none is accepted
            bench.write(
                    "rules.yaml",
                    RuleBench.route(
                            "outgoing",
                            when("number starts with '+44'", "- to: \"sms-rule:edit?header=gateway&value=nosuch\"")));
            await().atMost(PATIENCE)
                    .until(() -> bench.send("+447700900124", "x").status() == 404);
            assertThat(bench.send("+15551234567,+447700900123", "hello", "&id=us")
                            .status())
                    .isEqualTo(404);
            assertThat(bench.sentBy("us")).hasSize(1);
        }
    }

    @Test
    void stopEndsTheRulesAndNotTheMessage() throws Exception {
        try (RuleBench bench = RuleBench.outgoing(
                folder,
                when("account is boss or body starts with 'ALERT'", "- stop: {}"),
                "- to: \"sms-rule:reject?text=closed\"")) {
            assertThat(bench.send("+15551234567", "ALERT: water", "&id=us").status())
                    .isEqualTo(200);
            bench.awaitSent("us", "+15551234567 - ALERT: water");
            assertThat(bench.send("+15551234567", "hello").status()).isEqualTo(403);
        }
    }

    @Test
    void aDryRunDoesNothingAndNamesEverything() throws Exception {
        try (RuleBench bench = RuleBench.outgoing(
                folder,
                when("number matches '^\\+1555'", "- to: \"sms-rule:edit?header=To&value=%%To%%@us\""),
                when("body contains nothing", "- to: \"sms-rule:reject\""),
                "- to: \"sms-rule:copy?to=archive@example.org\"",
                "- to: \"sms-rule:archive?folder=" + folder.resolve("archive") + "\"")) {
            Explanation explanation = new Explanation(Explanation.Purpose.DRY_RUN);
            Exchange done = bench.submit(exchange -> {
                exchange.setProperty(SmsConstants.EXPLANATION_PROPERTY, explanation);
                exchange.getMessage().setBody("hello");
                exchange.getMessage().setHeader(SmsConstants.TO, "+15551234567");
            });
            assertThat(done.getException()).isNull();
            assertThat(explanation.lines())
                    .filteredOn(line -> line.step().equals("rule"))
                    .extracting(Explanation.Line::decision)
                    .containsExactly(
                            "if number matches '^\\+1555': yes",
                            "edit To: '+15551234567' -> '+15551234567@us'",
                            "if body contains nothing: no",
                            "copy to archive@example.org",
                            "archive to " + folder.resolve("archive"));
            assertThat(bench.mails()).isEmpty();
            assertThat(folder.resolve("archive")).doesNotExist();
            assertThat(bench.operations().counts().toCompletableFuture().join()).isEmpty();
        }
    }

    @Test
    void listsOfFilesAndOfTheStore() throws Exception {
        Files.createDirectories(folder.resolve("lists"));
        Path file =
                Files.writeString(folder.resolve("lists/deny.txt"), "# not these\n+1 555 123-4567\n+1777* # premium\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        try (RuleBench bench =
                RuleBench.outgoing(folder, when("number in list deny", "- to: \"sms-rule:reject?text=denied\""))) {
            assertThat(bench.send("+15551234567", "x").status()).isEqualTo(403);
            assertThat(bench.send("+17771", "x").status()).isEqualTo(403);
            assertThat(bench.send("+15551234568", "x", "&id=us").status()).isEqualTo(200);
            bench.operations()
                    .phoneLists()
                    .add("deny", List.of(ListEntry.parse("+15551234568")))
                    .toCompletableFuture()
                    .join();
            assertThat(bench.send("+15551234568", "x").status()).isEqualTo(403);
            Files.writeString(file, "+1 555 000 0000\n" + "x".repeat(300) + "\n");
            await().pollDelay(Duration.ofSeconds(1))
                    .until(() -> bench.send("+15551234567", "x").status() == 403);
            Files.writeString(file, "+1 555 000 0001\n");
            await().atMost(PATIENCE)
                    .until(() -> bench.send("+15551234567", "x", "&id=us").status() == 200);
        }
    }

    @Test
    void aListThatCannotBeReadFailsTheRuleAndIsNotEmpty() throws Exception {
        Files.createDirectories(folder.resolve("lists/deny.txt"));
        try (RuleBench bench =
                RuleBench.outgoing(folder, when("number in list deny", "- to: \"sms-rule:reject?text=denied\""))) {
            RuleBench.Answer answer = bench.send("+15551234567", "x");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).doesNotContain("deny.txt");
        }
    }

    @Test
    void quietHoursAreWaitedFor() throws Exception {
        // whatever the time is: it is quiet for all but one minute of the day
        try (RuleBench bench = RuleBench.outgoing(folder, "- to: \"sms-rule:quiet?hours=12:00-11:59&zone=UTC\"")) {
            MessageId id = bench.send("+15551234567", "x", "&id=us").ids().get(0);
            assertThat(bench.record(id).state()).isIn(MessageState.SCHEDULED, MessageState.ENROUTE);
        }
    }
}
