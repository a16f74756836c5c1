package io.github.camelsms.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.http.RawHttp.Reply;
import org.junit.jupiter.api.Test;

/** What a client is told of a gateway that fails, hangs or stops. */
class HttpFailureTest extends IceWarpRequests {

    @Test
    void whatFailsInsideStaysInside() throws Exception {
        dialect.fail(new IllegalStateException("secret pA55-canary in /etc/sms.conf"));
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
        dialect.hang();
        Reply reply = RawHttp.get(server, GOOD);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.body()).startsWith("store_down: ");
        assertThat(reply.head()).contains("Retry-After: 5").doesNotContain("etty");
        // too late: nobody is there any more to be told
        dialect.answerLate();
        assertThat(RawHttp.get(server, GOOD).status()).isEqualTo(200);
    }

    @Test
    void aStoppingGatewayTakesNothingIn() throws Exception {
        dialect.stopping(true);
        Reply reply = RawHttp.get(server, GOOD);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.head()).contains("Retry-After: 5");
        assertThat(reply.body()).startsWith("stopping: ");
        dialect.stopping(false);
        dialect.context().getRouteController().suspendRoute("http-icewarp");
        assertThat(RawHttp.get(server, GOOD).status()).isEqualTo(503);
    }
}
