package io.github.camelsms.routes.imports;

import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes YAML. */
final class Yaml {

    private static final DumpSettings BLOCK = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(10_000)
            .setSplitLines(false)
            .build();

    private Yaml() {}

    /** A value, each line with so many blanks in front. */
    static String of(Object value, int blanks) {
        return new Dump(BLOCK).dumpToString(value).lines().map(indented(blanks)).collect(Collectors.joining());
    }

    /** A text as lines of comment. */
    static String comment(String text, int blanks) {
        return text.lines()
                .map(line -> line.replaceAll("\\p{Cntrl}", " "))
                .map(line -> "# " + line)
                .map(indented(blanks))
                .collect(Collectors.joining());
    }

    private static java.util.function.UnaryOperator<String> indented(int blanks) {
        return line -> " ".repeat(blanks) + line + "\n";
    }
}
