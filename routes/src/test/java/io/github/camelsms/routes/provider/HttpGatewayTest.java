package io.github.camelsms.routes.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.routes.provider.RecordedProvider.Answer;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a message when the provider answers, does not answer, or is not there. */
class HttpGatewayTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<HttpGateway> started = new ArrayList<>();
    private RecordedProvider provider;

    @BeforeEach
    void start() throws Exception {
        provider = new RecordedProvider();
        context.start();
    }

    @AfterEach
    void stop() {
        started.forEach(HttpGateway::stop);
        context.stop();
        provider.close();
    }

    private HttpGateway gateway(String definition) {
        HttpGateway gateway = new HttpGateway();
        gateway.setCamelContext(context);
        gateway.setDefinition("gateway = us\n" + definition);
        gateway.start();
        started.add(gateway);
        return gateway;
    }

    private Exchange send(HttpGateway gateway, Object body) throws Exception {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeader(SmsConstants.TO, "+15551234567");
        exchange.getMessage().setHeader(SmsConstants.MESSAGE_ID, "01M8");
        gateway.process(exchange);
        return exchange;
    }

    private SendFailedException failure(HttpGateway gateway) throws Exception {
        Exception failure = send(gateway, "s3cret text").getException();
        assertThat(failure).isInstanceOf(SendFailedException.class);
        assertThat(failure.getMessage()).doesNotContain("s3cret").doesNotContain("15551234567");
        return (SendFailedException) failure;
    }

    @Test
    void whatTheAnswerSaysComesBackInHeaders() throws Exception {
        provider.answers("p", Answer.of(200, "OK id=a1 id=a2 cost=0.05 left=12.5"));
        HttpGateway gateway = gateway("url = " + provider.host("p") + "/send?to=%number%&text=%data%\n"
                + "headers = X-Key: %secret%\nsecret = k&y\nsuccess = body ^OK\nid = body id=(\\w+)\n"
                + "price = body cost=([0-9.]+)\nbalance = body left=([0-9.]+)");
        Exchange exchange = send(gateway, "Hi & bye");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(SmsConstants.REFERENCES)).isEqualTo(List.of("a1", "a2"));
        assertThat(exchange.getMessage().getHeader(SmsConstants.PRICE)).isEqualTo(new BigDecimal("0.05"));
        assertThat(exchange.getMessage().getHeader(SmsConstants.BALANCE)).isEqualTo(new BigDecimal("12.5"));
        assertThat(provider.asked("p").get(0).url()).isEqualTo("/p/send?to=%2B15551234567&text=Hi%20%26%20bye");
        assertThat(provider.asked("p").get(0).fields()).containsEntry("x-key", "k&y");
    }

    @ParameterizedTest
    @CsvSource({
        "400,REJECTED",
        "422,REJECTED",
        "401,UNAVAILABLE",
        "402,UNAVAILABLE",
        "403,TEMPORARY",
        "302,TEMPORARY",
        "500,TEMPORARY",
        "503,TEMPORARY",
        "502,UNCERTAIN",
        "504,UNCERTAIN"
    })
    void withoutRulesTheStatusDecides(int status, FailureKind kind) throws Exception {
        provider.answers("p", new Answer(status, "no", Map.of("Location", "/p/elsewhere")));
        assertThat(failure(gateway("url = " + provider.host("p") + "/s?t=%data%"))
                        .kind())
                .isEqualTo(kind);
        assertThat(provider.asked("p")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ERR 7 +15551234567,REJECTED,ERR 7",
        "WAIT,TEMPORARY,200",
        "LOGIN,UNAVAILABLE,200",
        "<html>,UNCERTAIN,200"
    })
    void rulesComeFirst(String body, FailureKind kind, String said) throws Exception {
        provider.answers("p", Answer.of(200, body));
        SendFailedException failure = failure(gateway("url = " + provider.host("p") + "/s\nsuccess = body ^OK\n"
                + "permanent = body ^ERR\ntemporary = body ^WAIT\nunavailable = body ^LOGIN\nreason = body ^(ERR .*)"));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure).hasMessageContaining(said);
    }

    @Test
    void aProviderThatWantsLessIsGivenLess() throws Exception {
        provider.answers("p", new Answer(429, "", Map.of("Retry-After", "7")));
        assertThat(failure(gateway("url = " + provider.host("p") + "/s")).retryAfter())
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void whatWasNotReachedWasNotSent() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        assertThat(failure(gateway("url = http://127.0.0.1:" + port + "/s?t=%data%"))
                        .kind())
                .isEqualTo(FailureKind.UNAVAILABLE);
    }

    /** Reads a request and hangs up, or says nothing; a GET, which HTTP clients like to repeat. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void noAnswerIsUncertainAndNothingIsRepeated(boolean hangsUp) throws Exception {
        AtomicInteger requests = new AtomicInteger();
        List<Socket> open = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try {
                    while (true) {
                        Socket socket = server.accept();
                        open.add(socket);
                        if (socket.getInputStream().read(new byte[8192]) > 0) {
                            requests.incrementAndGet();
                        }
                        if (hangsUp) {
                            socket.close();
                        }
                    }
                } catch (java.io.IOException e) {
                    // the test is over
                }
            });
            thread.start();
            HttpGateway gateway =
                    gateway("url = http://127.0.0.1:" + server.getLocalPort() + "/s?t=%data%\nanswerTimeout = 700ms");
            assertThat(failure(gateway).kind()).isEqualTo(FailureKind.UNCERTAIN);
            assertThat(requests).hasValue(1);
        }
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Test
    void theStoreKnowsBeforeTheRequestLeaves() throws Exception {
        provider.answers("p", Answer.of(200, ""));
        List<String> calls = new ArrayList<>();
        PartLedger ledger = new PartLedger() {
            @Override
            public CompletionStage<Plan> open(int total) {
                calls.add("open " + total);
                return CompletableFuture.completedFuture(new Plan(1, Map.of()));
            }

            @Override
            public CompletionStage<Void> sending(int index) {
                calls.add("sending after " + provider.asked("p").size());
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public CompletionStage<Void> accepted(int index, String reference) {
                calls.add("accepted");
                return CompletableFuture.completedFuture(null);
            }
        };
        HttpGateway gateway = gateway("url = " + provider.host("p") + "/s");
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody("x");
        exchange.setProperty(SmsConstants.LEDGER_PROPERTY, ledger);
        gateway.process(exchange);
        assertThat(calls).containsExactly("open 1", "sending after 0");
        assertThat(provider.asked("p")).hasSize(1);
    }

    @Test
    void anAccessTokenIsFetchedOnceAndAgainWhenItIsRefused() throws Exception {
        provider.answers("token", Answer.of(200, "{\"access_token\":\"T1\",\"expires_in\":3600}"));
        provider.answers("p", Answer.of(200, ""), Answer.of(200, ""), Answer.of(401, ""), Answer.of(200, ""));
        HttpGateway gateway = gateway("url = " + provider.host("p") + "/s\nauth = oauth2\naccount = me\nsecret = x y\n"
                + "oauthUrl = " + provider.host("token") + "/t\noauthScope = sms");
        send(gateway, "1");
        send(gateway, "2");
        assertThat(provider.asked("token")).hasSize(1);
        assertThat(provider.asked("token").get(0).body()).isEqualTo("grant_type=client_credentials&scope=sms");
        assertThat(provider.asked("p").get(1).fields()).containsEntry("authorization", "Bearer T1");
        assertThat(failure(gateway).kind()).isEqualTo(FailureKind.UNAVAILABLE);
        send(gateway, "4");
        assertThat(provider.asked("token")).hasSize(2);
    }

    @Test
    void aProxyIsAsked() throws Exception {
        provider.answers("", Answer.of(200, ""));
        HttpGateway gateway = gateway("url = http://sms.invalid/s?t=%data%\nproxy = "
                + provider.host("").replaceFirst("/$", ""));
        assertThat(send(gateway, "x").getException()).isNull();
    }

    @Test
    void jsonIsEscapedAndWhatSaysNothingIsLeftOut() throws Exception {
        provider.answers("p", Answer.of(200, ""));
        send(
                gateway(
                        "url = " + provider.host("p") + "/s\nomitEmpty = true\n"
                                + "json = {\"to\": [\"%number%\"], \"text\": \"%data%\", \"from\": \"%sender%\", \"x\": {\"y\": \"\"} }"),
                "a\"}\n{");
        assertThat(provider.asked("p").get(0).body()).isEqualTo("{\"to\":[\"+15551234567\"],\"text\":\"a\\\"}\\n{\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "provider = nosuch,no provider",
        "bogus = 1,no 'bogus'",
        "url = http://x\\nclientCert = /nonexistent.pem,set up",
        "url = http://x\\nsuccess = sometimes,no rule",
        "url = http://x\\nauth = basic\\nsecret = s3cret,'account' is missing"
    })
    void aDefinitionThatCannotWorkIsSaidAtTheStart(String definition, String said) {
        assertThatThrownBy(() -> gateway(definition.replace("\\n", "\n")))
                .hasMessageContaining(said)
                .hasMessageNotContaining("s3cret");
    }
}
