package io.github.camelsms.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.http.RawHttp.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is no request of HTTP, or none that this listener takes. */
class BrokenHttpTest extends IceWarpRequests {

    @Test
    void brokenHttpIsAnsweredInOurWordsAndTheNextGoodRequestWorks() throws Exception {
        String canary = "pA55-canary";
        String q = "number=15551234567&data=hi&pass=" + canary;
        byte[] big = ("data=" + "x".repeat(1_000_000)).getBytes(StandardCharsets.US_ASCII);
        String host = "Host: localhost\r\nConnection: close\r\n";
        List<String> requests = new ArrayList<>(List.of(
                "\r\n\r\n",
                "GET\r\n\r\n",
                "\0\0\0\0\r\n\r\n",
                "\u00ff\u00fe\r\n\r\n",
                "GET / HTTP/1.1\r\n" + host + "\r\n",
                "GET /other?" + q + " HTTP/1.1\r\n" + host + "\r\n",
                "GET /sms/../?" + q + " HTTP/1.1\r\n" + host + "\r\n",
                "GET /sms/x?" + q + " HTTP/1.1\r\n" + host + "\r\n",
                "GET //sms/?" + q + " HTTP/1.1\r\n" + host + "\r\n",
                "GET /%2573ms/?" + q + " HTTP/1.1\r\n" + host + "\r\n",
                "GET /sms/%2e%2e/?" + q + " HTTP/1.1\r\n" + host + "\r\n",
                "GET /sms/%00?" + q + " HTTP/1.1\r\n" + host + "\r\n",
                "GET /sms/%zz?" + q + " HTTP/1.1\r\n" + host + "\r\n",
                "GET /sms/?" + q + "&data=\"hello world\" HTTP/1.1\r\n" + host + "\r\n",
                "GET /sms/?" + q + " HTTP/9.9\r\n" + host + "\r\n",
                "GET /sms/?" + q + " FTP/1.1\r\n" + host + "\r\n",
                "GET /sms/?" + q + "\r\n",
                "GET /sms/?" + q + " HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /sms/?" + q + " HTTP/1.1\r\n\r\n",
                "GET /sms/?" + q + " HTTP/1.1\r\nHost: localhost\r\nbad field\r\n\r\n",
                "GET /sms/?" + q + " HTTP/1.1\r\nHost: localhost\r\n: empty\r\n\r\n",
                "GET /sms/?" + q + " HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n",
                "GET /sms/?" + q + " HTTP/1.1\r\nHost: localhost\r\nX: " + "y".repeat(20_000) + "\r\n\r\n",
                "GET /sms/?" + "z".repeat(20_000) + " HTTP/1.1\r\n" + host + "\r\n",
                "HEAD /sms/?" + q + " HTTP/1.1\r\n" + host + "\r\n",
                "PUT /sms/?" + q + " HTTP/1.1\r\n" + host + "Content-Length: 0\r\n\r\n",
                "DELETE /sms/?" + q + " HTTP/1.1\r\n" + host + "\r\n",
                "OPTIONS /sms/?" + q + " HTTP/1.1\r\n" + host + "\r\n",
                "TRACE /sms/?" + q + " HTTP/1.1\r\n" + host + "\r\n",
                "PATCH /sms/?" + q + " HTTP/1.1\r\n" + host + "Content-Length: 0\r\n\r\n",
                "get /sms/?" + q + " HTTP/1.1\r\n" + host + "\r\n",
                "PROPFIND /sms/?" + q + " HTTP/1.1\r\n" + host + "\r\n",
                "CONNECT localhost:1 HTTP/1.1\r\n" + host + "\r\n",
                "GET http://user:" + canary + "@evil/sms/?" + q + " HTTP/1.1\r\n" + host + "\r\n",
                "POST /sms/ HTTP/1.1\r\n" + host + "Content-Type: " + FORM
                        + "\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /sms/ HTTP/1.1\r\n" + host + "Content-Type: " + FORM
                        + "\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
                "POST /sms/ HTTP/1.1\r\n" + host + "Content-Type: " + FORM + "\r\nContent-Length: -1\r\n\r\n",
                "POST /sms/ HTTP/1.1\r\n" + host + "Content-Type: " + FORM + "\r\nContent-Length: x\r\n\r\n",
                "POST /sms/ HTTP/1.1\r\n" + host + "Content-Type: " + FORM
                        + "\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
                "POST /sms/ HTTP/1.1\r\n" + host + "Content-Type: " + FORM
                        + "\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "POST /sms/ HTTP/1.1\r\n" + host + "Content-Type: " + FORM + "\r\nContent-Length: 100\r\n\r\nnumber=1",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
        for (String request : requests) {
            Reply reply = RawHttp.send(server, request);
            String shown = request.substring(0, Math.min(90, request.length()));
            assertThat(reply.status()).as(shown).isNotEqualTo(500).isNotEqualTo(200);
            assertThat(reply.text())
                    .as(shown)
                    .doesNotContain(canary)
                    .doesNotContain("<html")
                    .doesNotContain("etty");
            assertThat(submitted).as(shown).isEmpty();
            assertThat(RawHttp.get(server, GOOD).status()).as("after " + shown).isEqualTo(200);
            submitted.clear();
        }
        assertThat(RawHttp.post(server, "/sms/?number=15551234567", FORM, big).status())
                .isEqualTo(413);
        String chunked = "POST /sms/?number=15551234567 HTTP/1.1\r\n" + host + "Content-Type: " + FORM
                + "\r\nTransfer-Encoding: chunked\r\n\r\n" + "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        assertThat(RawHttp.send(server, chunked + ("10000\r\n" + "x".repeat(0x10000) + "\r\n").repeat(5) + "0\r\n\r\n")
                        .status())
                .isEqualTo(413);
        assertThat(submitted).isEmpty();
        assertThat(RawHttp.get(server, GOOD).status()).isEqualTo(200);
    }

    @Test
    void methodsAndMediaTypes() throws Exception {
        for (String method : List.of("PUT", "OPTIONS", "TRACE", "DELETE", "PATCH")) {
            Reply reply = RawHttp.send(
                    server, method + " " + GOOD + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(reply.status()).as(method).isEqualTo(405);
            assertThat(reply.head()).as(method).contains("Allow: GET, POST");
        }
        byte[] json = "{\"number\":\"15551234567\"}".getBytes(StandardCharsets.US_ASCII);
        for (String type : List.of(
                "application/json",
                "multipart/form-data; boundary=x",
                "text/plain",
                "",
                FORM + "; charset=ISO-8859-1",
                "application/x-java-serialized-object")) {
            assertThat(RawHttp.post(server, GOOD, type, json).status()).as(type).isEqualTo(415);
        }
        assertThat(submitted).isEmpty();
    }
}
