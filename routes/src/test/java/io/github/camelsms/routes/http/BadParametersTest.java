package io.github.camelsms.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.http.RawHttp.Reply;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Each mistake in a request has its code; the next good request works. */
class BadParametersTest extends IceWarpRequests {

    @Test
    void badRequestsGetTheirCodeAndTheNextGoodOneWorks() throws Exception {
        String good = "number=15551234567&data=hi";
        String[][] cases = {
            {"400 missing_param", "data=hi"},
            {"400 missing_param", "number=15551234567"},
            {"400 missing_param", "number=15551234567&data="},
            {"400 missing_param", ""},
            {"400 missing_param", "&&&"},
            {"400 missing_param", "=x&="},
            {"400 bad_number", "number=&data=hi"},
            {"400 bad_number", "number=+&data=hi"},
            {"400 bad_number", "number=12&data=hi"},
            {"400 bad_number", "number=12a45&data=hi"},
            {"400 bad_number", "number=1234567890123456&data=hi"},
            {"400 bad_number", "number=%2B%2B15551234567&data=hi"},
            {"400 bad_number", "number=1555%2B1234567&data=hi"},
            {"400 bad_number", "number=%2B15551234567%0D%0AAT%2BCMGD%3D1&data=x"},
            {"400 bad_number", "number=15551234567%0A&data=x"},
            {"400 bad_number", "number=15551234567%2C&data=x"},
            {"400 bad_number", "number=15551234567%2C15551234568%2Cx&data=x"},
            {"400 bad_number", "number=%D9%A1%D9%A2%D9%A3%D9%A4&data=x"},
            {"400 bad_number", "number=sms%3A15551234567&data=x"},
            {"400 bad_number", "number=*%23100%23&data=x"},
            {"400 bad_number", "number=%EF%BC%8B15551234567&data=x"},
            {"400 bad_encoding", good + "%"},
            {"400 bad_encoding", good + "%4"},
            {"400 bad_encoding", good + "%zz"},
            {"400 bad_encoding", good + "%u0041"},
            {"400 bad_encoding", good + "%-1"},
            {"400 bad_encoding", good + "%+1"},
            {"400 bad_encoding", good + "%FF%FE"},
            {"400 bad_encoding", good + "%C3"},
            {"400 bad_encoding", good + "%C0%AF"},
            {"400 bad_encoding", good + "%E0%80%AF"},
            {"400 bad_encoding", good + "%ED%A0%80"},
            {"400 bad_encoding", good + "%ED%B0%80"},
            {"400 bad_encoding", good + "%F4%90%80%80"},
            {"400 bad_encoding", good + "%F8%88%80%80%80"},
            {"400 bad_encoding", good + "%80"},
            {"400 bad_encoding", good + "%00"},
            {"400 bad_encoding", "number=15551234567%00&data=hi"},
            {"400 bad_encoding", good + "&%zz=1"},
            {"400 bad_encoding", good + "&foo=%zz"},
            {"400 bad_text", good + "%01"},
            {"400 bad_text", good + "%1B"},
            {"400 bad_text", good + "%1A"},
            {"400 bad_text", good + "%7F"},
            {"400 bad_text", good + "%EF%BF%BF"},
            {"400 bad_text", good + "%EF%B7%90"},
            {"400 bad_text", good + "%F0%9F%BF%BE"},
            {"400 duplicate_param", good + "&number=15559999999"},
            {"400 duplicate_param", good + "&data=again"},
            {"400 duplicate_param", good + "&NUMBER=15551234567"},
            {"400 duplicate_param", good + "&n%75mber=15551234567"},
            {"400 duplicate_param", good + "&id=a&id=b"},
            {"400 duplicate_param", good + "&maxmsgs=1&maxmsgs=1"},
            {"400 duplicate_param", good + "&reply=a%40b.c&reply=a%40b.c"},
            {"400 duplicate_param", good + "&user=a&user=a"},
            {"400 duplicate_param", good + "&authenticated=0&authenticated=1"},
            {"400 param_not_allowed", good + "&authenticated=1"},
            {"400 param_not_allowed", good + "&Authenticated=true"},
            {"400 param_not_allowed", good + "&%61uthenticated=1"},
            {"400 param_not_allowed", good + "&authenticated=00"},
            {"400 bad_param", good + "&maxmsgs=0"},
            {"400 bad_param", good + "&maxmsgs=129"},
            {"400 bad_param", good + "&maxmsgs=-1"},
            {"400 bad_param", good + "&maxmsgs=1e1"},
            {"400 bad_param", good + "&maxmsgs=99999999999999999999"},
            {"400 bad_param", good + "&maxmsgs=%D9%A3"},
            {"400 bad_param", good + "&pid=256"},
            {"400 bad_param", good + "&dcs=x"},
            {"400 bad_param", good + "&binary=2"},
            {"400 bad_param", good + "&binary=true"},
            {"400 bad_binary", "number=15551234567&binary=1&data=h"},
            {"400 bad_binary", "number=15551234567&binary=1&data=*bad*"},
            {"400 bad_binary", "number=15551234567&binary=1&data=%3D"},
            {"400 bad_udh", good + "&udh=*"},
            {"400 bad_udh", good + "&udh=AA%3D%3D"},
            {"400 bad_udh", good + "&udh=AAMB"},
            {"400 bad_udh", good + "&udh=BQQLhCPwBQ%3D%3D"},
            {
                "400 bad_udh",
                good + "&udh=" + Base64.getEncoder().encodeToString(longUdh()).replace("=", "%3D")
            },
            {"400 bad_sender", good + "&sender=TwelveLetter"},
            {"400 bad_sender", good + "&sender=a%0Ab"},
            {"400 bad_sender", good + "&sender=%22%3Cx%3E%60"},
            {"400 bad_sender", good + "&sender=1234567890123456"},
            {"400 bad_reply", good + "&reply=nobody"},
            {"400 bad_reply", good + "&reply=a%40b%0D%0ABcc%3A+x%40y"},
            {"400 bad_reply", good + "&reply=a%40b%2Cc%40d"},
            {"400 bad_reply", good + "&reply=%3Ca%40b%3E"},
            {"400 bad_reply", good + "&reply=%22a+b%22%40c"},
            {"400 bad_reply", good + "&reply=a%40b..c"},
            {"400 bad_reply", good + "&reply=a%E7%98%8D%40b.c"},
            {"400 bad_reply", good + "&reply=a%40-b"},
            {"400 bad_reply", good + "&reply=" + "a".repeat(65) + "%40b.c"},
            {"404 no_such_gateway", good + "&id=a%0Ab"},
            {"404 no_such_gateway", good + "&id=" + "x".repeat(129)},
            {"413 too_large", good + "&a=1".repeat(100)},
            {"414 too_large", good + "x".repeat(9000)}
        };
        for (String[] bad : cases) {
            Reply reply = RawHttp.get(server, "/sms/?" + bad[1]);
            assertThat(reply.status() + " " + reply.body()).as(bad[1]).startsWith(bad[0] + ": ");
            assertOurs(reply, bad[1]);
            assertThat(submitted).as(bad[1]).isEmpty();
            Reply next = RawHttp.get(server, GOOD);
            assertThat(next.status()).as("after " + bad[1]).isEqualTo(200);
            submitted.clear();
        }
    }

    private static byte[] longUdh() {
        byte[] udh = new byte[140];
        Arrays.fill(udh, (byte) 0x70);
        udh[1] = (byte) 138;
        return udh;
    }

    private static void assertOurs(Reply reply, String sent) {
        assertThat(reply.head()).as(sent).contains("text/plain;charset=utf-8").doesNotContain("Server:");
        assertThat(reply.body())
                .as(sent)
                .hasSizeLessThan(250)
                .endsWith("\n")
                .doesNotContain("<")
                .doesNotContain("xception")
                .doesNotContain("15551234567")
                .doesNotContain("org.")
                .doesNotContain("%");
    }
}
