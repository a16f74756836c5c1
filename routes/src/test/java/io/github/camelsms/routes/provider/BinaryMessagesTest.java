package io.github.camelsms.routes.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 8-bit data as providers want them, with and without a user data header. */
class BinaryMessagesTest {

    private static final byte[] DATA = {0x01, 0x06, (byte) 0xAE};

    private final CamelContext context = new DefaultCamelContext();
    private RecordedProvider provider;

    @BeforeEach
    void start() throws Exception {
        context.start();
        provider = new RecordedProvider();
    }

    @AfterEach
    void stop() {
        context.stop();
        provider.close();
    }

    private Exchange send(String name, String settings, Map<String, Object> headers) throws Exception {
        HttpGateway gateway = new HttpGateway();
        gateway.setCamelContext(context);
        gateway.setDefinition("gateway = g\nprovider = " + name + "\nhost = " + provider.host(name) + "\n" + settings);
        gateway.start();
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setHeader(SmsConstants.TO, "+15551234567");
        exchange.getMessage().setHeader(SmsConstants.MESSAGE_ID, "01M");
        exchange.getMessage().setBody(DATA);
        headers.forEach(exchange.getMessage()::setHeader);
        gateway.process(exchange);
        gateway.stop();
        return exchange;
    }

    private String asked(String name) {
        return provider.asked(name).get(provider.asked(name).size() - 1).body();
    }

    @Test
    void infobipGetsHeaderAndDataInOne() throws Exception {
        provider.answers(
                "infobip",
                RecordedProvider.Answer.of(
                        200, "{\"messages\":[{\"messageId\":\"m\",\"status\":{\"groupName\":\"PENDING\"}}]}"));
        Exchange sent = send("infobip", "secret = k", Map.of(SmsConstants.UDH, "05040B8423F0"));
        assertThat(sent.getException()).isNull();
        assertThat(asked("infobip"))
                .contains("\"content\":{\"dataCoding\":4,\"esmClass\":64,\"hex\":\"06 05 04 0b 84 23 f0 01 06 ae\"}");
        send("infobip", "secret = k", Map.of());
        assertThat(asked("infobip")).contains("\"content\":{\"dataCoding\":4,\"esmClass\":0,\"hex\":\"01 06 ae\"}");
    }

    @Test
    void aPhoneSendsDataToAPort() throws Exception {
        provider.answers("android", RecordedProvider.Answer.of(202, "{\"id\":\"01M\"}"));
        Exchange sent = send("android", "account = a\nsecret = s", Map.of(SmsConstants.UDH, "05040B840000"));
        assertThat(sent.getException()).isNull();
        assertThat(asked("android")).contains("\"dataMessage\":{\"data\":\"AQau\",\"port\":2948}");
        for (String udh : new String[] {"", "00030A0201", "05040B84000000030A0201"}) {
            Exchange refused = send("android", "account = a\nsecret = s", Map.of(SmsConstants.UDH, udh));
            assertThat(refused.getException(SendFailedException.class).kind()).isEqualTo(FailureKind.REJECTED);
        }
        assertThat(provider.asked("android")).hasSize(1);
    }
}
