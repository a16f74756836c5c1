package io.github.camelsms.routes.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.camelsms.routes.Commands;
import io.github.camelsms.testing.GatewayProcess;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole gateway as a process: HTTP in, a modem that is not ours out, and the answer back as mail. */
class GatewayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private AtPeer modem;

    @BeforeEach
    void startModem() throws Exception {
        modem = AtPeer.start();
    }

    @AfterEach
    void stopModem() throws Exception {
        modem.close();
        assertThat(Commands.run(
                                new String[] {"store", "verify"},
                                folder.resolve("data/sms.db").toString())
                        .out())
                .as("the books balance, also after a kill")
                .contains("is sound");
    }

    private static String routes(String device) {
        return """
                - route:
                    id: gateway-us
                    from:
                      uri: "sms:outgoing?gateway=us&retryDelay=200"
                      steps:
                        - to: "gsmmodem:%1$s"
                - route:
                    id: receive-us
                    from:
                      uri: "gsmmodem:%1$s"
                      steps:
                        - to: "sms:incoming?gateway=us"
                """.formatted(device);
    }

    private GatewayProcess start(String... more) throws Exception {
        return startOn("tcp:127.0.0.1:" + modem.port(), more);
    }

    private GatewayProcess startOn(String device, String... more) throws Exception {
        Files.writeString(folder.resolve("us.yaml"), routes(device));
        List<String> arguments = new ArrayList<>(List.of("run", "--property", "sms.http.port=0", "us.yaml"));
        arguments.addAll(List.of(more));
        GatewayProcess gateway = GatewayProcess.start(folder, Map.of(), arguments.toArray(new String[0]));
        assertThat(gateway.ready()).as(gateway.errors()).contains("gateways: us");
        return gateway;
    }

    private void awaitTexts(String... expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Pdus.texts(modem.submitted())).containsExactlyInAnyOrder(expected));
    }

    private static void accepted(HttpResponse<String> answer) {
        assertThat(answer.body()).startsWith("OK ");
    }

    /** Texts whose every kind of difficulty has to arrive as it was sent. */
    private static List<String> texts() {
        return List.of(
                "Hello, world! @£$¥èéùìòÇØøÅåÄÖÑÜ§¿äöñüà",
                "€[]{}~^|\\",
                "0123456789".repeat(40) + "€".repeat(20),
                "Привет, как дела?",
                "x".repeat(66) + "😀" + "y".repeat(66) + "😀");
    }

    @Test
    void textsArriveAsTheyWereSent() throws Exception {
        try (GatewayProcess gateway = start()) {
            for (String text : texts()) {
                accepted(gateway.send("+15551234567", text, ""));
            }
            awaitTexts(texts().stream().map(text -> "+15551234567 " + text).toArray(String[]::new));
            assertThat(modem.submitted()).hasSizeGreaterThanOrEqualTo(9);
            assertThat(gateway.stop()).isZero();
        }
    }

    @Test
    void theAnswerOfThePhoneReachesTheMailServer() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (GatewayProcess gateway = start(
                "--property=sms.mail.smtp=smtp://127.0.0.1:" + mail.getSmtp().getPort(),
                "--property=sms.mail.domain=sms.example.org",
                "--property=sms.mail.default=desk@example.org")) {
            accepted(gateway.send("+15551234567", "Are you coming?", "&reply=jana%40example.org"));
            await().atMost(PATIENCE).until(() -> !modem.submitted().isEmpty());
            modem.deliver(Pdus.deliver("+15551234567", "Ano, přijdu 😀"));
            modem.deliver(Pdus.deliver("+15557654321", "Who is this?"));
            assertThat(mail.waitForIncomingEmail(PATIENCE.toMillis(), 2)).isTrue();
            await().atMost(PATIENCE).until(() -> modem.stored() == 0);
            MimeMessage answer = received(mail, "Ano, přijdu 😀");
            assertThat(answer.getAllRecipients()).containsExactly(new InternetAddress("jana@example.org"));
            assertThat(((InternetAddress) answer.getFrom()[0]).getAddress())
                    .isEqualTo("\"sms:+15551234567\"@sms.example.org");
            MimeMessage stranger = received(mail, "Who is this?");
            assertThat(stranger.getAllRecipients()).containsExactly(new InternetAddress("desk@example.org"));
            assertThat(gateway.errors()).doesNotContain("přijdu").doesNotContain("15551234567");
        } finally {
            mail.stop();
        }
    }

    private static MimeMessage received(GreenMail mail, String text) throws Exception {
        for (MimeMessage message : mail.getReceivedMessages()) {
            if (message.getContent().toString().strip().equals(text)) {
                return message;
            }
        }
        throw new AssertionError("no mail says " + text);
    }

    @Test
    void mailsAreFilesWhenNoServerIsSetAndWaitForAServerThatIsDown() throws Exception {
        try (GatewayProcess gateway = start("--property=sms.mail.smtp=smtp://127.0.0.1:9")) {
            modem.deliver(Pdus.deliver("+15551234567", "Hello"));
            await().atMost(PATIENCE).until(() -> modem.stored() == 0);
            gateway.kill();
        }
        try (GatewayProcess gateway = start()) {
            Path mails = folder.resolve("data/mail");
            await().atMost(PATIENCE)
                    .until(() -> Files.isDirectory(mails) && !list(mails).isEmpty());
            assertThat(list(mails)).singleElement().satisfies(file -> assertThat(Files.readString(file))
                    .contains("To: postmaster@localhost")
                    .contains("Hello"));
            assertThat(gateway.stop()).isZero();
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        }
    }

    @Test
    void whatWasAnsweredIsSentOnceAfterKill() throws Exception {
        List<String> expected = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            modem.unplug();
            try (GatewayProcess gateway = start()) {
                for (int i = 0; i < 3; i++) {
                    String text = "round " + round + " message " + i;
                    accepted(gateway.send("+15551234567", text, ""));
                    expected.add("+15551234567 " + text);
                }
                gateway.kill();
            }
            modem.plug();
            try (GatewayProcess gateway = start()) {
                awaitTexts(expected.toArray(new String[0]));
                gateway.kill();
            }
        }
        try (GatewayProcess gateway = start()) {
            accepted(gateway.send("+15551234567", "the last", ""));
            expected.add("+15551234567 the last");
            awaitTexts(expected.toArray(new String[0]));
            assertThat(gateway.stop()).isZero();
        }
        assertThat(modem.submitted()).hasSameSizeAs(expected);
    }

    @Test
    void aModemThatGoesAndComesBackSendsAllAndNothingTwice() throws Exception {
        try (GatewayProcess gateway = start()) {
            List<String> expected = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                modem.unplugAfter(2);
                for (int i = 0; i < 5; i++) {
                    String text = "round " + round + " message " + i;
                    accepted(gateway.send("+15551234567", text, ""));
                    expected.add("+15551234567 " + text);
                }
                await().atMost(PATIENCE).until(() -> !modem.isPlugged());
                modem.plug();
            }
            awaitTexts(expected.toArray(new String[0]));
            assertThat(modem.submitted()).hasSameSizeAs(expected);
            assertThat(gateway.stop()).isZero();
        }
    }

    @Test
    void stoppingUnderLoadLosesNothing() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        AtomicInteger next = new AtomicInteger();
        try (GatewayProcess gateway = start()) {
            List<Thread> clients = IntStream.range(0, 4)
                    .mapToObj(i -> new Thread(() -> sendUntilRefused(gateway, next, acknowledged), "client-" + i))
                    .toList();
            clients.forEach(Thread::start);
            await().atMost(PATIENCE).until(() -> modem.submitted().size() >= 5);
            long begin = System.nanoTime();
            assertThat(gateway.stop()).isZero();
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin))
                    .isLessThan(35);
            for (Thread client : clients) {
                client.join(PATIENCE.toMillis());
            }
        }
        try (GatewayProcess gateway = start()) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(Pdus.texts(modem.submitted()))
                    .containsAll(acknowledged));
            assertThat(Pdus.texts(modem.submitted())).doesNotHaveDuplicates();
            assertThat(gateway.stop()).isZero();
        }
    }

    private static void sendUntilRefused(GatewayProcess gateway, AtomicInteger next, List<String> acknowledged) {
        while (true) {
            String text = "load " + next.incrementAndGet();
            try {
                HttpResponse<String> answer = gateway.send("+15551234567", text, "");
                if (answer.statusCode() != 200) {
                    return;
                }
                synchronized (acknowledged) {
                    acknowledged.add("+15551234567 " + text);
                }
            } catch (IOException e) {
                return;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void aSerialLineWorksLikeATcpOne() throws Exception {
        Path line = folder.resolve("ttyTEST");
        Process socat = socat(line);
        try (GatewayProcess gateway = startOn(line.toString())) {
            accepted(gateway.send("+15551234567", "over the wire €", ""));
            awaitTexts("+15551234567 over the wire €");
            modem.deliver(Pdus.deliver("+15551234567", "back"));
            Path mails = folder.resolve("data/mail");
            await().atMost(PATIENCE)
                    .until(() -> Files.isDirectory(mails) && !list(mails).isEmpty());
            assertThat(gateway.stop()).isZero();
        } finally {
            socat.destroyForcibly().waitFor();
        }
    }

    private Process socat(Path line) throws Exception {
        try {
            Process socat = new ProcessBuilder(
                            "socat", "PTY,link=" + line + ",rawer,wait-slave", "TCP:127.0.0.1:" + modem.port())
                    .inheritIO()
                    .start();
            await().atMost(PATIENCE).until(() -> Files.exists(line));
            return socat;
        } catch (IOException e) {
            org.junit.jupiter.api.Assumptions.abort("socat is not installed: the serial line is not tested");
            throw e;
        }
    }
}
