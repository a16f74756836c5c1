package io.github.camelsms.routes.rules;

import static io.github.camelsms.routes.rules.RuleBench.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageState;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the actions of rules do to a message to be sent, by HTTP to a gateway that runs. */
class RuleActionsTest {

    @TempDir
    private Path folder;

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
            bench.awaitSent("us", "+15551234567 Desk [] hello $1 %number% & 100%");
            bench.awaitSent("uk", "+447700900123 Desk [] hello & 100%");
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
            bench.awaitSent("us", "+15559999999 - to another", "+15550000003 - a copy", "+15550000004 - hello?");
            bench.awaitSent("uk", "+15558888888 - a copy");
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
            bench.awaitSent("us", "+15551234567 Gold " + evil);
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
            bench.awaitSent("us", "+15551234567 gold " + evil);
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
}
