package io.github.camelsms.routes.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsms.routes.Commands;
import io.github.camelsms.routes.Commands.Result;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code explain} with the files of the example that the documentation shows. */
class ExplainCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLE = Path.of("../examples/least-cost-routing");
    /** A working day, noon in Berlin. */
    private static final String MONDAY = "2026-11-23T12:00:00+01:00";

    private static final String SATURDAY = "2026-11-28T12:00:00+01:00";

    @TempDir
    private Path folder;

    private String[] explain;

    @BeforeEach
    void arguments() {
        explain = new String[] {
            "explain",
            "--config",
            EXAMPLE.resolve("gateway.properties").toString(),
            "--routes",
            EXAMPLE.resolve("gateways.yaml").toString(),
            "--property",
            "sms.routing.prices=" + EXAMPLE.resolve("rates"),
            "--property",
            "sms.store.url=jdbc:sqlite:" + folder.resolve("sms.db"),
            "--from",
            "shop",
        };
    }

    private List<String> lines(String... more) {
        Result result = Commands.run(explain, more);
        assertThat(result.err()).isEmpty();
        return result.out().lines().toList();
    }

    @Test
    void theCheapestGatewayIsChosenAndTheLineIsNamed() {
        assertThat(lines("--to", "+15551234567", "--text", "hello [world]", "--at", MONDAY))
                .containsExactly(
                        "account   account shop",
                        "account   the destination is allowed",
                        "route     to +15551234567, US, of no known range",
                        "route     candidate us: 0.0079 USD a part (us.csv:3, +1), score 100",
                        "route     candidate eu: 0.0110 EUR a part (europe.csv:6, +1), score 90",
                        "route     refused card has no price line for this number",
                        "route     chosen us,eu by leastCost, failover, roundRobin; 1 part for 0.0079 USD",
                        "text      GSM7, 15 septets in 1 part of 160; room for 145 more",
                        "text      two septets each: '[', ']'",
                        "result    accepted for +15551234567, 1 part, by us, then eu");
    }

    @Test
    void timeNetworkAndHomeCountry() {
        assertThat(lines("--to", "015112345678", "--at", MONDAY)).anyMatch(line -> line.contains("chosen eu,card,us"));
        assertThat(lines("--to", "015112345678", "--at", SATURDAY))
                .anyMatch(line -> line.contains("chosen card,eu,us"));
        assertThat(lines("--to", "015112345678", "--at", "2026-11-28T23:00:00+01:00"))
                .anyMatch(
                        line -> line.contains("refused card does not send at this time, but from 2026-11-29T06:00:00Z"))
                .anyMatch(line -> line.contains("chosen eu,us"));
        assertThat(lines("--to", "+4915112345678", "--network", "262-01", "--at", MONDAY))
                .anyMatch(line -> line.contains("candidate eu: 0.0590 EUR a part (europe.csv:4, 262/01)"));
        assertThat(lines("--to", "72345", "--at", MONDAY)).anyMatch(line -> line.contains("chosen card,us"));
    }

    @Test
    void whatAnAccountMayNotIsSaidFirst() {
        String[] byNobody = explain.clone();
        byNobody[byNobody.length - 1] = "nobody";
        Result result = Commands.run(byNobody, "--to", "+15551234567");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("result    refused, destination_denied: ");
    }

    /** The least-cost recipe of the IceWarp manual: what names a gateway is left alone, else the prefix decides. */
    @Test
    void theManualsRecipe() {
        String byPrefix = "sms.routing.prices=" + EXAMPLE.resolve("by-prefix.csv");

        assertThat(lines("--property", byPrefix, "--to", "+15551234567"))
                .last()
                .isEqualTo("result    accepted for +15551234567, 1 part, by us");
        assertThat(lines("--property", byPrefix, "--to", "+15551234567", "--gateway", "eu"))
                .last()
                .isEqualTo("result    accepted for +15551234567, 1 part, by eu");
        Result other = Commands.run(explain, "--property", byPrefix, "--to", "+442071234567");
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.out()).contains("result    refused, no_route: ");
    }

    @Test
    void aWrongLineOfATableIsNamed() throws Exception {
        Path rates = Files.writeString(
                folder.resolve("r.csv"), "prefix,gateway,price,currency\n+1,us,0.1,EUR\n+2,us,x,EUR\n");

        Result result = Commands.run(explain, "--property", "sms.routing.prices=" + rates, "--to", "+15551234567");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("sms.routing.prices: r.csv:3: 'x' is no price");
    }

    @Test
    void questionsAreReadLineByLine() throws Exception {
        String questions = """
                {"from":"shop","to":"+15551234567","text":"Grüße ő","at":"2026-11-23T12:00:00+01:00"}
                {"from":"shop","to":"+33612345678"}
                {"text":"nobody"}
                {"to":"+15551234567","at":"tomorrow"}
                {"to":"+15551234567","colour":"red"}
                """;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommandLine command = new CommandLine(
                new ExplainCommand(() -> new ByteArrayInputStream(questions.getBytes(StandardCharsets.UTF_8))));
        command.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));

        assertThat(command.execute(java.util.Arrays.copyOfRange(explain, 1, explain.length)))
                .isZero();

        List<JsonNode> answers = new java.util.ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            answers.add(JSON.readTree(line));
        }
        assertThat(answers).hasSize(5);
        assertThat(answers.get(0).at("/messages/0/gateways/0").asText()).isEqualTo("us");
        assertThat(answers.get(0).get("steps").toString()).contains("(U+0151), character 7,");
        assertThat(answers.get(1).at("/messages/0/gateways/0").asText()).isEqualTo("eu");
        assertThat(answers.get(2).at("/error/field").asText()).isEqualTo("to");
        assertThat(answers.get(3).at("/error/field").asText()).isEqualTo("at");
        assertThat(answers.get(4).at("/error/field").asText()).isEqualTo("colour");
    }
}
