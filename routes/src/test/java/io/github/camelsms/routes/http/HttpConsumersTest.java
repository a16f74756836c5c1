package io.github.camelsms.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.http.RawHttp.Reply;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dialects say the same whichever HTTP consumer takes the calls: {@code sms.http.consumer}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpConsumersTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private Gateway jetty;
    private Gateway platform;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        jetty = gateway("jetty", folder);
        platform = gateway("platform-http", folder);
    }

    @AfterAll
    void stop() {
        jetty.close();
        platform.close();
    }

    private static Gateway gateway(String consumer, Path folder) throws Exception {
        Path routes = Files.writeString(folder.resolve(consumer + ".yaml"), """
                - route: { from: { uri: "%s", steps: [ { setBody: { constant: "mine" } } ] } }
                """.formatted(
                        consumer.equals("jetty") ? "jetty:http://{{sms.http.authority}}/own" : "platform-http:/own"));
        return Gateway.start(
                Settings.read(new PropertySources(
                        Optional.empty(),
                        Map.of(),
                        Map.of(
                                "sms.http.port",
                                "0",
                                "sms.http.consumer",
                                consumer,
                                "sms.store.url",
                                "jdbc:sqlite:" + folder.resolve(consumer + ".db"),
                                "sms.mail.folder",
                                folder.resolve("mail").toString(),
                                "sms.accounts.desk.password",
                                "secret",
                                "sms.accounts.desk.destinations",
                                "*",
                                "sms.gateways.58.password",
                                "1234567"))),
                List.of(routes));
    }

    private static InetSocketAddress address(Gateway gateway) {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), URI.create(gateway.url()).getPort());
    }

    /** What has to be the same: identities and incident numbers are made anew. */
    private static String essence(Reply reply) {
        String type = reply.head()
                .lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-type:"))
                .map(line -> line.substring(13).strip())
                .findFirst()
                .orElse("");
        return reply.status() + " " + type + "\n" + reply.body().replaceAll("\\b01[0-9A-Z]{24}\\b", "ID");
    }

    private Reply same(int status, Caller caller) throws Exception {
        Reply expected = caller.call(address(jetty));
        Reply actual = caller.call(address(platform));
        assertThat(expected.status()).as(expected.text()).isEqualTo(status);
        assertThat(essence(actual)).isEqualTo(essence(expected));
        assertThat(actual.head()).doesNotContainIgnoringCase("server:").containsIgnoringCase("cache-control: no-store");
        return actual;
    }

    private interface Caller {
        Reply call(InetSocketAddress server) throws Exception;
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "200 | /sms/?user=desk&pass=secret&number=+15551234567&data=hi",
                "200 | /sms?user=desk&pass=secret&number=%2B15551234567,15551234568&data=%C5%BE",
                "200 | /sms/deliver.html?id=58&pass=1234567&number=+1555&data=hi",
                "403 | /sms/deliver.html?id=58&pass=1&number=+1555&data=hi",
                "400 | /sms/?user=desk&pass=secret&number=1555123&data=%zz",
                "400 | /sms/?user=desk&pass=secret&number=1555123&data=%FF%FE",
                "400 | /sms/?user=desk&pass=secret&number=1555123&data=a%00b",
                "400 | /sms/?user=desk&pass=secret&number=1555123&number=2&data=hi",
                "400 | /sms/?user=desk&pass=secret&number=1555123&data=hi&authenticated=1",
                "401 | /sms/?user=desk&pass=wrong&number=1555123&data=hi",
                "404 | /sms/?user=desk&pass=secret&number=1555123&data=hi&id=nobody",
                "404 | /nothing",
                "401 | /api/nothing",
                "200 | /bin/send?USERNAME=desk&PASSWORD=secret&DESTADDR=1555123&DESTADDR=x&MESSAGE=hi",
                "400 | /bin/send?USERNAME=desk&PASSWORD=secret&DESTADDR=1555123&MESSAGE=%E9",
                "200 | /bin/send.json?USERNAME=desk&PASSWORD=secret&DESTADDR=1555123&MESSAGE=hi",
                "200 | /bin/send.xml?USERNAME=desk&PASSWORD=secret&DESTADDR=1555123&MESSAGE=hi",
                "403 | /bin/send.xml?USERNAME=desk&PASSWORD=secret&DESTADDR=1555123&MESSAGE=hi&ROUTE=us",
                "400 | /bin/send.json?USERNAME=desk&PASSWORD=secret&DESTADDR=1555123",
                "202 | /cgi-bin/sendsms?username=desk&password=secret&to=0123456&text=hi+there",
                "202 | /cgi-bin/sendsms?username=desk&password=secret&to=0123456&text=%00%FF&coding=1",
                "403 | /cgi-bin/sendsms?username=desk&password=x&to=0123456&text=hi",
                "400 | /cgi-bin/sendsms?username=desk&password=secret&text=hi",
                "200 | /http/ping?session_id=1",
                "200 | /http/sendmsg?user=desk&password=secret&api_id=1&to=15551234567&text=Hello",
                "401 | /api/messages",
                "403 | /sms/receive_twilio?gateway=us",
            })
    void callsByGetAreAnsweredTheSame(int status, String target) throws Exception {
        same(status, server -> RawHttp.get(server, target));
    }

    @Test
    void bodiesAreReadByUs() throws Exception {
        String form = "user=desk&pass=secret&number=%2B15551234567&data=a+b%26c";
        same(200, server -> RawHttp.post(server, "/sms/", FORM, form.getBytes(StandardCharsets.UTF_8)));
        same(400, server -> RawHttp.post(server, "/sms/", FORM, (form + "%zz").getBytes(StandardCharsets.UTF_8)));
        same(415, server -> RawHttp.post(server, "/sms/", "text/plain", form.getBytes(StandardCharsets.UTF_8)));
        same(413, server -> RawHttp.post(server, "/sms/", FORM, new byte[300_000]));
        same(
                415,
                server -> RawHttp.post(
                        server, "/sms/", "multipart/form-data; boundary=x", "--x--".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void methodsAndOversizedRequestsAreRefusedTheSame() throws Exception {
        for (String method : List.of("PUT", "DELETE", "OPTIONS", "PATCH", "TRACE")) {
            same(
                    405,
                    server -> RawHttp.ask(
                            server,
                            (method + " /sms/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII)));
        }
        same(414, server -> RawHttp.get(server, "/sms/?data=" + "a".repeat(9000)));
        same(
                400,
                server -> RawHttp.get(
                        server, "/sms/?number=1", "Authorization: Basic eDp4\r\nAuthorization: Basic eDp4\r\n"));
    }

    @Test
    void whatCouldBeReadInTwoWaysIsRefusedTheSame() throws Exception {
        // one octet, which is no UTF-8
        same(400, server -> RawHttp.get(server, "/sms/?user=desk&pass=secret&number=1555123&data=\u00e9"));
        same(431, server -> RawHttp.get(server, "/sms/", "X: " + "a".repeat(20_000) + "\r\n"));
        same(414, server -> RawHttp.get(server, "/sms/?x=" + "a".repeat(20_000)));
        String post = "POST /sms/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        same(
                400,
                server -> RawHttp.ask(
                        server,
                        (post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));
        same(
                400,
                server -> RawHttp.ask(
                        server,
                        (post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!")
                                .getBytes(StandardCharsets.US_ASCII)));
        String upgrade =
                "Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n";
        same(400, server -> RawHttp.get(server, "/sms/?user=desk&pass=secret", upgrade));
    }

    @Test
    void ourApiIsTheSame() throws Exception {
        String basic = "Authorization: Basic ZGVzazpzZWNyZXQ=\r\n";
        String body = "{\"to\": [\"+15551234567\"], \"text\": \"Grüße\"}";
        byte[] request = ("POST /api/messages HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + basic
                        + "Content-Type: application/json\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
        String id =
                same(202, server -> RawHttp.ask(server, request)).body().replaceAll("(?s).*\"id\":\"([^\"]+).*", "$1");
        assertThat(RawHttp.get(address(platform), "/api/messages/" + id, basic).body())
                .contains("QUEUED");
        same(404, server -> RawHttp.get(server, "/api/messages/nothing", basic));
        same(400, server -> RawHttp.get(server, "/api/messages?limit=x", basic));
        String broken = new String(request, StandardCharsets.UTF_8).replace("\"text\":", "\"text\" ");
        same(400, server -> RawHttp.ask(server, broken.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theOperatorsOwnRoutesShareThePort() throws Exception {
        assertThat(RawHttp.get(address(jetty), "/own").body()).isEqualTo("mine");
        assertThat(RawHttp.get(address(platform), "/own").body()).contains("mine");
    }
}
