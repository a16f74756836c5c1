package io.github.camelsms.routes.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options of a command that all take a text, as a table; only those that were given count. */
final class TextOptions {

    /**
     * One of them.
     *
     * @param name what stands behind the two hyphens
     * @param label what stands for its value in the help
     */
    record Row(String name, String label, String description) {}

    private final CommandSpec command;
    private final List<Row> rows;

    /** Adds them to a command. */
    TextOptions(CommandSpec command, List<Row> rows) {
        this.command = command;
        this.rows = List.copyOf(rows);
        rows.forEach(row -> command.addOption(OptionSpec.builder("--" + row.name())
                .paramLabel(row.label())
                .description(row.description())
                .type(String.class)
                .build()));
    }

    /** What was said, by the names of the options, in the order of the table. */
    Map<String, String> given() {
        ParseResult said = command.commandLine().getParseResult();
        Map<String, String> given = new LinkedHashMap<>();
        for (Row row : rows) {
            if (said.hasMatchedOption("--" + row.name())) {
                given.put(row.name(), said.matchedOptionValue("--" + row.name(), ""));
            }
        }
        return given;
    }
}
