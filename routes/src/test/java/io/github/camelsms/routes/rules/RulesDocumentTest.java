package io.github.camelsms.routes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each line of the tables in the document is what it says: a step that YAML and XML know. */
class RulesDocumentTest {

    @TempDir
    private Path folder;

    @Test
    void eachLineOfTheDocumentCanBeUsed() throws Exception {
        Path program = Files.writeString(folder.resolve("notify"), "#!/bin/sh\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Settings settings = Settings.read(new PropertySources(
                Optional.empty(),
                Map.of(),
                Map.of(
                        "sms.exec.programs",
                        program.toString(),
                        "sms.sql.crm.url",
                        "jdbc:sqlite::memory:",
                        "sms.rules.xmpp",
                        "mock:chat-[jid]",
                        "sms.lists.folder",
                        folder.toString())));
        List<String[]> rows = Files.readString(Path.of("../docs/rules.md"))
                .lines()
                .filter(line -> line.matches("\\| [^|]+ \\| `[^|]+\\| `<.*"))
                .map(line -> line.split(" \\| ", -1))
                .toList();
        assertThat(rows).hasSizeGreaterThan(45);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Rules.addTo(context, settings.rules(), Clock.systemUTC());
            context.start();
            int n = 0;
            for (String[] row : rows) {
                String yaml = code(row[1]).replace("/opt/sms/notify", program.toString());
                String xml = code(row[2]).replace("/opt/sms/notify", program.toString());
                n++;
                load(context, "y" + n + ".yaml", yaml(n, yaml));
                load(context, "x" + n + ".xml", xml(n, xml));
                assertThat(context.getRoute("yaml" + n)).as(yaml).isNotNull();
                assertThat(context.getRoute("xml" + n)).as(xml).isNotNull();
            }
        }
    }

    private static String code(String cell) {
        int start = cell.indexOf('`');
        return cell.substring(start + 1, cell.indexOf('`', start + 1));
    }

    private static String yaml(int n, String line) {
        String step = line.startsWith("- ") ? line : "- filter:\n    " + line + "\n    steps: [ { log: it } ]";
        return "- route:\n    id: yaml" + n + "\n    from:\n      uri: direct:yaml" + n + "\n      steps:\n"
                + step.indent(8);
    }

    private static String xml(int n, String line) {
        String step = line.startsWith("<language") ? "<filter>" + line + "<log message='it'/></filter>" : line;
        return "<routes><route id='xml" + n + "'><from uri='direct:xml" + n + "'/>" + step + "</route></routes>";
    }

    private static void load(DefaultCamelContext context, String name, String content) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(name, content));
    }
}
