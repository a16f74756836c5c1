package io.github.camelsms.routes.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.imports.Samples.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each directive that a program knows gets an answer that is about it. */
class KnownDirectivesTest {

    @TempDir
    private Path folder;

    private static Map<String, List<String>> directives(String format) throws Exception {
        return Files.readAllLines(Samples.folder("directives").resolve(format + ".txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .collect(Collectors.groupingBy(
                        words -> words[0],
                        LinkedHashMap::new,
                        Collectors.mapping(words -> words[1], Collectors.toList())));
    }

    private static void assertAnswered(Result result) {
        assertThat(result.text()).doesNotContain("has no such", "is not known here");
    }

    @Test
    void ofKannel() throws Exception {
        for (String type : List.of("at", "http", "smpp")) {
            StringBuilder text = new StringBuilder();
            directives("kannel").forEach((group, names) -> {
                text.append("group = ").append(group).append('\n');
                names.forEach(name -> text.append(name)
                        .append(" = ")
                        .append(name.equals("smsc") ? type : name.equals("device") ? "/dev/ttyS0" : "1")
                        .append('\n'));
            });
            assertAnswered(Samples.read("kannel", folder.resolve(type), "kannel.conf", text.toString()));
        }
    }

    @Test
    void ofGammu() throws Exception {
        StringBuilder text = new StringBuilder();
        directives("gammu").forEach((section, names) -> {
            text.append("[" + section + "]\n");
            names.forEach(name -> text.append(name + " = 1\n"));
        });
        assertAnswered(Samples.read("gammu", folder, "gammu-smsdrc", text.toString()));
    }

    @Test
    void ofSmstools() throws Exception {
        StringBuilder text = new StringBuilder();
        directives("smstools").forEach((section, names) -> {
            text.append(section.equals("modem") ? "[GSM1]\n" : "");
            names.forEach(name -> text.append(name).append(name.equals("devices") ? " = GSM1\n" : " = 1\n"));
        });
        assertAnswered(Samples.read("smstools", folder, "smsd.conf", text.toString()));
    }

    @Test
    void anUnknownOneNeedsADecisionAndWhatIsOffOrEmptyNone() throws Exception {
        String text = Samples.read(
                        "smstools",
                        folder,
                        "smsd.conf",
                        "devices = GSM1\n[GSM1]\ndevice = /dev/ttyS0\nwarp = no\nreport = no\ninit =\nphonecalls = yes\n")
                .text();
        assertThat(text)
                .contains("smsd.conf:4 warp: needs a decision: smsd has no such directive there")
                .contains("smsd.conf:5 report: ignored: it is switched off")
                .contains("smsd.conf:6 init: ignored: it says nothing")
                .contains("smsd.conf:7 phonecalls: needs a decision: calls are not answered");
    }
}
