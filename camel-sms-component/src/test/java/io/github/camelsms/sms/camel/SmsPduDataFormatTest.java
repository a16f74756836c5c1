package io.github.camelsms.sms.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.Pdu;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.SmsSubmit;
import io.github.camelsms.sms.tpdu.TpduException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PDUs, previews and conversions as a route author sees them. */
class SmsPduDataFormatTest {

    private static final String DELIVER =
            "0791449737709399040C91447749318438000090201161305400475474595E06A5E7A030C85DBE83"
                    + "CC6F791B14B687D3ECB0985D0699DF729051FE76D3D9697779DA9C828C6F797BAE030541F6B23C0F9AA3DF723AC8FC96B701";
    private static final String TEXT = "There is a new form available for FrontlineSMS Forms: A very short form";
    private static final String STATUS_REPORT = "00024204913619515071322005235140813220054200";

    private static final String YAML = """
            - beans:
                - name: submits
                  type: io.github.camelsms.sms.camel.SmsPduDataFormat
                  properties: { direction: mo, serviceCentre: false }
            - route: { from: { uri: "direct:read", steps: [ { unmarshal: { custom: { ref: smsPdu } } } ] } }
            - route: { from: { uri: "direct:write", steps: [ { marshal: { custom: { ref: smsPdu } } } ] } }
            - route: { from: { uri: "direct:readSubmit", steps: [ { unmarshal: { custom: { ref: submits } } } ] } }
            - route: { from: { uri: "direct:writeSubmit", steps: [ { marshal: { custom: { ref: submits } } } ] } }
            - route:
                from:
                  uri: "direct:preview"
                  steps:
                    - choice:
                        when:
                          - language: { language: smsParts, expression: forcedBy }
                            steps: []
                    - setHeader: { name: parts, language: { language: smsParts, expression: parts } }
                    - setHeader: { name: units, language: { language: smsParts, expression: units } }
                    - setHeader: { name: remaining, language: { language: smsParts, expression: remaining } }
                    - setHeader: { name: limit, language: { language: smsParts, expression: limit } }
                    - setHeader: { name: alphabet, language: { language: smsParts, expression: alphabet } }
                    - setHeader: { name: forcedBy, language: { language: smsParts, expression: forcedBy } }
            """;
    private static final String XML = """
            <routes>
              <route><from uri="direct:xmlRead"/><unmarshal><custom ref="smsPdu"/></unmarshal></route>
              <route><from uri="direct:xmlPreview"/>
                <setBody><language language="smsParts">parts</language></setBody></route>
            </routes>
            """;

    private DefaultCamelContext context;

    @BeforeEach
    void start() throws Exception {
        context = new DefaultCamelContext();
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString("test.yaml", YAML), ResourceHelper.fromString("test.xml", XML));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:javaRead").unmarshal(new SmsPduDataFormat());
            }
        });
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    private Exchange send(String route, Object body, Map<String, Object> headers) {
        try (var template = context.createProducerTemplate()) {
            return template.request("direct:" + route, exchange -> {
                exchange.getMessage().setBody(body);
                exchange.getMessage().setHeaders(new java.util.HashMap<>(headers));
            });
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "xmlRead", "javaRead"})
    void aPduBecomesBodyAndHeaders(String route) {
        for (Object body : List.of(
                DELIVER,
                Octets.ofHex(DELIVER).toArray(),
                DELIVER.getBytes(java.nio.charset.StandardCharsets.US_ASCII))) {
            Exchange exchange = send(route, body, Map.of());

            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getBody()).isEqualTo(TEXT);
            assertThat(exchange.getMessage().getHeaders())
                    .containsEntry(SmsConstants.FROM, "+447794134883")
                    .containsEntry(SmsConstants.ENCODING, "GSM7")
                    .containsEntry(SmsConstants.DCS, 0)
                    .containsEntry(SmsConstants.TIMESTAMP, OffsetDateTime.parse("2009-02-11T16:03:45Z"));
        }
    }

    @Test
    void aStatusReportBecomesHeaders() {
        assertThat(send("read", STATUS_REPORT, Map.of()).getMessage().getHeaders())
                .containsEntry(SmsConstants.TO, "+6391")
                .containsEntry(SmsConstants.REFERENCES, List.of("66"))
                .containsEntry(SmsConstants.STATE, "DELIVERED");
    }

    @Test
    void whatCannotBeReadSaysWhere() {
        assertThat(send("read", "0004", Map.of()).getException())
                .isInstanceOf(TpduException.class)
                .hasMessageContaining("SmsDeliver.originator.length at 1");
    }

    @Test
    void aMessageBecomesAPduALine() {
        Map<String, Object> headers = Map.of(
                SmsConstants.TO,
                "+15551234567",
                SmsConstants.REPORT_REQUESTED,
                true,
                SmsConstants.VALIDITY,
                Duration.ofDays(1),
                SmsConstants.CONCAT_REFERENCE,
                7);
        Exchange written = send("write", "a".repeat(200), headers);
        assertThat(written.getException()).isNull();
        assertThat(written.getMessage().getHeader(SmsConstants.PARTS)).isEqualTo(2);
        List<SmsSubmit> parts = written.getMessage()
                .getBody(String.class)
                .lines()
                .map(line -> context.getTypeConverter().convertTo(Pdu.class, line))
                .map(pdu -> context.getTypeConverter().convertTo(SmsSubmit.class, pdu))
                .toList();

        assertThat(parts).hasSize(2).allSatisfy(part -> {
            assertThat(part.firstOctet().statusReportRequested()).isTrue();
            assertThat(part.userData().concatenation().orElseThrow().reference())
                    .isEqualTo(7);
            assertThat(part.validityPeriod().flatMap(period -> period.duration()))
                    .contains(Duration.ofDays(1));
        });
        assertThat(send("write", "hi", Map.of()).getException())
                .isInstanceOf(SmsRejectedException.class)
                .hasMessageContaining(SmsConstants.TO);
    }

    @Test
    void dataComesBackAsItWas() {
        byte[] data = {0, 1, (byte) 0xFE};
        Map<String, Object> headers = Map.of(SmsConstants.TO, "1234", SmsConstants.UDH, "0504158100000");
        assertThat(send("writeSubmit", data, headers).getException()).hasMessageContaining("user data header");

        Exchange written = send("writeSubmit", data, Map.of(SmsConstants.TO, "1234", SmsConstants.UDH, "050415810000"));
        Exchange read = send("readSubmit", written.getMessage().getBody(), Map.of());

        assertThat(read.getMessage().getBody()).isEqualTo(data);
        assertThat(read.getMessage().getHeaders())
                .containsEntry(SmsConstants.TO, "1234")
                .containsEntry(SmsConstants.UDH, "050415810000");
    }

    @ParameterizedTest
    @CsvSource({
        "hello,,,1,5,155,160,GSM7,''",
        "hello,UCS2,,1,5,65,70,UCS2,''",
        "don’t,,,1,5,65,70,UCS2,’",
        "hello,,050415810000,1,5,147,152,GSM7,''"
    })
    void thePreviewHonoursTheHeaders(
            String text,
            String encoding,
            String udh,
            int parts,
            int units,
            int remaining,
            int limit,
            String alphabet,
            String forcedBy) {
        Map<String, Object> headers = new java.util.HashMap<>();
        headers.put(SmsConstants.ENCODING, encoding);
        headers.put(SmsConstants.UDH, udh);

        Exchange exchange = send("preview", text, headers);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("parts", parts)
                .containsEntry("units", units)
                .containsEntry("remaining", remaining)
                .containsEntry("limit", limit)
                .containsEntry("alphabet", alphabet)
                .containsEntry("forcedBy", forcedBy);
    }

    @Test
    void thePreviewCutsAsSendingWould() {
        Exchange all = send("xmlPreview", "a".repeat(1000), Map.of());
        Exchange cut = send("xmlPreview", "a".repeat(1000), Map.of(SmsConstants.MAX_PARTS, 2));

        assertThat(all.getMessage().getBody()).isEqualTo(7);
        assertThat(cut.getMessage().getBody()).isEqualTo(2);
        assertThatThrownBy(() -> context.resolveLanguage("smsParts").createExpression("prts"))
                .hasMessageContaining("parts, units");
    }

    @Test
    void converters() {
        Pdu pdu = context.getTypeConverter().convertTo(Pdu.class, DELIVER);
        byte[] octets = context.getTypeConverter().convertTo(byte[].class, pdu);

        assertThat(context.getTypeConverter().convertTo(String.class, pdu)).isEqualTo(DELIVER);
        assertThat(context.getTypeConverter().convertTo(Pdu.class, octets)).isEqualTo(pdu);
        assertThat(context.getTypeConverter()
                        .convertTo(SmsDeliver.class, pdu.tpdu().toArray()))
                .isEqualTo(context.getTypeConverter().convertTo(SmsDeliver.class, pdu));
    }
}
