package io.github.camelsms.routes.rules;

import static io.github.camelsms.routes.rules.RuleBench.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.routing.Explanation;
import io.github.camelsms.sms.store.ListEntry;
import io.github.camelsms.sms.store.MessageEvent;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageState;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules for messages to be sent, by HTTP to a gateway that runs. */
class OutgoingRulesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private void awaitSent(RuleBench bench, String gateway, String... messages) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(bench.sentBy(gateway)).containsExactlyInAnyOrder(messages));
    }

    @Test
    void withoutRulesNothingHappens() throws Exception {
        try (RuleBench bench = new RuleBench(folder, Map.of(), Map.of())) {
            assertThat(bench.send("+15551234567,+15551234568", "hello", "&id=us")
                            .ids())
                    .hasSize(2);
            awaitSent(bench, "us", "+15551234567 - hello", "+15551234568 - hello");
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
            awaitSent(bench, "us", "+15551234567 - testing");
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
            awaitSent(bench, "us", "+15551234567 - hello");
            awaitSent(bench, "uk", "+447700900123 - hello");
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
            awaitSent(bench, "us", "+15551234567 - ALERT: water");
            assertThat(bench.send("+15551234567", "hello").status()).isEqualTo(403);
        }
    }

    @Test
    void fieldsAreEditedAsTheManualHasIt() throws Exception {
        try (RuleBench bench = RuleBench.outgoing(
                folder,
                "- to: { uri: \"sms-rule:edit\", parameters: { header: To, regex: \"^(\\\\+1)(.*)\", value: \"$1$2@us\" } }",
                when("to matches '^(?!.*@)(.*)$'", "- to: \"sms-rule:edit?header=To&value=%%To%%@uk\""),
                when(
                        "to matches '@'",
                        "- to: { uri: \"sms-rule:edit\", parameters: { header: To, regex: \"^(.*.@)(.*)$\","
                                + " value: \"$1@$2&sender=Desk\" } }"),
                "- to: { uri: \"sms-rule:edit\", parameters: { header: body, regex: \"(?s)^(.*)$\", value: \"[%account%] $1 & 100%\" } }")) {
            bench.send("+15551234567", "hello $1 %number%");
            bench.send("+447700900123", "hello");
            awaitSent(bench, "us", "+15551234567 Desk [] hello $1 %number% & 100%");
            awaitSent(bench, "uk", "+447700900123 Desk [] hello & 100%");
        }
    }

    @Test
    void forwardsCopiesAndAnswers() throws Exception {
        try (RuleBench bench = RuleBench.outgoing(
                folder,
                when("number is '+15550000001'", "- to: \"sms-rule:forward?to=mailto:john@example.org\""),
                when("number is '+15550000002'", "- to: \"sms-rule:forward?to=sms:+15559999999\""),
                when("number is '+15550000003'", "- to: \"sms-rule:copy?to=sms:+15558888888?id=uk;desk@example.org\""),
                when("number is '+15550000004'", "- to: \"sms-rule:respond?text=You wrote: %data%&subject=Closed\""))) {
            MessageId mailed = bench.send("+15550000001", "to John").ids().get(0);
            assertThat(bench.record(mailed).state()).isEqualTo(MessageState.CANCELLED);
            assertThat(bench.record(mailed).reason()).contains("forwarded");
            assertThat(bench.mails()).hasSize(1);
            assertThat(bench.mails().get(0))
                    .contains("To: john@example.org")
                    .contains("Subject: SMS to +15550000001")
                    .contains("X-SMS-To: +15550000001")
                    .contains("to John");
            MessageId moved =
                    bench.send("+15550000002", "to another", "&id=us").ids().get(0);
            assertThat(bench.record(moved).message().recipient().value()).isEqualTo("+15559999999");
            bench.send("+15550000003", "a copy", "&id=us");
            bench.send("+15550000004", "hello?", "&id=us&reply=joe@example.org");
            awaitSent(bench, "us", "+15559999999 - to another", "+15550000003 - a copy", "+15550000004 - hello?");
            awaitSent(bench, "uk", "+15558888888 - a copy");
            assertThat(bench.mails()).hasSize(3).anySatisfy(mail -> assertThat(mail)
                    .contains("To: joe@example.org", "Subject: Closed", "You wrote: hello?"));
        }
    }

    @Test
    void programsGetArgumentsAndNoShell() throws Exception {
        Path program = Files.writeString(
                folder.resolve("note"),
                "#!/bin/sh\nprintf '%s|' \"$#\" \"$@\" > " + folder.resolve("told") + "\ncat >> "
                        + folder.resolve("told") + "\nenv | grep -c SECRET >> " + folder.resolve("told")
                        + "\necho premium\n");
        Path failing = Files.writeString(folder.resolve("failing"), "#!/bin/sh\nexit 3\n");
        Path slow = Files.writeString(folder.resolve("slow"), "#!/bin/sh\nsleep 60\n");
        for (Path each : List.of(program, failing, slow)) {
            assertThat(each.toFile().setExecutable(true)).isTrue();
        }
        String evil = "'; touch " + folder.resolve("evil") + "; $(touch " + folder.resolve("evil") + ")\n`id`";
        try (RuleBench bench = new RuleBench(
                folder,
                Map.of(
                        "sms.exec.programs",
                        program + "," + failing + " , " + slow,
                        "sms.exec.timeout",
                        "1s",
                        "SECRET",
                        "x"),
                Map.of(
                        "rules.yaml",
                        RuleBench.route(
                                "outgoing",
                                when("body is fail", "- to: \"sms-rule:exec?program=" + failing + "\""),
                                when("body is slow", "- to: \"sms-rule:exec?program=" + slow + "\""),
                                when(
                                        "body is whatever",
                                        "- to: \"sms-rule:exec?program=" + failing + "&optional=true\""),
                                when(
                                        "body contains touch",
                                        "- to: \"sms-rule:exec?program=" + program
                                                + "&args=--to %number% %data%&output=header X-Class\""),
                                when(
                                        "header X-Class is premium",
                                        "- to: \"sms-rule:edit?header=from&value=Gold\""))))) {
            bench.send("+15551234567", evil, "&id=us");
            awaitSent(bench, "us", "+15551234567 Gold " + evil);
            assertThat(Files.readString(folder.resolve("told")))
                    .isEqualTo("3|--to|+15551234567|" + evil + "|" + evil + "0\n");
            assertThat(folder.resolve("evil")).doesNotExist();
            RuleBench.Answer failed = bench.send("+15551234567", "fail");
            assertThat(failed.status()).isEqualTo(503);
            assertThat(failed.body()).doesNotContain(failing.toString());
            assertThat(bench.send("+15551234567", "slow").status()).isEqualTo(503);
            assertThat(bench.send("+15551234567", "whatever", "&id=us").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void callsStatementsAndArchives() throws Exception {
        List<String> called = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            called.add(call.getRequestURI().getRawQuery());
            call.sendResponseHeaders(call.getRequestURI().getPath().equals("/gone") ? 404 : 204, -1);
            call.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        String database = "jdbc:sqlite:" + folder.resolve("crm.db");
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE sent (phone TEXT, said TEXT)");
            statement.execute("CREATE TABLE customer (phone TEXT, class TEXT)");
            statement.execute("INSERT INTO customer VALUES ('+15551234567', 'gold')");
        }
        try (RuleBench bench = new RuleBench(
                folder,
                Map.of("sms.sql.crm.url", database),
                Map.of(
                        "rules.yaml",
                        RuleBench.route(
                                "outgoing",
                                when("body is gone", "- to: \"sms-rule:call?url=" + url + "/gone?x=%number%\""),
                                "- to: \"sms-rule:call?url=RAW(" + url
                                        + "/sms/deliver.html?id=58&pass=1&number=%%from_alias%%&data=%%body%%)\"",
                                "- to: { uri: \"sms-rule:sql\", parameters: { database: crm, statement: \"INSERT INTO"
                                        + " sent VALUES (:number, :body)\" } }",
                                "- to: { uri: \"sms-rule:sql\", parameters: { database: crm, statement: \"SELECT class"
                                        + " FROM customer WHERE phone = :number AND 'a:b' <> :body\", output: from } }",
                                "- to: \"sms-rule:archive?folder=" + folder.resolve("archive") + "\"")))) {
            String evil = "x'); DROP TABLE sent; -- é&=%";
            assertThat(bench.send("+15551234567", evil, "&id=us").status()).isEqualTo(200);
            awaitSent(bench, "us", "+15551234567 gold " + evil);
            assertThat(called)
                    .containsExactly(
                            "id=58&pass=1&number=&data=x%27%29%3B%20DROP%20TABLE%20sent%3B%20--%20%C3%A9%26%3D%25");
            try (var connection = DriverManager.getConnection(database);
                    var rows = connection.createStatement().executeQuery("SELECT phone, said FROM sent")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("+15551234567");
                assertThat(rows.getString(2)).isEqualTo(evil);
            }
            try (var files = Files.list(folder.resolve("archive"))) {
                assertThat(Files.readString(files.findFirst().orElseThrow()))
                        .contains("\"direction\":\"outgoing\"", "\"to\":\"+15551234567\"", "DROP TABLE");
            }
            assertThat(bench.send("+15551234567", "gone", "&id=us").status()).isEqualTo(503);
            assertThat(bench.sentBy("us")).hasSize(1);
        } finally {
            server.stop(0);
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
    void quietHoursAreWaitedFor() throws Exception {
        // whatever the time is: it is quiet for all but one minute of the day
        try (RuleBench bench = RuleBench.outgoing(folder, "- to: \"sms-rule:quiet?hours=12:00-11:59&zone=UTC\"")) {
            MessageId id = bench.send("+15551234567", "x", "&id=us").ids().get(0);
            assertThat(bench.record(id).state()).isIn(MessageState.SCHEDULED, MessageState.ENROUTE);
        }
    }
}
