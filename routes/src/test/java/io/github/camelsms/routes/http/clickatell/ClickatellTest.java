package io.github.camelsms.routes.http.clickatell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.http.DialectServer;
import io.github.camelsms.routes.http.DialectServer.Submitted;
import io.github.camelsms.routes.http.RawHttp;
import io.github.camelsms.routes.http.RawHttp.Reply;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.testing.SettableClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClickatellTest {

    private static final String LOGIN = "user=john&password=secret&api_id=2324231&";
    private static final String SEND = "/http/sendmsg?" + LOGIN;

    private final SettableClock clock = new SettableClock();
    private DialectServer server;

    @BeforeEach
    void start() throws Exception {
        server = DialectServer.start(
                (context, entrance) -> Clickatell.addTo(context, entrance, clock),
                "http-clickatell.yaml",
                Map.of("john", "secret"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String get(String path) throws Exception {
        return get(server.address(), path);
    }

    private static String get(InetSocketAddress address, String path) throws Exception {
        Reply reply = RawHttp.get(address, path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return reply.body();
    }

    private Submitted sent(String path) throws Exception {
        assertThat(get(path)).as(path).matches("ID: id-[0-9]+\n");
        return server.take();
    }

    @Test
    void oneNumberAndSeveral() throws Exception {
        Submitted sent = sent(SEND + "to=15551234567&text=Meet+me&from=Desk&deliv_ack=1&queue=1&mclass=0&concat=3");
        assertThat(sent.body()).isEqualTo("Meet me");
        assertThat(sent.headers())
                .isEqualTo(Map.of(
                        SmsConstants.TO,
                        "15551234567",
                        SmsConstants.FROM,
                        "Desk",
                        SmsConstants.ACCOUNT,
                        "john",
                        SmsConstants.REPORT_REQUESTED,
                        true,
                        SmsConstants.PRIORITY,
                        3,
                        SmsConstants.MESSAGE_CLASS,
                        0));
        assertThat(get(SEND + "to=15551234567,x%3C,15551234568&text=hi")).isEqualTo("""
                        ID: id-2 To: 15551234567
                        ERR: 105, Invalid Destination Address To: x?
                        ID: id-3 To: 15551234568
                        """);
    }

    @Test
    void theTemplateOfTheManualIsUnderstood() throws Exception {
        assertThat(sent(SEND + "to=%2B15551234567&udh=&data=Hello+world&concat=1")
                        .body())
                .isEqualTo("Hello world");
        assertThat(sent(SEND + "to=%2B15551234567&udh=&data=017e&unicode=1&concat=1")
                        .body())
                .isEqualTo("ž");
        Submitted binary = sent(SEND + "to=15551234567&udh=06050415820000&data=00ff");
        assertThat((byte[]) binary.body()).isEqualTo(new byte[] {0, -1});
        assertThat(binary.headers()).containsEntry(SmsConstants.UDH, "050415820000");
    }

    @Test
    void sessionsEndWhenTheyAreIdle() throws Exception {
        String session = get("/http/auth?" + LOGIN).replaceFirst("OK: ", "").strip();
        assertThat(session).matches("[0-9a-f]{32}");
        clock.advance(Duration.ofMinutes(14));
        assertThat(get("/http/ping?session_id=" + session)).isEqualTo("OK:\n");
        clock.advance(Duration.ofMinutes(14));
        assertThat(get("/http/sendmsg?session_id=" + session + "&to=15551234567&text=hi"))
                .startsWith("ID: ");
        assertThat(server.take().headers()).containsEntry(SmsConstants.ACCOUNT, "john");
        clock.advance(Duration.ofMinutes(16));
        assertThat(get("/http/sendmsg?session_id=" + session + "&to=15551234567&text=hi"))
                .isEqualTo("ERR: 003, Session ID expired\n");
        assertThat(get("/http/ping?session_id=nosuch")).startsWith("ERR: 003");
        assertThat(get("/http/getbalance?" + LOGIN)).isEqualTo("Credit: 999999.999\n");
    }

    @Test
    void refusalsHaveClickatellsNumbers() throws Exception {
        for (String[] bad : List.of(
                new String[] {"/http/auth?user=john&password=x&api_id=1", "001"},
                new String[] {"/http/sendmsg?to=15551234567&text=hi", "001"},
                new String[] {SEND + "text=hi", "105"},
                new String[] {SEND + "to=x&text=hi", "105"},
                new String[] {SEND + "to=15551234567", "101"},
                new String[] {SEND + "to=15551234567&text=%C3", "116"},
                new String[] {SEND + "to=15551234567&text=0G&unicode=1", "116"},
                new String[] {SEND + "to=15551234567&text=hi&udh=05", "102"},
                new String[] {SEND + "to=15551234567&text=hi&from=much+too+long+a+name", "106"},
                new String[] {SEND + "to=15551234567&concat=1&text=" + "a".repeat(161), "113"},
                new String[] {SEND + "to=15551234567&text=hi&queue=4", "101"},
                new String[] {"/http/querymsg?" + LOGIN, "101"},
                new String[] {"/http/nothing?" + LOGIN, "101"})) {
            assertThat(get(bad[0])).as(bad[0]).startsWith("ERR: " + bad[1] + ", ");
            assertThat(server.submitted()).as(bad[0]).isEmpty();
            sent(SEND + "to=15551234567&text=hi");
        }
        server.fail(new SmsRejectedException(SmsRejectedException.Code.STORE_DOWN, "down"));
        assertThat(RawHttp.get(server.address(), SEND + "to=15551234567&text=hi")
                        .status())
                .isEqualTo(503);
    }

    @Test
    void aMessageIsAskedForByItsSenderOnly(@TempDir Path folder) throws Exception {
        Map<String, String> properties = Map.of(
                "sms.http.port", "0",
                "sms.store.url", "jdbc:sqlite:" + folder.resolve("sms.db"),
                "sms.mail.folder", folder.resolve("mail").toString(),
                "sms.accounts.john.password", "secret",
                "sms.accounts.jane.password", "secret");
        try (Gateway gateway =
                Gateway.start(Settings.read(new PropertySources(Optional.empty(), Map.of(), properties)), List.of())) {
            InetSocketAddress address = new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), URI.create(gateway.url()).getPort());
            String id = get(address, SEND + "to=15551234567&text=hi")
                    .replaceFirst("ID: ", "")
                    .strip();
            String query = "/http/querymsg?password=secret&api_id=1&apimsgid=" + id;
            assertThat(get(address, query + "&user=john")).isEqualTo("ID: " + id + " Status: 002\n");
            assertThat(get(address, query + "&user=jane")).startsWith("ERR: 103, ");
            assertThat(get(address, query.replace(id, "nosuch") + "&user=john")).startsWith("ERR: 103, ");
        }
    }
}
