package io.github.camelsms.routes.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsms.routes.Commands;
import io.github.camelsms.sms.camel.SmsComponent;
import io.github.camelsms.sms.camel.SmsConstants;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getComponent("sms", SmsComponent.class).setStoreUrl("jdbc:sqlite:" + folder.resolve("sms.db"));
            context.start();
            for (String mailbox : List.of("joe@example.org", "ann@example.org")) {
                context.createProducerTemplate()
                        .sendBodyAndHeaders(
                                "sms:outgoing",
                                "hi",
                                Map.of(SmsConstants.TO, "+15551234567", SmsConstants.REPLY_TO, mailbox));
            }
        }
    }

    private Commands.Result run(String... arguments) {
        return Commands.run(Stream.concat(
                        Stream.of("links"),
                        Stream.concat(
                                Stream.of(arguments),
                                Stream.of("--property", "sms.store.url=jdbc:sqlite:" + folder.resolve("sms.db"))))
                .toArray(String[]::new));
    }

    @Test
    void linksAreListedAndEnded() throws Exception {
        assertThat(run("ls").out().lines().toList())
                .hasSize(3)
                .last()
                .asString()
                .contains("joe@example.org");
        assertThat(run("ls", "--limit=1").out()).contains("there may be more: --before ");
        JsonNode json = new ObjectMapper()
                .readTree(run("ls", "--number", "+15551234567", "--mailbox=JOE@example.org", "--json")
                        .out());
        assertThat(json.at("/links")).hasSize(1);
        assertThat(json.at("/links/0/number").asText()).isEqualTo("15551234567");

        assertThat(run("clear").err()).hasLineCount(1).contains("--number, --mailbox, both, or --all");
        assertThat(run("clear", "--all", "--mailbox=joe@example.org").err()).contains("or --all");
        assertThat(run("clear", "--mailbox=ann@example.org").out()).contains("1 link has ended");
        assertThat(run("clear", "--all", "--json").out().strip()).isEqualTo("{\"cleared\":1}");
        assertThat(run("ls").out()).contains("no link");
    }
}
