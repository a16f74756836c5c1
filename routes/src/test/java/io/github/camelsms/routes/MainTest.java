package io.github.camelsms.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says when it cannot do what it was asked to. */
class MainTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private int start(List<String> more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--property=sms.http.port=0",
                "--property=sms.store.url=jdbc:sqlite:" + folder.resolve("data/sms.db")));
        arguments.addAll(more);
        return run(arguments.toArray(new String[0]));
    }

    private String write(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static String route(String from) {
        return """
                - route:
                    id: gateway-us
                    from:
                      uri: "%s"
                      steps:
                        - log: "for {{us.name}}"
                """.formatted(from);
    }

    private void assertOneLine(String what, String... parts) {
        assertThat(err.toString())
                .as(what)
                .startsWith("sms-gateway: ")
                .hasLineCount(1)
                .contains(parts)
                .doesNotContain("canary")
                .doesNotContain("Exception");
        assertThat(out.toString()).as(what).isEmpty();
        err.getBuffer().setLength(0);
    }

    @Test
    void aRouteFileThatIsBrokenIsNamedWithTheLine() throws Exception {
        String gateway = "sms:outgoing?gateway=us";
        String[][] cases = {
            {write("syntax.yaml", "- route:\n    id: x\n   from: y\n"), "syntax.yaml", "line 3"},
            {write("unknown.yml", "- route:\n    id: x\n    frm: y\n"), "unknown.yml", "line 2"},
            {write("component.yaml", route("nosuch:thing?pin=canary")), "component.yaml:1", "nosuch"},
            {write("option.yaml", route(gateway + "&nosuch=1&password=canary")), "option.yaml:1", "nosuch"},
            {write("placeholder.yaml", route(gateway)), "placeholder.yaml", "us.name"},
            {write("broken.xml", "<routes><route id='a'><from uri='sms:incoming'/></rout></routes>"), "broken.xml", "1:"
            },
            {write("notes.txt", "hello"), "notes.txt", "neither"},
            {folder.resolve("none.yaml").toString(), "none.yaml", "not there"}
        };
        for (String[] bad : cases) {
            assertThat(start(List.of(bad[0]))).as(bad[0]).isEqualTo(1);
            assertOneLine(bad[0], bad[1], bad[2]);
        }
    }

    @Test
    void aSettingThatCannotBeUsedIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        String[][] cases = {
            {"--config=none.properties", "none.properties", "not there"},
            {"--property=sms.http.port=99999", "99999", "65535"},
            {"--property=sms.links.expiry=soon", "sms.links.expiry", "soon"},
            {"--property=sms.store.url=jdbc:nosuch:x", "jdbc:nosuch", ""},
            {"--property=sms.store.url=jdbc:sqlite:" + file + "/sms.db", "sms.db", "store"},
            {"--property=sms.http.host=no.such.host.invalid", "no.such.host.invalid", "sms.http.host"},
            {"--property=sms.mail.smtp=nonsense", "sms.mail.smtp", "smtp://"}
        };
        for (String[] bad : cases) {
            assertThat(start(List.of(bad[0]))).as(bad[0]).isEqualTo(1);
            assertOneLine(bad[0], bad[1], bad[2]);
        }
    }

    @Test
    void aPortInUseByAnotherProgramIsSaidSo() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(start(List.of("--property=sms.http.port=" + other.getLocalPort())))
                    .isEqualTo(1);
            assertOneLine("port", "cannot listen on 127.0.0.1:" + other.getLocalPort(), "sms.http.port");
        }
    }

    @Test
    void aWrongCommandOrOptionIsAMisuse() {
        for (List<String> wrong : List.of(
                List.of("nonsense"),
                List.of("run", "--nosuch"),
                List.of("run", "--property", "x"),
                List.of("version", "extra"))) {
            assertThat(run(wrong.toArray(new String[0]))).as(wrong.toString()).isEqualTo(2);
            assertOneLine(wrong.toString(), "sms-gateway help");
        }
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        assertThat(run("version")).isZero();
        assertThat(run("help")).isZero();
        assertThat(run("help", "run")).isZero();
        assertThat(out.toString()).startsWith("sms-gateway ").contains("demo", "run", "version", "--property");
        assertThat(err.toString()).isEmpty();
    }
}
