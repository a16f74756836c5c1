package io.github.camelsms.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.http.RawHttp.Reply;
import io.github.camelsms.routes.http.icewarp.IceWarp;
import io.github.camelsms.routes.http.jetty.JettyCalls;
import io.github.camelsms.routes.ingress.Authentication;
import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.Accounts;
import io.github.camelsms.sms.account.PasswordHash;
import io.github.camelsms.sms.camel.SmsConstants;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real route file and listener; what stands behind {@code sms:outgoing} is a list here. */
class HttpIngressTest {

    private static final String GOOD = "/sms/?number=%2B15551234567&data=hi";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Accounts NONE = new Accounts(List.of(), Clock.systemUTC());

    /** What came out of the ingress. */
    record Submitted(Object body, Map<String, Object> headers, Map<String, Object> properties) {}

    private final Queue<Submitted> submitted = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private RuntimeException failure;
    private final Queue<AsyncCallback> late = new ConcurrentLinkedQueue<>();
    private volatile boolean never;
    private CamelContext context;
    private InetSocketAddress server;

    @BeforeEach
    void start() throws Exception {
        start(NONE);
    }

    private void start(Accounts accounts) throws Exception {
        start(accounts, Map.of());
    }

    private void start(Accounts accounts, Map<String, String> gatewayPasswords) throws Exception {
        stop();
        Accounts gateways = new Accounts(
                gatewayPasswords.entrySet().stream()
                        .map(one -> new Account(one.getKey(), Optional.of(PasswordHash.of(one.getValue()))))
                        .toList(),
                Clock.systemUTC());
        Listener listener = Listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server = listener.address();
        context = new DefaultCamelContext();
        DirectComponent instead = new DirectComponent();
        instead.setAutowiredEnabled(false);
        context.addComponent("sms", instead);
        context.getPropertiesComponent().addInitialProperty("sms.http.authority", "127.0.0.1:" + server.getPort());
        context.getPropertiesComponent().addInitialProperty("sms.http.timeoutMillis", "2000");
        JettyCalls.addTo(context, listener, 2000, path -> AnswerForm.PLAIN);
        IceWarp.addTo(
                context, new Entrance(new Authentication(accounts, server.getAddress()), stopping::get), gateways);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:sms-submit").process(new Submit());
                from("sms:incoming").process(new Submit());
            }
        });
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(context, "classpath:routes/http-icewarp.yaml"));
        context.start();
    }

    /** What stands in the place of the store: asynchronous, as the store is. */
    private final class Submit extends AsyncProcessorSupport {
        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            if (never) {
                late.add(callback);
                return false;
            }
            try {
                submit(exchange);
            } catch (RuntimeException e) {
                exchange.setException(e);
            }
            callback.done(true);
            return true;
        }
    }

    private void submit(Exchange exchange) {
        if (failure != null) {
            throw failure;
        }
        submitted.add(new Submitted(
                exchange.getMessage().getBody(),
                Map.copyOf(exchange.getMessage().getHeaders()),
                Map.copyOf(exchange.getProperties())));
        exchange.getMessage().setHeader(SmsConstants.MESSAGE_ID, "id-" + submitted.size());
    }

    @AfterEach
    void stop() {
        if (context != null) {
            context.stop();
        }
    }

    private Submitted only() {
        assertThat(submitted).hasSize(1);
        return submitted.peek();
    }

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
        start(NONE, Map.of("58", "1234567"));
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

    @Test
    void nobodyOutsideSetsAHeaderOfCamel() throws Exception {
        List<String> names = new ArrayList<>();
        for (String name : Set.of(
                "CamelSmsTo",
                "CamelSmsGateway",
                "CamelSmsAccount",
                "CamelSmsAuthenticatedAccount",
                "CamelExecCommandExecutable",
                "CamelHttpUri",
                "CamelFileName",
                "CamelBeanMethodName",
                "CamelJmsDestinationName",
                "org.apache.camel.x",
                "mail.smtp.host",
                "operationName",
                "X-EMG-Option-ROUTE",
                "breadcrumbId",
                "To",
                "Subject")) {
            names.addAll(List.of(
                    name,
                    name.toLowerCase(java.util.Locale.ROOT),
                    name.toUpperCase(java.util.Locale.ROOT),
                    name.replace("Camel", "CAmel"),
                    name.replace("Sms", "sms")));
        }
        for (String name : names) {
            submitted.clear();
            String fields = name + ": evil\r\nCookie: " + name + "=evil\r\n";
            RawHttp.get(server, GOOD + "&" + name + "=evil", fields);
            assertThat(only().headers()).as(name).isEqualTo(Map.of(SmsConstants.TO, "+15551234567"));
            assertThat(only().properties().values().toString()).as(name).doesNotContain("evil");
        }
    }

    @Test
    void aPageOfAnotherSiteMayNotSendWhileNoAccountIsDefined() throws Exception {
        for (String fields : List.of(
                "Sec-Fetch-Site: cross-site\r\n",
                "Origin: https://evil.example\r\n",
                "Origin: null\r\n",
                "Origin: http://localhost.evil.example\r\n",
                "Referer: https://evil.example/page\r\n")) {
            assertThat(RawHttp.get(server, GOOD, fields).status()).as(fields).isEqualTo(403);
        }
        Reply rebound = RawHttp.send(
                server, "GET " + GOOD + " HTTP/1.1\r\nHost: evil.example:8080\r\nConnection: close\r\n\r\n");
        assertThat(rebound.status()).isEqualTo(403);
        assertThat(RawHttp.get(server, GOOD, "X-Forwarded-For: 192.0.2.1\r\n").status())
                .isEqualTo(401);
        assertThat(submitted).isEmpty();
        for (String fields : List.of(
                "Sec-Fetch-Site: none\r\n",
                "Sec-Fetch-Site: same-origin\r\nOrigin: http://127.0.0.1:8080\r\n",
                "Origin: http://localhost:3000\r\n",
                "Referer: http://[::1]:8080/x\r\n")) {
            assertThat(RawHttp.get(server, GOOD, fields).status()).as(fields).isEqualTo(200);
        }
    }

    @Test
    void withAnAccountEachRequestNeedsItsPassword() throws Exception {
        String canary = "pA55-canary";
        start(new Accounts(
                List.of(
                        new Account("desk", Optional.of(PasswordHash.of(canary))),
                        new Account("closed", Optional.empty())),
                Clock.systemUTC()));
        Reply none = RawHttp.get(server, GOOD);
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.head()).contains("WWW-Authenticate: Basic realm=\"sms\"");
        assertThat(none.body()).startsWith("unauthenticated: ");
        assertThat(RawHttp.get(server, GOOD + "&user=desk&pass=wrong").status()).isEqualTo(401);
        assertThat(RawHttp.get(server, GOOD + "&user=closed&pass=").status()).isEqualTo(401);
        assertThat(RawHttp.get(server, GOOD + "&user=closed").status()).isEqualTo(401);
        assertThat(RawHttp.get(server, GOOD + "&user=nobody&pass=" + canary).status())
                .isEqualTo(401);
        for (String field :
                List.of("Bearer x", "Basic", "Basic *", "Basic " + base64("desk"), "Basic " + base64("desk:x"))) {
            assertThat(RawHttp.get(server, GOOD, "Authorization: " + field + "\r\n")
                            .status())
                    .as(field)
                    .isEqualTo(401);
        }
        assertThat(submitted).isEmpty();
        assertThat(RawHttp.get(server, GOOD + "&user=desk&pass=" + canary).status())
                .isEqualTo(200);
        assertThat(RawHttp.get(
                                server,
                                GOOD,
                                "Authorization: Basic " + base64("desk:" + canary)
                                        + "\r\nOrigin: https://app.example\r\n")
                        .status())
                .isEqualTo(200);
        assertThat(submitted).hasSize(2).allSatisfy(message -> {
            assertThat(message.headers())
                    .isEqualTo(Map.of(SmsConstants.TO, "+15551234567", SmsConstants.ACCOUNT, "desk"));
            assertThat(message.properties()).containsEntry(SmsConstants.AUTHENTICATED_PROPERTY, "desk");
            assertThat(message.properties().values().toString()).doesNotContain(canary);
        });
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatFailsInsideStaysInside() throws Exception {
        failure = new IllegalStateException("secret pA55-canary in /etc/sms.conf");
        Reply reply = RawHttp.get(server, GOOD);
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text())
                .doesNotContain("canary")
                .doesNotContain("Exception")
                .doesNotContain("/etc");
        assertThat(reply.body()).matches("internal: .* incident [0-9a-f]{12}\n");
    }

    @Test
    void aStoreThatDoesNotAnswerIsSaidSoInTime() throws Exception {
        never = true;
        Reply reply = RawHttp.get(server, GOOD);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.body()).startsWith("store_down: ");
        assertThat(reply.head()).contains("Retry-After: 5").doesNotContain("etty");
        never = false;
        // too late: nobody is there any more to be told
        late.remove().done(false);
        assertThat(RawHttp.get(server, GOOD).status()).isEqualTo(200);
    }

    @Test
    void aStoppingGatewayTakesNothingIn() throws Exception {
        stopping.set(true);
        Reply reply = RawHttp.get(server, GOOD);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.head()).contains("Retry-After: 5");
        assertThat(reply.body()).startsWith("stopping: ");
        stopping.set(false);
        context.getRouteController().suspendRoute("http-icewarp");
        assertThat(RawHttp.get(server, GOOD).status()).isEqualTo(503);
    }
}
