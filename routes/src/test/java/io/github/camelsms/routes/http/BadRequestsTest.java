package io.github.camelsms.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.http.RawHttp.Reply;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * 3,000 requests that a seed has broken, to every dialect; after each a good one works. Whatever comes in, the answer is
 * ours: no fault of the gateway, no page of the server, nothing of the password.
 */
class BadRequestsTest {

    private static final long SEED = 20261122;
    private static final String CANARY = "pA55-canary";
    private static final List<String> GOOD = List.of(
            get("/sms/?user=desk&pass=" + CANARY + "&number=%2B15551234567&data=hi&sender=Desk&maxmsgs=2"),
            get("/sms/deliver.html?id=58&pass=" + CANARY + "&number=1555&data=hi"),
            get("/bin/send?USERNAME=desk&PASSWORD=" + CANARY + "&DESTADDR=1555123&DESTADDR=1555124&MESSAGE=hi"),
            post("/bin/send.json", "USERNAME=desk&PASSWORD=" + CANARY + "&DESTADDR=1555123&MESSAGE=hi&UDH=0401020304"),
            get("/cgi-bin/sendsms?username=desk&password=" + CANARY + "&to=0123456+0123457&text=hi&mclass=0&coding=0"),
            post("/cgi-bin/sendsms", "username=desk&password=" + CANARY + "&to=0123456&text=%00hi&udh=%04%0A%02%01%02"),
            get("/http/sendmsg?user=desk&password=" + CANARY + "&to=15551234567&text=hi&concat=1"),
            get("/http/querymsg?user=desk&password=" + CANARY + "&apimsgid=01M805FCNA0HHA7R2ARJH9R6SK"),
            String.join(
                    "\r\n",
                    "POST /api/messages HTTP/1.1",
                    "Host: localhost",
                    "Connection: close",
                    "Authorization: Basic ZGVzazpwQTU1LWNhbmFyeQ==",
                    "Content-Type: application/json",
                    "Content-Length: 39",
                    "",
                    "{\"to\":\"+15551234567\",\"text\":\"hi there\"}"));
    private static final List<String> POISON = List.of(
            "%",
            "%zz",
            "%FF",
            "%00",
            "%0D%0A",
            "%ED%A0%80",
            "\r\n",
            "\n",
            "\0",
            "\u00ff\u00fe",
            " ",
            "\t",
            "&",
            "&&=&",
            "=",
            "+",
            ";",
            "#",
            "?",
            "<script>",
            "\"",
            "\\",
            "\\ud800",
            "${body}",
            "{{x}}",
            "../",
            "/%2e%2e/",
            "{\"a\":",
            "[[[[[[[[[[[[[[[[[[[[[[[[[",
            "1e999",
            "-1",
            "99999999999999999999",
            "Transfer-Encoding: chunked\r\n",
            "Content-Length: 5\r\n",
            "Content-Length: -1\r\n",
            "Host: evil\r\n",
            "CamelSmsTo: 1\r\n",
            "authenticated=1&",
            "HTTP/9.9",
            "ž".repeat(50),
            "x".repeat(9000));

    @TempDir
    private Path folder;

    private static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    }

    private static String post(String target, String form) {
        return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
                + form;
    }

    /** A wrong password is what most of these requests have; it must not cost what it costs in earnest. */
    private static String quickHash() throws Exception {
        byte[] salt = "saltsalt".getBytes(StandardCharsets.US_ASCII);
        byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(CANARY.toCharArray(), salt, 10_000, 256))
                .getEncoded();
        Base64.Encoder base64 = Base64.getEncoder();
        return "pbkdf2$sha256$10000$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    @ParameterizedTest
    @CsvSource({"jetty, 3000", "platform-http, 1000"})
    void afterEachBadRequestAGoodOneOfAnyDialectWorks(String consumer, int requests) throws Exception {
        Map<String, String> properties = Map.of(
                "sms.http.port",
                "0",
                "sms.http.consumer",
                consumer,
                "sms.store.url",
                "jdbc:sqlite:" + folder.resolve("sms.db"),
                "sms.mail.folder",
                folder.resolve("mail").toString(),
                "sms.accounts.desk.password",
                quickHash(),
                "sms.accounts.desk.destinations",
                "*",
                "sms.gateways.58.password",
                quickHash());
        Random random = new Random(SEED);
        try (Gateway gateway =
                Gateway.start(Settings.read(new PropertySources(Optional.empty(), Map.of(), properties)), List.of())) {
            InetSocketAddress address = new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), URI.create(gateway.url()).getPort());
            for (int i = 0; i < requests; i++) {
                String original = GOOD.get(random.nextInt(GOOD.size()));
                byte[] bad = broken(original.getBytes(StandardCharsets.UTF_8), random);
                Reply reply = RawHttp.send(address, bad);
                String what = "request " + i + " of seed " + SEED + ": "
                        + new String(bad, 0, Math.min(bad.length, 300), StandardCharsets.ISO_8859_1);
                assertThat(reply.status()).as(what).isNotEqualTo(500).isNotEqualTo(501);
                assertThat(reply.text())
                        .as(what)
                        .doesNotContain(CANARY)
                        .doesNotContain("<html")
                        .doesNotContain("etty")
                        .doesNotContain("xception");
                String good = GOOD.get(i % GOOD.size());
                assertThat(RawHttp.ask(address, good.getBytes(StandardCharsets.UTF_8))
                                .status())
                        .as("after " + what)
                        .isBetween(200, 202);
            }
            assertThat(gateway.context()
                            .getComponent("sms", io.github.camelsms.sms.camel.SmsComponent.class)
                            .operations()
                            .drift()
                            .toCompletableFuture()
                            .join())
                    .isZero();
        }
    }

    /** One to three mutations at random places. */
    private static byte[] broken(byte[] request, Random random) {
        byte[] broken = request;
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            int at = random.nextInt(Math.max(1, broken.length));
            broken = switch (random.nextInt(6)) {
                case 0 -> broken.length == 0 ? new byte[1] : flipped(broken, at, (byte) random.nextInt(256));
                case 1 -> Arrays.copyOf(broken, Math.max(1, at));
                case 2 -> spliced(broken, at, Math.min(broken.length, at + 1 + random.nextInt(8)), new byte[0]);
                case 3 -> spliced(broken, at, at, Arrays.copyOfRange(broken, at, Math.min(broken.length, at + 60)));
                default ->
                    spliced(
                            broken,
                            at,
                            at,
                            POISON.get(random.nextInt(POISON.size())).getBytes(StandardCharsets.ISO_8859_1));
            };
        }
        return broken;
    }

    private static byte[] flipped(byte[] request, int at, byte octet) {
        byte[] flipped = request.clone();
        flipped[at] = octet;
        return flipped;
    }

    private static byte[] spliced(byte[] request, int from, int to, byte[] middle) {
        ByteArrayOutputStream spliced = new ByteArrayOutputStream();
        spliced.write(request, 0, from);
        spliced.writeBytes(middle);
        spliced.write(request, to, request.length - to);
        return spliced.toByteArray();
    }
}
