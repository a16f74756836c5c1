package io.github.camelsms.sms.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code sms-url} in the three languages that routes are written in. */
class SmsUrlLanguageTest {

    private static final String YAML = """
            - route:
                from:
                  uri: "direct:yaml"
                  steps:
                    - setBody:
                        language:
                          language: sms-url
                          expression: "http://{{host}}/?n=%number;interprefix=00%&d=%data%&c=%parts%"
            """;
    private static final String XML = """
            <routes>
              <route><from uri="direct:xml"/><setBody>
                <language language="sms-url">http://{{host}}/?u=%udh;len;hex%&amp;d=%data;hex%&amp;s=%sender%</language>
              </setBody></route>
            </routes>
            """;

    private DefaultCamelContext context;

    @BeforeEach
    void start() throws Exception {
        context = new DefaultCamelContext();
        context.getPropertiesComponent().addInitialProperty("host", "h.example");
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString("test.yaml", YAML), ResourceHelper.fromString("test.xml", XML));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:java").setBody().language("sms-url", "%number%/%msgid%/%pid%/%dcs%/%binary%");
            }
        });
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void headersAndBodyBecomeVariables() {
        Map<String, Object> headers = Map.of(
                SmsConstants.TO,
                "+15551234567",
                SmsConstants.FROM,
                "Desk",
                SmsConstants.MESSAGE_ID,
                "01M8",
                SmsConstants.PID,
                1,
                SmsConstants.DCS,
                4,
                SmsConstants.UDH,
                "05040B8423F0");
        assertThat(send("direct:yaml", "ž".repeat(71), Map.of(SmsConstants.TO, "+15551234567")))
                .startsWith("http://h.example/?n=0015551234567&d=%C5%BE%C5%BE")
                .endsWith("&c=2");
        assertThat(send("direct:xml", new byte[] {1, (byte) 0xAE}, headers))
                .isEqualTo("http://h.example/?u=0605040B8423F0&d=01AE&s=Desk");
        assertThat(send("direct:java", new byte[] {1}, headers)).isEqualTo("%2B15551234567/01M8/1/4/1");
    }

    private String send(String uri, Object body, Map<String, Object> headers) {
        return context.createProducerTemplate().requestBodyAndHeaders(uri, body, headers, String.class);
    }
}
