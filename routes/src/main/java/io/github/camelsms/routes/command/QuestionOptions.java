package io.github.camelsms.routes.command;

import io.github.camelsms.routes.command.TextOptions.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A message that is not sent, as options; their names are those of a question in JSON. */
@Command
final class QuestionOptions {

    private static final List<Row> FIELDS = List.of(
            new Row("from", "ACCOUNT", "Account that would send it."),
            new Row("to", "NUMBER", "Recipient, or several with commas."),
            new Row("text", "TEXT", "What it would say; else test."),
            new Row("sender", "SENDER", "Sender as shown to the phone."),
            new Row("gateway", "ID", "Gateway that is asked for, or a preference list."),
            new Row("network", "MCC-MNC", "Mobile network of the recipient."),
            new Row("at", "TIME", "When, such as 2026-11-22T20:00:00+01:00; else now."));

    private TextOptions options;

    @Spec(Spec.Target.MIXEE)
    void of(CommandSpec command) {
        options = new TextOptions(command, FIELDS);
    }

    /** Whether there is a message to ask about. */
    boolean isAsked() {
        return options.given().containsKey("to");
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of("text", "test"));
        fields.putAll(options.given());
        return fields;
    }
}
