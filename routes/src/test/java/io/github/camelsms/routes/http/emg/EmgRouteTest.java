package io.github.camelsms.routes.http.emg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.http.RawHttp;
import io.github.camelsms.routes.http.RawHttp.Reply;
import io.github.camelsms.routes.webhook.NotifyingGateway;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ROUTE} and {@code ROUTEDLR}, which need {@code ALLOWROUTE}. */
class EmgRouteTest {

    private static final String SEND = "/bin/send?DESTADDR=15551230001&MESSAGE=hi&DLR=1";

    private static Reply get(NotifyingGateway gateway, String target) throws Exception {
        int port = URI.create(gateway.gateway().url()).getPort();
        return RawHttp.get(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), target);
    }

    @Test
    void theNamedReceiverIsToldOfAMessageThatTheNamedGatewayHasSent(@TempDir Path folder) throws Exception {
        try (NotifyingGateway gateway = NotifyingGateway.start(
                folder,
                url -> Map.of(
                        "sms.http.emg.allowRoute", "true",
                        "sms.http.emg.routeDlr.crm", url + "/crm",
                        "sms.callbacks.hosts", "127.0.0.1"))) {
            Reply unknown = get(gateway, SEND + "&ROUTEDLR=" + gateway.url());
            assertThat(unknown.status()).isEqualTo(400);
            assertThat(unknown.body()).startsWith("ERROR 5 bad_param: ROUTEDLR").doesNotContain("crm");
            assertThat(get(gateway, SEND + "&ROUTE=nobody").status()).isEqualTo(404);
            Reply reply = get(gateway, SEND + "&ROUTE=us&ROUTEDLR=crm");
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                gateway.report("DELIVERED");
                assertThat(gateway.calls("/crm")).hasSize(1);
            });
            assertThat(gateway.next(1).json().get("id").asText())
                    .isEqualTo(reply.body().strip());
        }
    }

    @Test
    void withoutAllowRouteBothAreRefused(@TempDir Path folder) throws Exception {
        try (NotifyingGateway gateway =
                NotifyingGateway.start(folder, url -> Map.of("sms.http.emg.routeDlr.crm", url + "/crm"))) {
            for (String option : new String[] {"ROUTE=us", "ROUTEDLR=crm"}) {
                Reply refused = get(gateway, SEND + "&" + option);
                assertThat(refused.status()).isEqualTo(403);
                assertThat(refused.body()).startsWith("ERROR 10 param_not_allowed");
            }
        }
    }
}
