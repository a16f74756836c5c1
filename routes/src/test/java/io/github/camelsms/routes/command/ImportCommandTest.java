package io.github.camelsms.routes.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelsms.routes.Commands;
import io.github.camelsms.routes.Commands.Result;
import io.github.camelsms.routes.imports.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCommandTest {

    @TempDir
    private Path folder;

    private Result run(String format, Path from, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("import", format, from.toString(), "--into=" + folder.resolve("new")));
        return Commands.run(arguments.toArray(String[]::new), more);
    }

    private List<Path> written() throws IOException {
        if (!Files.exists(folder.resolve("new"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder.resolve("new"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"icewarp", "kannel", "gammu", "smstools"})
    void aDryRunWritesNothingAndSaysTheSame(String format) throws Exception {
        Result dry = run(format, Samples.folder(format), "--dry-run");
        assertThat(dry.code()).isEqualTo(1);
        assertThat(dry.out()).endsWith("; nothing is written\n");
        assertThat(folder.resolve("new")).doesNotExist();
        Result real = run(format, Samples.folder(format));
        assertThat(real.out()).isEqualTo(dry.out().replace("; nothing is written\n", "\n"));
    }

    @Test
    void aSecondRunRefusesAndChangesNothing() throws Exception {
        assertThat(run("kannel", Samples.folder("kannel")).code()).isEqualTo(1);
        Path settings = folder.resolve("new/gateway.properties");
        Files.writeString(settings, "# mine now\n");
        int files = written().size();
        Result again = run("kannel", Samples.folder("kannel"));
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err())
                .contains("nothing is written, because these are there already: routes/modems.yaml,")
                .contains("gateway.properties");
        assertThat(settings).hasContent("# mine now");
        assertThat(written()).hasSize(files);
    }

    @Test
    void anAccountThatIsThereIsLeftAloneAndSoIsAllElse() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "another password\n");
        String store = "--property=sms.store.url=jdbc:sqlite:" + folder.resolve("sms.db");
        Commands.run(new String[] {"account", "add", "shop", "--password-file=" + password, store});
        Result refused = run("kannel", Samples.folder("kannel"), store);
        assertThat(refused.err()).contains("these are there already: account shop");
        assertThat(written()).isEmpty();
        assertThat(Commands.run(new String[] {"account", "list", store}).out()).doesNotContain("office");
    }

    @Test
    void accountsAreInTheStoreOfTheFolderWithTheirCounts() throws Exception {
        Path from = folder.resolve("old");
        Files.createDirectories(from);
        long now = System.currentTimeMillis() / 1_000;
        Files.writeString(from.resolve("smsusers.dat"), "john:john-secret-1::John:100:12:" + now + ":0:0:0\n");
        Result result = run("icewarp", from);
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out())
                .contains("smsusers.dat:1 account john: imported as it was, limit 100, 12 sent this month")
                .endsWith("1 imported, 0 ignored, 0 need a decision; 1 accounts and groups, files: []\n");
        Result list = Commands.run(new String[] {
            "account", "list", "--property=sms.store.url=jdbc:sqlite:" + folder.resolve("new/data/sms.db")
        });
        assertThat(list.out()).containsPattern("john +yes +100 +12 +0 ");
    }

    @Test
    void secretsAreNeitherPrintedNorKeptWhereAHashWillDo() throws Exception {
        for (String format : List.of("icewarp", "kannel", "gammu", "smstools")) {
            Result result = run(format, Samples.folder(format), "--into=" + folder.resolve(format), "--json");
            assertThat(result.out() + result.err()).doesNotContainPattern("secret-1|account-secret|735[1-4]");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                // of accounts and of those who deliver
                assertThat(content)
                        .as(file.toString())
                        .doesNotContain("john-secret-1", "office-secret-1", "deliver-secret-1", "core-secret-1");
                if (!file.toString().contains("/data/")) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------");
                }
            }
        }
    }

    @Test
    void jsonLinesEndWithTheCounts() throws Exception {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run("gammu", Samples.folder("gammu"), "--json", "--dry-run")
                .out()
                .lines()
                .toList()) {
            lines.add(json.readTree(line));
        }
        JsonNode end = lines.remove(lines.size() - 1);
        for (String result : List.of("imported", "ignored", "decision")) {
            assertThat(end.get(result).asLong())
                    .isEqualTo(lines.stream()
                            .filter(line -> line.get("result").asText().equals(result))
                            .count());
        }
        assertThat(end.get("written").asBoolean()).isFalse();
        assertThat(lines.get(0).get("file").asText()).isEqualTo("gammu-smsdrc");
        assertThat(lines.get(0).get("line").asInt()).isEqualTo(2);
    }

    @Test
    void calledWronglyItSaysSo() throws Exception {
        assertThat(run("kannel", folder.resolve("nowhere")).code()).isEqualTo(2);
        assertThat(run("emg", folder).code()).isEqualTo(2);
        assertThat(Commands.run(new String[] {"import", "kannel"}).code()).isEqualTo(2);
        Result empty = run("kannel", folder);
        assertThat(empty.code()).isEqualTo(1);
        assertThat(empty.err()).contains("there is no configuration of Kannel");
    }

    @Test
    void oneFileAlone() throws Exception {
        Path file = Samples.copy("smstools", folder.resolve("etc")).resolve("smsd.conf");
        Files.writeString(folder.resolve("etc/hostname"), "not read");
        Result result = run("smstools", file);
        assertThat(result.out()).contains("smsd.conf:2 devices: imported").doesNotContain("hostname");
        // what it names is looked for beside it
        assertThat(result.out()).contains("smsd.black:1 number: imported");
        assertThat(run("smstools", folder.resolve("etc"), "--dry-run").out())
                .contains("hostname:1 file: ignored: no other file refers to it");
    }
}
