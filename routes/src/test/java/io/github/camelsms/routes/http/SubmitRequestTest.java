package io.github.camelsms.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.http.RawHttp.Reply;
import io.github.camelsms.sms.camel.SmsConstants;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a request may say and what becomes of it. */
class SubmitRequestTest extends IceWarpRequests {

    @Test
    void aGoodRequestIsAcceptedAndAnsweredInOneLine() throws Exception {
        Reply reply = RawHttp.get(server, GOOD);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("OK id-1\n");
        assertThat(reply.head())
                .contains("Content-Type: text/plain;charset=utf-8")
                .contains("Cache-Control: no-store")
                .doesNotContain("Server:")
                .doesNotContain("Jetty");
        assertThat(only().body()).isEqualTo("hi");
        assertThat(only().headers()).isEqualTo(Map.of(SmsConstants.TO, "+15551234567"));
    }

    @Test
    void allParametersBecomeHeadersOfTheContract() throws Exception {
        Reply reply = RawHttp.get(
                server,
                "/sms/?number=+1%20(555)%20123-45.67&data=caf%C3%A9+%E2%82%AC&sender=Desk&reply=desk%40example.org"
                        + "&id=my%20gw&maxmsgs=3&pid=64&dcs=16&foo=bar&authenticated=0&binary=0");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(only().body()).isEqualTo("café €");
        assertThat(only().headers())
                .isEqualTo(Map.of(
                        SmsConstants.TO, "+15551234567",
                        SmsConstants.FROM, "Desk",
                        SmsConstants.REPLY_TO, "desk@example.org",
                        SmsConstants.GATEWAY, "my gw",
                        SmsConstants.MAX_PARTS, 3,
                        SmsConstants.PID, 64,
                        SmsConstants.DCS, 16));
    }

    @Test
    void aFormIsReadLikeAQueryAndBothTogether() throws Exception {
        byte[] form = "data=%F0%9F%98%80%0D%0A&sender=%2B15550001".getBytes(StandardCharsets.US_ASCII);
        Reply reply = RawHttp.post(server, "/sms?number=15551234567", FORM + "; charset=UTF-8", form);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(only().body()).isEqualTo("😀\r\n");
        assertThat(only().headers()).isEqualTo(Map.of(SmsConstants.TO, "15551234567", SmsConstants.FROM, "+15550001"));
    }

    @Test
    void unencodedUtf8IsReadAsCurlSendsIt() throws Exception {
        String request = String.join(
                "\r\n",
                "GET /sms/?number=+15551234567&data=žluť HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "",
                "");
        assertThat(RawHttp.send(server, request.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
        assertThat(only().body()).isEqualTo("žluť");
    }

    @Test
    void binaryDataAndUserDataHeader() throws Exception {
        byte[] octets = {0, 1, (byte) 0xFF, (byte) 0xFE};
        String data = URLEncoder.encode(Base64.getEncoder().encodeToString(octets), StandardCharsets.UTF_8);
        String udh = URLEncoder.encode(
                Base64.getEncoder().encodeToString(new byte[] {5, 4, 11, (byte) 0x84, 35, (byte) 0xF0}),
                StandardCharsets.UTF_8);
        Reply reply = RawHttp.get(server, "/sms/?number=15551234567&binary=1&data=" + data + "&udh=" + udh);
        assertThat(reply.status()).isEqualTo(200);
        assertThat((byte[]) only().body()).isEqualTo(octets);
        assertThat(only().headers()).containsEntry(SmsConstants.UDH, "05040B8423F0");
    }

    @Test
    void severalNumbersAreOneRequestAllOrNothing() throws Exception {
        Reply reply = RawHttp.get(server, "/sms/?number=%2B15551234567,+15551234568%3B0015551234569&data=hi");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(only().headers()).isEqualTo(Map.of(SmsConstants.TO, "+15551234567,+15551234568,+15551234569"));
        String thousand = "15551234567,".repeat(1000);
        byte[] form = ("data=hi&number=" + thousand + "1555").getBytes(StandardCharsets.US_ASCII);
        assertThat(RawHttp.post(server, "/sms/", FORM, form).body()).startsWith("too_large: ");
    }

    @Test
    void parametersForTheProviderTravelAlong() throws Exception {
        for (String value : List.of("value=%26unicode%3D1", "value=unicode%3D1", "value=&unicode=1")) {
            submitted.clear();
            assertThat(RawHttp.get(server, GOOD + "&" + value).status())
                    .as(value)
                    .isEqualTo(200);
            assertThat(only().headers())
                    .as(value)
                    .isEqualTo(Map.of(SmsConstants.TO, "+15551234567", SmsConstants.PROVIDER_PARAMETERS, "unicode=1"));
        }
        submitted.clear();
        RawHttp.get(server, GOOD + "&value=&a=%C5%BE%26&value=b%3D2&value=&sender=Desk");
        assertThat(only().headers()).containsEntry(SmsConstants.PROVIDER_PARAMETERS, "a=%C5%BE%26&b=2");
        for (String bad : List.of("a%0D%0Ab", "a%23b", "%25zz", "x".repeat(1025))) {
            assertThat(RawHttp.get(server, GOOD + "&value=" + bad).body())
                    .as(bad)
                    .startsWith("bad_param: ");
        }
    }

    @Test
    void thePeerServersMessageIdMakesItsRepetitionsOneRequest() throws Exception {
        RawHttp.get(server, GOOD + "&msgid=01M805FCNA0HHA7R2ARJH9R6SK");
        assertThat(only().headers()).containsEntry(SmsConstants.IDEMPOTENCY_KEY, "msgid:01M805FCNA0HHA7R2ARJH9R6SK");
        submitted.clear();
        RawHttp.get(server, GOOD + "&msgid=1");
        assertThat(only().headers()).doesNotContainKey(SmsConstants.IDEMPOTENCY_KEY);
    }

    @Test
    void anotherServerDeliversWhatItsPhoneHasReceived() throws Exception {
        start(List.of(), Map.of("58", "1234567"));
        String good = "id=58&number=+1555&data=caf%C3%A9&pass=1234567";
        for (String bad : List.of(
                "403 id=99&number=1&data=Hello&pass=1234567",
                "403 id=58&number=1&data=Hello&pass=1234568",
                "400 number=1555&data=x&pass=1234567",
                "400 id=58&number=1555&pass=1234567",
                "400 id=58&number=1555&data=x",
                "400 id=58&data=x&pass=1234567",
                "400 id=58&number=1555&data=x&pass=1234567&pass=1234567",
                "400 id=58&number=1%0A555&data=x&pass=1234567",
                "400 id=58&number=1555&data=*&binary=1&pass=1234567")) {
            Reply reply = RawHttp.get(server, "/sms/deliver.html?" + bad.substring(4));
            assertThat(reply.status() + " ").as(bad).isEqualTo(bad.substring(0, 4));
            assertThat(submitted).as(bad).isEmpty();
        }
        assertThat(RawHttp.get(server, "/sms/deliver.html?" + good).body()).isEqualTo("OK\n");
        assertThat(only().body()).isEqualTo("café");
        assertThat(only().headers()).isEqualTo(Map.of(SmsConstants.FROM, "+1555", SmsConstants.GATEWAY, "58"));
        submitted.clear();
        byte[] form = "id=58&number=Bank&data=AAH%2F&binary=1&pass=1234567".getBytes(StandardCharsets.US_ASCII);
        assertThat(RawHttp.post(server, "/sms/deliver.html", FORM, form).status())
                .isEqualTo(200);
        assertThat((byte[]) only().body()).isEqualTo(new byte[] {0, 1, (byte) 0xFF});
        assertThat(only().headers()).containsEntry(SmsConstants.FROM, "Bank");
    }

    @Test
    void theIdempotencyKeyIsTakenQuotedOrBare() throws Exception {
        for (String field : List.of("order-17", "\"order-17\"", "  \"order-17\" ", "\"a\\\"b\\\\c\"")) {
            assertThat(RawHttp.get(server, GOOD, "idempotency-KEY: " + field + "\r\n")
                            .status())
                    .as(field)
                    .isEqualTo(200);
        }
        assertThat(submitted)
                .extracting(one -> one.headers().get(SmsConstants.IDEMPOTENCY_KEY))
                .containsExactly("order-17", "order-17", "order-17", "a\"b\\c");
        String twice = "Idempotency-Key: a\r\nIdempotency-Key: b\r\n";
        assertThat(RawHttp.get(server, GOOD, twice).body()).startsWith("bad_request");
        for (String field : List.of(
                "\"", "\"open", "\"a\"b\"", "\"\"", "\"\\n\"", "k\u00e9y", "k".repeat(256), "\"" + "x".repeat(9000))) {
            assertThat(RawHttp.get(server, GOOD, "Idempotency-Key: " + field + "\r\n")
                            .body())
                    .as(field)
                    .startsWith("bad_param: Idempotency-Key");
        }
        assertThat(submitted).hasSize(4);
    }
}
