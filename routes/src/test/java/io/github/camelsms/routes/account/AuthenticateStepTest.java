package io.github.camelsms.routes.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.routes.rules.RuleBench;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code #smsAuthenticate} in routes of an operator, YAML and XML. */
class AuthenticateStepTest {

    private static final String YAML = """
            - route:
                id: in-yaml
                from:
                  uri: direct:in-yaml
                  steps:
                    - process: { ref: "#smsAuthenticate" }
                    - to: "direct:sms-submit"
            """;

    private static final String XML = """
            <routes>
              <route id="in-xml">
                <from uri="direct:in-xml"/>
                <process ref="#smsAuthenticate"/>
                <to uri="direct:sms-submit"/>
              </route>
            </routes>
            """;

    @TempDir
    private Path folder;

    private RuleBench bench() throws Exception {
        return new RuleBench(
                folder,
                Map.of(
                        "sms.numbers.home", "CZ",
                        "sms.accounts.joe.password", "joes-pass",
                        "sms.accounts.boss.password", "boss-pass"),
                Map.of("in.yaml", YAML, "in.xml", XML));
    }

    private static Object send(RuleBench bench, String uri, String number, Map<String, Object> more) throws Exception {
        Map<String, Object> headers = new TreeMap<>(more);
        headers.put("CamelSmsTo", number);
        try (ProducerTemplate template = bench.context().createProducerTemplate()) {
            return template.requestBodyAndHeaders(uri, "hello", headers);
        }
    }

    private static Map<String, Object> basic(String user, String password) {
        String both = user + ":" + password;
        return Map.of(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:in-yaml", "direct:in-xml"})
    void whoProvesToBeAnAccountSendsAsIt(String uri) throws Exception {
        try (RuleBench bench = bench()) {
            Map<String, Object> asJoe = new TreeMap<>(basic("joe", "joes-pass"));
            asJoe.put("CamelSmsAccount", "boss");
            send(bench, uri, "+420601123456", asJoe);

            assertThat(used(bench, "joe")).isEqualTo(1);
            assertThat(used(bench, "boss")).as("what a header says is nothing").isZero();
            assertThatThrownBy(() -> send(bench, uri, "+15551234567", basic("joe", "joes-pass")))
                    .hasStackTraceContaining("may not send to");
            for (Map<String, Object> wrong : java.util.List.<Map<String, Object>>of(
                    basic("joe", "boss-pass"), Map.of("CamelSmsAccount", "boss"))) {
                assertThatThrownBy(() -> send(bench, uri, "+420601123456", wrong))
                        .rootCause()
                        .hasMessageContaining(wrong.containsKey("Authorization") ? "wrong" : "needed");
            }
            assertThat(used(bench, "joe") + used(bench, "boss")).isEqualTo(1);
        }
    }

    @Test
    void aTokenDoesToo() throws Exception {
        String token = Tokens.create();
        try (RuleBench bench = bench()) {
            bench.operations()
                    .accounts()
                    .add(io.github.camelsms.sms.account.AccountEntry.account("app")
                            .withToken(java.util.Optional.of(Tokens.digest(token))))
                    .toCompletableFuture()
                    .join();
            org.awaitility.Awaitility.await()
                    .ignoreExceptions()
                    .until(() ->
                            send(bench, "direct:in-yaml", "+420601123456", Map.of("Authorization", "Bearer " + token))
                                    != null);
            assertThat(used(bench, "app")).isEqualTo(1);
        }
    }

    private static long used(RuleBench bench, String account) {
        return bench.operations()
                .accounts()
                .usage(Kind.ACCOUNT, account, ZoneOffset.UTC)
                .toCompletableFuture()
                .join()
                .thisMonth();
    }
}
