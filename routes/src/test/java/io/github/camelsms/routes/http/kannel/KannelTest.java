package io.github.camelsms.routes.http.kannel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.http.DialectServer;
import io.github.camelsms.routes.http.DialectServer.Submitted;
import io.github.camelsms.routes.http.RawHttp;
import io.github.camelsms.routes.http.RawHttp.Reply;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KannelTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final String SEND = "/cgi-bin/sendsms?username=tester&password=foobar&";
    private static final String GOOD = SEND + "to=0123456&text=";

    private DialectServer server;

    @BeforeEach
    void start() throws Exception {
        server = DialectServer.start(
                (context, entrance) -> Kannel.addTo(context, entrance, Clock.fixed(NOW, ZoneOffset.UTC)),
                "http-kannel.yaml",
                Map.of("tester", "foobar"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String get(String path) throws Exception {
        Reply reply = RawHttp.get(server.address(), path);
        return reply.status() + " " + reply.body();
    }

    private Submitted sent(String path) throws Exception {
        assertThat(get(path)).as(path).isEqualTo("202 0: Accepted for delivery");
        return server.take();
    }

    @Test
    void aMessageIsAcceptedInKannelsWords() throws Exception {
        Submitted sent = sent(SEND + "from=5550001&to=+15551234567&text=Hello+world%21");
        assertThat(sent.body()).isEqualTo("Hello world!");
        assertThat(sent.headers())
                .isEqualTo(Map.of(
                        SmsConstants.TO, "+15551234567",
                        SmsConstants.FROM, "5550001",
                        SmsConstants.ACCOUNT, "tester"));
        assertThat(sent("/cgi-bin/sendsms?user=tester&pass=foobar&to=0123456&text=x")
                        .body())
                .isEqualTo("x");
        Reply post = RawHttp.post(
                server.address(),
                "/cgi-bin/sendsms",
                "application/x-www-form-urlencoded",
                "username=tester&password=foobar&to=0123456&text=x".getBytes(StandardCharsets.US_ASCII));
        assertThat(post.body()).isEqualTo("0: Accepted for delivery");
    }

    @Test
    void severalReceiversAndThoseWhoAreDenied() throws Exception {
        assertThat(get(SEND + "to=0123456+0123457&text=hi")).isEqualTo("202 Sent.");
        assertThat(server.take().headers()).containsEntry(SmsConstants.TO, "0123456,0123457");
        assertThat(get(SEND + "to=0123456+x%3Cb%3E+0123457&text=hi")).isEqualTo("202 Sent. Denied receivers are: x?b?");
        assertThat(server.take().headers()).containsEntry(SmsConstants.TO, "0123456,0123457");
        assertThat(get(SEND + "to=0123456+0123457&text=" + "a".repeat(200))).isEqualTo("202 Sent. Message splits: 2");
    }

    @Test
    void codingsCharsetsAndHeaders() throws Exception {
        assertThat(sent(GOOD + "caf%C3%A9").body()).isEqualTo("café");
        assertThat(sent(GOOD + "caf%E9&charset=ISO-8859-1").body()).isEqualTo("café");
        assertThat(sent(GOOD + "%80&charset=windows-1252").body()).isEqualTo("€");
        Submitted ucs2 = sent(GOOD + "%01%7E%D8%3D%DE%00&coding=2");
        assertThat(ucs2.body()).isEqualTo("ž😀");
        assertThat(ucs2.headers()).containsEntry(SmsConstants.ENCODING, "UCS2");
        assertThat(sent(GOOD + "%C5%BE&coding=2&charset=UTF-8").body()).isEqualTo("ž");
        Submitted binary = sent(GOOD + "%00%FF&udh=%06%05%04%15%82%00%00");
        assertThat((byte[]) binary.body()).isEqualTo(new byte[] {0, -1});
        assertThat(binary.headers()).containsEntry(SmsConstants.UDH, "050415820000");
        assertThat((byte[]) sent(GOOD + "%00%01&coding=1").body()).isEqualTo(new byte[] {0, 1});
        assertThat(sent(GOOD + "hi&coding=0&udh=%06%05%04%15%82%00%00").body()).isEqualTo("hi");
    }

    @Test
    void displayAndTimes() throws Exception {
        assertThat(sent(GOOD + "hi&mclass=0").headers()).containsEntry(SmsConstants.MESSAGE_CLASS, 0);
        assertThat(sent(GOOD + "hi&mclass=1&alt-dcs=1").headers()).containsEntry(SmsConstants.DCS, 0xF1);
        assertThat(sent(GOOD + "hi&mwi=0").headers()).containsEntry(SmsConstants.DCS, 0xD8);
        assertThat(sent(GOOD + "hi&mwi=5").headers()).containsEntry(SmsConstants.DCS, 0xD1);
        assertThat(sent(GOOD + "%00h&mwi=2&coding=2").headers()).containsEntry(SmsConstants.DCS, 0xEA);
        assertThat(sent(GOOD + "hi&deferred=10&validity=60&priority=3&pid=64&smsc=us&account=a1&rpi=1&compress=0")
                        .headers())
                .containsEntry(SmsConstants.NOT_BEFORE, NOW.plusSeconds(600))
                .containsEntry(SmsConstants.EXPIRES_AT, NOW.plusSeconds(3600))
                .containsEntry(SmsConstants.PRIORITY, 3)
                .containsEntry(SmsConstants.PID, 64)
                .containsEntry(SmsConstants.GATEWAY, "us")
                .containsEntry(SmsConstants.BILLING, "a1");
        assertThat(sent(GOOD + "hi&dlr-mask=31&dlr-url=http%3A%2F%2Fhost%2Fdlr%3Ftype%3D%25d%26id%3D%25I")
                        .headers())
                .containsEntry(SmsConstants.REPORT_MASK, 31)
                .containsEntry(SmsConstants.REPORT_REQUESTED, true)
                .containsEntry(SmsConstants.REPORT_URL, "http://host/dlr?type=%d&id=%I");
        assertThat(sent(GOOD + "hi&dlrmask=8&dlrurl=http%3A%2F%2Fhost%2F").headers())
                .containsEntry(SmsConstants.REPORT_MASK, 8)
                .doesNotContainKey(SmsConstants.REPORT_REQUESTED);
    }

    @Test
    void refusalsAreKannelsToTheLetter() throws Exception {
        for (String[] bad : List.of(
                new String[] {"/cgi-bin/sendsms?to=0123456&text=hi", "403 Authorization failed for sendsms"},
                new String[] {
                    "/cgi-bin/sendsms?user=tester&pass=x&to=0123456&text=hi", "403 Authorization failed for sendsms"
                },
                new String[] {SEND + "text=hi", "400 Missing receiver number, rejected"},
                new String[] {SEND + "to=&text=hi", "400 Empty receiver number not allowed, rejected"},
                new String[] {SEND + "to=+&text=hi", "400 Empty receiver number not allowed, rejected"},
                new String[] {SEND + "to=x&text=hi", "400 Number(s) has/have been denied by white- and/or black-lists."
                },
                new String[] {GOOD, "400 Charset or body misformed, rejected"},
                new String[] {GOOD + "%E9", "400 Charset or body misformed, rejected"},
                new String[] {GOOD + "hi&charset=klingon", "400 Charset or body misformed, rejected"},
                new String[] {GOOD + "h&coding=2", "400 Charset or body misformed, rejected"},
                new String[] {GOOD + "%zz", "400 Charset or body misformed, rejected"},
                new String[] {GOOD + "hi&udh=%06%05", "400 UDH field misformed, rejected"},
                new String[] {GOOD + "hi&mclass=4", "400 MClass field misformed, rejected"},
                new String[] {GOOD + "hi&mwi=8", "400 MWI field misformed, rejected"},
                new String[] {GOOD + "hi&coding=3", "400 Coding field misformed, rejected"},
                new String[] {GOOD + "hi&compress=1", "400 Compress field misformed, rejected"},
                new String[] {GOOD + "hi&pid=256", "400 PID field misformed, rejected"},
                new String[] {GOOD + "hi&rpi=2", "400 RPI field misformed, rejected"},
                new String[] {GOOD + "hi&alt-dcs=2", "400 Alt-DCS field misformed, rejected"},
                new String[] {GOOD + "hi&validity=x", "400 Validity field misformed, rejected"},
                new String[] {GOOD + "hi&validity=0", "400 Validity field misformed, rejected"},
                new String[] {GOOD + "hi&deferred=-1", "400 Deferred field misformed, rejected"},
                new String[] {GOOD + "hi&priority=4", "400 Priority field misformed, rejected"},
                new String[] {GOOD + "hi&dlr-mask=64", "400 DLR-Mask field misformed, rejected"},
                new String[] {GOOD + "hi&dlr-mask=1&dlrmask=1", "400 DLR-Mask field misformed, rejected"},
                new String[] {GOOD + "hi&dlr-url=file:/etc", "400 DLR-URL field misformed, rejected"},
                new String[] {GOOD + "hi&account=" + "x".repeat(65), "400 Account field misformed or too long, rejected"
                })) {
            assertThat(get(bad[0])).as(bad[0]).isEqualTo(bad[1]);
            assertThat(server.submitted()).as(bad[0]).isEmpty();
            sent(GOOD + "hi");
        }
        server.fail(new SmsRejectedException(Code.NO_SUCH_GATEWAY, "no"));
        assertThat(get(GOOD + "hi")).isEqualTo("403 Not routable. Do not try again.");
        server.fail(new SmsRejectedException(Code.STORE_FULL, "full"));
        assertThat(get(GOOD + "hi")).isEqualTo("503 Temporal failure, try again later.");
        server.fail(new IllegalStateException("a fault"));
        assertThat(get(GOOD + "hi")).isEqualTo("500 Sending failed.");
    }
}
