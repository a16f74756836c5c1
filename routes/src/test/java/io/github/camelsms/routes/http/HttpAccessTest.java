package io.github.camelsms.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.http.RawHttp.Reply;
import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.PasswordHash;
import io.github.camelsms.sms.camel.SmsConstants;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may send, and what nobody may bring in. */
class HttpAccessTest extends IceWarpRequests {

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
        start(
                List.of(
                        new Account("desk", Optional.of(PasswordHash.of(canary))),
                        new Account("closed", Optional.empty())),
                Map.of());
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
}
