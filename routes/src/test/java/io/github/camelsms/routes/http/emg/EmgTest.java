package io.github.camelsms.routes.http.emg;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.http.DialectServer;
import io.github.camelsms.routes.http.DialectServer.Submitted;
import io.github.camelsms.routes.http.RawHttp;
import io.github.camelsms.routes.http.RawHttp.Reply;
import io.github.camelsms.routes.settings.EmgSettings;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.SmsRejectedException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmgTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final String LOGIN = "USERNAME=u&PASSWORD=p&";
    private static final String GOOD = LOGIN + "DESTADDR=15551230001&MESSAGE=";

    private DialectServer server;

    @BeforeEach
    void start() throws Exception {
        start(new EmgSettings(StandardCharsets.UTF_8, false, Map.of()), Map.of("u", "p"));
    }

    private void start(EmgSettings settings, Map<String, String> accounts) throws Exception {
        if (server != null) {
            server.close();
        }
        server = DialectServer.start(
                (context, entrance) -> Emg.addTo(context, entrance, settings, Clock.fixed(NOW, ZoneOffset.UTC)),
                "http-emg.yaml",
                accounts);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply get(String path) throws Exception {
        return RawHttp.get(server.address(), path);
    }

    private Submitted sent(String query) throws Exception {
        Reply reply = get("/bin/send?" + query);
        assertThat(reply.status()).as(query + ": " + reply.body()).isEqualTo(200);
        return server.take();
    }

    @Test
    void severalRecipientsGetTheirIdsInOrder() throws Exception {
        String query = LOGIN + "DESTADDR=15551230001&DESTADDR=15551230002&MESSAGE=Hello+world";
        assertThat(get("/bin/send?" + query).body()).isEqualTo("id-1\nid-2\n");
        Submitted sent = server.take();
        assertThat(sent.body()).isEqualTo("Hello world");
        assertThat(sent.headers())
                .isEqualTo(Map.of(SmsConstants.TO, "15551230001,15551230002", SmsConstants.ACCOUNT, "u"));
        Reply json = get("/bin/send.json?" + query);
        assertThat(json.head()).contains("application/json");
        assertThat(json.body())
                .isEqualTo("{\"results\":[{\"status\":\"0\",\"msgid\":\"id-3\",\"statustext\":\"OK\"},"
                        + "{\"status\":\"0\",\"msgid\":\"id-4\",\"statustext\":\"OK\"}]}\n");
        Reply xml = get("/bin/send.xml?" + query);
        assertThat(xml.head()).contains("application/xml");
        assertThat(xml.body())
                .contains("<results><result><status>0</status><msgid>id-5</msgid><statustext>OK</statustext></result>");
    }

    @Test
    void oneThatIsNoNumberIsAnsweredInItsPlace() throws Exception {
        String query = LOGIN + "DESTADDR=15551230001&DESTADDR=x&DESTADDR=15551230002&MESSAGE=hi";
        assertThat(get("/bin/send?" + query).body().lines().toList()).hasSize(3).satisfies(lines -> {
            assertThat(lines.get(0)).isEqualTo("id-1");
            assertThat(lines.get(1)).startsWith("ERROR 5 bad_number: ");
            assertThat(lines.get(2)).isEqualTo("id-2");
        });
        assertThat(server.take().headers()).containsEntry(SmsConstants.TO, "15551230001,15551230002");
        Reply none = get("/bin/send.json?" + LOGIN + "DESTADDR=x&MESSAGE=hi");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.body())
                .startsWith("{\"results\":[{\"status\":\"5\",\"msgid\":\"\",\"statustext\":\"bad_number");
        assertThat(server.submitted()).isEmpty();
    }

    @Test
    void aThousandRecipientsInOnePost() throws Exception {
        String form = GOOD + "hi" + "&DESTADDR=15551230002".repeat(999);
        Reply reply = RawHttp.post(
                server.address(),
                "/bin/send",
                "application/x-www-form-urlencoded",
                form.getBytes(StandardCharsets.US_ASCII));
        assertThat(reply.body().lines()).hasSize(1000);
        reply = RawHttp.post(
                server.address(),
                "/bin/send",
                "application/x-www-form-urlencoded",
                (form + "&DESTADDR=15551230003").getBytes(StandardCharsets.US_ASCII));
        assertThat(reply.status()).isEqualTo(413);
    }

    @Test
    void optionsBecomeHeaders() throws Exception {
        Submitted sent = sent(LOGIN
                + "DESTADDR=15551230001&DESTADDRTON=1&DESTADDRNPI=1&SOURCEADDR=123456&SOURCEADDRTON=1&SOURCEADDRNPI=1"
                + "&MESSAGE=caf%C3%A9&DLR=1&VP=3600&DELTIME=60&PRIORITY=2&PID=65&BILLINGID=b1&MSGTYPE=NORMAL&FOO=1");
        assertThat(sent.body()).isEqualTo("café");
        assertThat(sent.headers())
                .containsEntry(SmsConstants.TO, "+15551230001")
                .containsEntry(SmsConstants.FROM, "+123456")
                .containsEntry(SmsConstants.REPORT_REQUESTED, true)
                .containsEntry(SmsConstants.NOT_BEFORE, NOW.plusSeconds(60))
                .containsEntry(SmsConstants.EXPIRES_AT, NOW.plusSeconds(3660))
                .containsEntry(SmsConstants.PRIORITY, 2)
                .containsEntry(SmsConstants.PID, 65)
                .containsEntry(SmsConstants.BILLING, "b1");
        assertThat(sent(GOOD + "x&SOURCEADDR=Desk&SOURCEADDRTON=5").headers()).containsEntry(SmsConstants.FROM, "Desk");
        assertThat(sent(GOOD + "x&DELTIME=2611230130").headers())
                .containsEntry(SmsConstants.NOT_BEFORE, Instant.parse("2026-11-23T01:30:00Z"))
                .containsEntry(
                        SmsConstants.EXPIRES_AT,
                        Instant.parse("2026-11-23T01:30:00Z").plus(Duration.ofDays(5)));
    }

    @Test
    void binaryMessagesAndHeadersAreHex() throws Exception {
        for (String query : List.of("DCS=4&", "DCS=245&", "CHARCODE=2&", "CHARCODE=binary&", "UDH=0401020304&")) {
            Submitted sent = sent(query + GOOD + "00fF48");
            assertThat((byte[]) sent.body()).as(query).isEqualTo(new byte[] {0, -1, 0x48});
        }
        assertThat(sent(GOOD + "00ff&UDH=06050415820000").headers()).containsEntry(SmsConstants.UDH, "050415820000");
        assertThat(sent(GOOD + "00ff&UDH=050415820000").headers()).containsEntry(SmsConstants.UDH, "050415820000");
        Submitted ports = sent(GOOD + "text&SOURCEPORT=9200&DESTPORT=2948");
        assertThat(ports.headers()).containsEntry(SmsConstants.UDH, "05040B8423F0");
        assertThat(ports.body()).isEqualTo("text");
        assertThat(sent(GOOD + "x&CONCATSMSREF=7&CONCATSMSMAX=2&CONCATSMSSEQ=1").headers())
                .containsEntry(SmsConstants.UDH, "0003070201");
    }

    @Test
    void characterCodes() throws Exception {
        assertThat(sent(GOOD + "%E9&CHARCODE=8859-1").body()).isEqualTo("é");
        assertThat(sent(GOOD + "%E9&CHARCODE=3").body()).isEqualTo("é");
        assertThat(sent(GOOD + "D83DDE00017E&CHARCODE=UCS2").body()).isEqualTo("😀ž");
        assertThat(get("/bin/send?" + GOOD + "%E9").body()).startsWith("ERROR 5 bad_encoding");
        assertThat(get("/bin/send?" + GOOD + "D83D&CHARCODE=8").status()).isEqualTo(400);
        start(new EmgSettings(StandardCharsets.ISO_8859_1, false, Map.of()), Map.of("u", "p"));
        assertThat(sent(GOOD + "%E9").body()).isEqualTo("é");
        assertThat(sent(GOOD + "%C3%A9&CHARCODE=UTF8").body()).isEqualTo("é");
    }

    @Test
    void routeNeedsAllowRoute() throws Exception {
        Reply reply = get("/bin/send?" + GOOD + "hi&ROUTE=us");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).startsWith("ERROR 10 param_not_allowed");
        assertThat(get("/bin/send?" + GOOD + "hi&ROUTEDLR=us").status()).isEqualTo(403);
        start(new EmgSettings(StandardCharsets.UTF_8, true, Map.of()), Map.of("u", "p"));
        assertThat(sent(GOOD + "hi&ROUTE=us").headers()).containsEntry(SmsConstants.GATEWAY, "us");
    }

    @Test
    void aGatewayReportsWithTheAccountOfItsName() throws Exception {
        Submitted report = sent(LOGIN + "MSGTYPE=5&ORIGID=abc&MESSAGESTATE=DELIVERED&SOURCEADDR=1&DESTADDR=2");
        assertThat(report.mailbox()).isEqualTo("reports");
        assertThat(report.headers())
                .containsEntry(SmsConstants.GATEWAY, "u")
                .containsEntry(SmsConstants.REFERENCES, List.of("abc"))
                .containsEntry(SmsConstants.STATE, "DELIVERED");
        assertThat(get("/bin/send?" + LOGIN + "MSGTYPE=5&ORIGID=abc&MESSAGESTATE=GONE")
                        .status())
                .isEqualTo(400);
        start(new EmgSettings(StandardCharsets.UTF_8, false, Map.of()), Map.of());
        assertThat(get("/bin/send?MSGTYPE=5&ORIGID=abc&MESSAGESTATE=DELIVERED").status())
                .isEqualTo(403);
    }

    @Test
    void refusalsAreInTheFormThatWasAskedFor() throws Exception {
        for (String login : List.of("", "USERNAME=u&PASSWORD=x&", "USERNAME=u&")) {
            Reply reply = get("/bin/send.json?" + login + "DESTADDR=15551230001&MESSAGE=hi");
            assertThat(reply.status()).as(login).isEqualTo(401);
            assertThat(reply.body()).as(login).startsWith("{\"results\":[{\"status\":\"3\"");
        }
        for (String bad : List.of(
                "MESSAGE=hi",
                "DESTADDR=15551230001",
                "DESTADDR=15551230001&MESSAGE=",
                "DESTADDR=15551230001&MESSAGE=hi&MESSAGE=ho",
                "DESTADDR=15551230001&MESSAGE=%zz",
                "DESTADDR=15551230001&MESSAGE=%00",
                "DESTADDR=15551230001&MESSAGE=hi&UDH=0G",
                "DESTADDR=15551230001&MESSAGE=zz&DCS=4",
                "DESTADDR=15551230001&MESSAGE=hi&PRIORITY=4",
                "DESTADDR=15551230001&MESSAGE=hi&VP=x",
                "DESTADDR=15551230001&MESSAGE=hi&DELTIME=2613010000",
                "DESTADDR=15551230001&MESSAGE=hi&DESTADDRTON=8",
                "DESTADDR=15551230001&MESSAGE=hi&CHARCODE=EBCDIC",
                "DESTADDR=15551230001&MESSAGE=hi&CONCATSMSREF=1",
                "DESTADDR=15551230001&MESSAGE=hi&MSGTYPE=9")) {
            Reply reply = get("/bin/send.xml?" + LOGIN + bad);
            assertThat(reply.status()).as(bad).isEqualTo(400);
            assertThat(reply.body()).as(bad).contains("<status>5</status>").doesNotContain("15551230001");
            assertThat(server.submitted()).as(bad).isEmpty();
            sent(GOOD + "hi");
        }
        server.fail(new SmsRejectedException(SmsRejectedException.Code.STORE_FULL, "full"));
        Reply full = get("/bin/send?" + GOOD + "hi");
        assertThat(full.status()).isEqualTo(503);
        assertThat(full.body()).isEqualTo("ERROR 1 store_full: full\n");
    }

    @Test
    void oneConnectionCarriesManyRequests() throws Exception {
        String request = "GET /bin/send?" + GOOD + "hi HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (Socket socket =
                new Socket(server.address().getAddress(), server.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.repeat(20).getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            StringBuilder text = new StringBuilder();
            for (int octet; !text.toString().endsWith("id-20\n") && (octet = in.read()) >= 0; ) {
                text.append((char) octet);
            }
            assertThat(text.toString().split("HTTP/1.1 200 OK", -1)).hasSize(21);
        }
        assertThat(Optional.of(server.submitted().size())).contains(20);
    }
}
