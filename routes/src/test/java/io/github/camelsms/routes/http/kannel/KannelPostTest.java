package io.github.camelsms.routes.http.kannel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.http.DialectServer;
import io.github.camelsms.routes.http.DialectServer.Submitted;
import io.github.camelsms.routes.http.RawHttp;
import io.github.camelsms.routes.http.RawHttp.Reply;
import io.github.camelsms.sms.camel.SmsConstants;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of {@code sendsms} that are no query. */
class KannelPostTest {

    private static final String LOGIN = "X-Kannel-Username: tester\r\nX-Kannel-Password: foobar\r\n";
    private static final String FROM = "<from><user>tester</user><pass>foobar</pass></from>";

    private DialectServer server;

    @BeforeEach
    void start() throws Exception {
        server = DialectServer.start(
                (context, entrance) -> Kannel.addTo(context, entrance, Clock.systemUTC()),
                "http-kannel.yaml",
                Map.of("tester", "foobar"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aTextWithHeaderFields() throws Exception {
        Reply reply = post(
                LOGIN + "X-Kannel-To: +15551234567 +15551234568\r\nX-Kannel-From: Bank\r\nX-Kannel-SMSC: us\r\n"
                        + "X-Kannel-Priority: 2\r\nContent-Type: text/plain; charset=iso-8859-1\r\n",
                "Grüße".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(reply.status() + " " + reply.body()).isEqualTo("202 Sent.");
        Submitted sent = server.take();
        assertThat(sent.body()).isEqualTo("Grüße");
        assertThat(sent.headers())
                .containsEntry(SmsConstants.TO, "+15551234567,+15551234568")
                .containsEntry(SmsConstants.FROM, "Bank")
                .containsEntry(SmsConstants.GATEWAY, "us")
                .containsEntry(SmsConstants.PRIORITY, 2);
    }

    @Test
    void octetsWithHeaderFields() throws Exception {
        byte[] octets = {0, 1, (byte) 0xFF};
        Reply reply = post(
                LOGIN + "X-Kannel-To: 0123456\r\nX-Kannel-UDH: 06050415820000\r\n"
                        + "Content-Type: application/octet-stream\r\n",
                octets);

        assertThat(reply.status()).isEqualTo(202);
        Submitted sent = server.take();
        assertThat(sent.body()).isEqualTo(octets);
        assertThat(sent.headers()).containsEntry(SmsConstants.UDH, "050415820000");
    }

    @Test
    void xml() throws Exception {
        Reply reply = xml("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><message><submit>"
                + "<da><number>+15551234567</number></da><oa><number>Bank</number></oa><ud>Grüße &amp; &#8364;</ud>"
                + "<statusrequest><dlr-mask>3</dlr-mask><dlr-url>http://h.example/?d=%d</dlr-url></statusrequest>"
                + "<pid>5</pid>" + FROM + "<to>us</to></submit></message>");

        assertThat(reply.status() + " " + reply.body()).isEqualTo("202 0: Accepted for delivery");
        Submitted sent = server.take();
        assertThat(sent.body()).isEqualTo("Grüße & €");
        assertThat(sent.headers())
                .containsEntry(SmsConstants.TO, "+15551234567")
                .containsEntry(SmsConstants.FROM, "Bank")
                .containsEntry(SmsConstants.GATEWAY, "us")
                .containsEntry(SmsConstants.PID, 5)
                .containsEntry(SmsConstants.REPORT_URL, "http://h.example/?d=%d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<message><submit>",
                "no xml",
                "<!DOCTYPE m [<!ENTITY x SYSTEM"
                        + " \"file:///etc/passwd\">]><message><submit><da><number>1234</number></da>"
                        + "<ud>&x;</ud></submit></message>",
                "<!DOCTYPE m [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><message><submit><ud>&b;</ud></submit>"
                        + "</message>",
                "<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a/></a></a></a></a></a></a></a></a></a></a>"
                        + "</a></a></a></a></a></a></a></a></a>"
            })
    void xmlThatIsNotWhatItShouldBeIsRefused(String document) throws Exception {
        assertThat(xml(document).status()).isIn(400, 403);
        assertThat(xml("<message><submit><da><number>0123456</number></da><ud>x</ud>" + FROM + "</submit></message>")
                        .status())
                .as("the next good one works")
                .isEqualTo(202);
    }

    @Test
    void aWrongPasswordAndAHeaderThatIsNoHex() throws Exception {
        assertThat(post("X-Kannel-Username: tester\r\nX-Kannel-To: 0123456\r\n", new byte[] {'x'})
                        .status())
                .isEqualTo(403);
        Reply reply = post(LOGIN + "X-Kannel-To: 0123456\r\nX-Kannel-UDH: 0G\r\n", new byte[] {'x'});
        assertThat(reply.status() + " " + reply.body()).isEqualTo("400 UDH field misformed, rejected");
    }

    private Reply xml(String document) throws Exception {
        return post("Content-Type: text/xml\r\n", document.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Reply post(String fields, byte[] body) throws Exception {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(("POST /cgi-bin/sendsms HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + fields
                        + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        request.write(body);
        return RawHttp.send(server.address(), request.toByteArray());
    }
}
