package io.github.camelsms.routes.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.Commands;
import io.github.camelsms.testing.GatewayProcess;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conversation of the example: two people, one phone. */
class ReplyToFeatureTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PHONE = "+15551234567";
    private static final Path EXAMPLE =
            Path.of("../examples/reply-to-feature").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void answersFindTheirWayHome() throws Exception {
        try (GatewayProcess gateway = start()) {
            answer(gateway, "Is anybody there?");
            awaitMails("Is anybody there? → desk@example.org");
            write(gateway, "joe@example.org", "Lunch at one?");
            answer(gateway, "Yes");
            awaitMails("Is anybody there? → desk@example.org", "Yes → joe@example.org");
            write(gateway, "ann@example.org", "Call me");
            answer(gateway, "I will");
            await().atMost(PATIENCE)
                    .until(() -> phone().contains("#ann@example.org#") && phone().contains("#joe@example.org#"));
            answer(gateway, "#ann@example.org# I will");
            awaitMails("Is anybody there? → desk@example.org", "Yes → joe@example.org", "I will → ann@example.org");
            assertThat(links("ls").out()).contains("joe@example.org", "ann@example.org");
            assertThat(gateway.stop()).isZero();
        }
        assertThat(links("clear", "--all").out()).contains("2 links have ended");
        try (GatewayProcess gateway = start("--property=sms.links.expiry=1s")) {
            write(gateway, "joe@example.org", "Still there?");
            await().atMost(PATIENCE).until(() -> links("ls").out().contains("no link"));
            answer(gateway, "Now I am");
            awaitMails(
                    "Is anybody there? → desk@example.org",
                    "Yes → joe@example.org",
                    "I will → ann@example.org",
                    "Now I am → desk@example.org");
            assertThat(gateway.stop()).isZero();
        }
    }

    private GatewayProcess start(String... more) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("run", "--config=" + EXAMPLE.resolve("gateway.properties"), "--property=sms.http.port=0"));
        arguments.addAll(List.of(more));
        arguments.add(EXAMPLE.resolve("gateway.yaml").toString());
        GatewayProcess gateway = GatewayProcess.start(folder, Map.of(), arguments.toArray(new String[0]));
        assertThat(gateway.ready()).as(gateway.errors()).contains("http://");
        return gateway;
    }

    private Commands.Result links(String... arguments) {
        List<String> all = new ArrayList<>(List.of("links"));
        all.addAll(List.of(arguments));
        all.add("--property=sms.store.url=jdbc:sqlite:" + folder.resolve("data/sms.db"));
        return Commands.run(all.toArray(new String[0]));
    }

    private void write(GatewayProcess gateway, String mailbox, String text) throws Exception {
        assertThat(gateway.send(PHONE, text, "&reply=" + mailbox).body()).startsWith("OK ");
        await().atMost(PATIENCE).until(() -> phone().contains(text));
    }

    private static void answer(GatewayProcess gateway, String text) throws Exception {
        URI url = URI.create(gateway.ready().split(" ", 3)[1] + "deliver.html?id=us&pass=phone&number="
                + URLEncoder.encode(PHONE, StandardCharsets.UTF_8) + "&data="
                + URLEncoder.encode(text, StandardCharsets.UTF_8));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).startsWith("OK");
    }

    private String phone() throws Exception {
        Path phone = folder.resolve("phone.txt");
        return Files.exists(phone) ? Files.readString(phone) : "";
    }

    private void awaitMails(String... expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mails().values()).containsExactly(expected));
    }

    /** By identity, which is the order in which they came. */
    private Map<String, String> mails() throws Exception {
        Map<String, String> mails = new TreeMap<>();
        Path mail = folder.resolve("data/mail");
        if (Files.isDirectory(mail)) {
            try (var files = Files.list(mail)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".eml")).toList()) {
                    mails.put(file.getFileName().toString(), read(file));
                }
            }
        }
        return mails;
    }

    private static String read(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
            assertThat(mail.getFrom()[0].toString()).contains("\"sms:+15551234567\"@sms.example.org");
            return mail.getContent().toString().strip() + " → " + mail.getAllRecipients()[0];
        }
    }
}
