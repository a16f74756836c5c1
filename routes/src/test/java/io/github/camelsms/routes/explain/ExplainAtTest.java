package io.github.camelsms.routes.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.Commands;
import io.github.camelsms.routes.Commands.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would become of a message at another time, by its account and by rules; and that asking changes nothing. */
class ExplainAtTest {

    private static final String RULES = """
            - route:
                id: gateway-us
                from: { uri: "sms:outgoing?gateway=us", steps: [ { to: "mock:us" } ] }
            - route:
                id: my-rules
                from:
                  uri: direct:sms-outgoing-rules
                  steps:
                    - filter:
                        language: { language: smsRule, expression: "time UTC in 22:00-06:00 or date in 2035-12-25..2035-12-25" }
                        steps:
                          - to: "sms-rule:reject?text=Not now"
                    - to: "sms-rule:quiet?hours=20:00-22:00&zone=UTC"
                    - to: "sms-rule:copy?to=sms:+420777000001"
            """;

    @TempDir
    private Path folder;

    private List<String> arguments;

    @BeforeEach
    void gateway() throws Exception {
        Path rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
        arguments = new ArrayList<>(List.of(
                "explain",
                "--routes=" + rules,
                "--property=sms.store.url=jdbc:sqlite:" + folder.resolve("sms.db"),
                "--property=sms.numbers.home=CZ",
                "--property=sms.accounts.joe.group=desk",
                "--property=sms.accounts.joe.password=",
                "--property=sms.accounts.joe.expires=2036-01-01",
                "--property=sms.accounts.joe.limit=5",
                "--property=sms.accounts.joe.senders=Desk",
                "--property=sms.accounts.joe.gateway=us",
                "--property=sms.groups.desk.limit=9",
                "--to=601123456"));
    }

    private Result at(String time, String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        if (!time.isEmpty()) {
            all.add("--at=" + time);
        }
        return Commands.run(all.toArray(new String[0]));
    }

    @Test
    void whatAnAccountMayIsExplainedStepByStep() {
        assertThat(at("2035-11-01T12:00:00Z", "--from=joe", "--text=hello")
                        .out()
                        .lines())
                .startsWith(
                        "account   account joe of group desk",
                        "account   gateway us, since the request names none",
                        "account   sender Desk, since the request names none",
                        "account   1 numbers as the home country writes them internationally",
                        "account   the destination is allowed",
                        "limit     account joe has used 0 of 5 parts of the month, this takes 1",
                        "limit     group desk has used 0 of 9 parts of the month, this takes 1")
                .anyMatch(line -> line.contains("copy to sms:+420777000001"))
                .endsWith("result    accepted for +420601123456, 1 part, by us");
        assertThat(at("", "--from=joe", "--text=" + "three ".repeat(200)).out())
                .contains("refused, quota_exceeded: The limit of 5 parts a month");
        assertThat(at("", "--from=joe", "--property=sms.accounts.joe.daily=3", "--property=sms.limits.daily=2")
                        .out())
                .contains("account joe has used 0 of 3 parts of the day, this takes 1")
                .contains("everybody has used 0 of 2 parts of the day, this takes 1");
        assertThat(at("", "--property=sms.limits.daily=2", "--text=" + "three ".repeat(200))
                        .out())
                .contains("refused, quota_exceeded: The limit of 2 parts a day");
        assertThat(at("", "--from=joe", "--sender=Bank").out()).contains("refused, sender_not_allowed");
        assertThat(at("", "--from=joe", "--property=sms.accounts.joe.destinations=US")
                        .out())
                .contains("refused, destination_denied");
        assertThat(at("", "--text=x").out()).startsWith("account   no account: whoever is on this machine may send");
    }

    @Test
    void accountsExpireAndMonthsBeginByThatTime() {
        assertThat(at("2035-12-31T12:00:00Z", "--from=joe").code()).isZero();
        Result expired = at("2036-01-01T00:00:00Z", "--from=joe");
        assertThat(expired.code()).isEqualTo(1);
        assertThat(expired.out()).contains("refused, account_expired");

        Commands.run(new String[] {
            "account",
            "add",
            "jim",
            "--no-password",
            "--limit=5",
            "--property=sms.store.url=jdbc:sqlite:" + folder.resolve("sms.db")
        });
        Commands.run(new String[] {
            "account", "reset", "jim", "--to=5", "--property=sms.store.url=jdbc:sqlite:" + folder.resolve("sms.db")
        });
        String noon = LocalDate.now(java.time.ZoneOffset.UTC) + "T12:00:00Z";
        assertThat(at(noon, "--from=jim").out()).contains("has used 5 of 5", "refused, quota_exceeded");
        assertThat(at("2035-11-01T12:00:00Z", "--from=jim").out())
                .contains("has used 0 of 5")
                .contains("accepted");
    }

    @Test
    void rulesAreAskedWhatTheySayThen() {
        assertThat(at("2035-11-01T23:00:00Z").out())
                .contains("if time UTC in 22:00-06:00", ": yes")
                .contains("refused, rejected_by_rule: Not now");
        assertThat(at("2035-11-01T12:00:00Z").out())
                .contains(": no", "no quiet hours in [UTC]")
                .contains("accepted");
        assertThat(at("2035-12-25T12:00:00Z").out()).contains("refused, rejected_by_rule");
        assertThat(at("2035-11-01T21:00:00Z").out()).contains("waits until 2035-11-01T22:00:00Z");
    }
}
