package io.github.camelsms.routes.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.http.RawHttp;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import io.github.camelsms.sms.camel.SmsConstants;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Message;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Received messages of providers that tell the user data header, or which part of a message they have. */
class ReceivedUserDataTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    private Path folder;

    private Gateway gateway;

    @BeforeEach
    void start() throws Exception {
        Path routes = Files.writeString(folder.resolve("mock.yaml"), """
                - route: { from: { uri: "sms:incoming", steps: [ { to: "mock:incoming" } ] } }
                """);
        Map<String, String> properties = new TreeMap<>(Map.of(
                "sms.http.port",
                "0",
                "sms.store.url",
                "jdbc:sqlite:" + folder.resolve("sms.db"),
                "sms.mail.folder",
                folder.resolve("mail").toString()));
        for (String provider : List.of("vonage", "sinch", "clickatell", "emg", "android")) {
            properties.put("sms.gateways." + provider + ".provider", provider);
            properties.put("sms.gateways." + provider + ".account", "a");
            properties.put("sms.gateways." + provider + ".secret", "s");
            properties.put("sms.gateways." + provider + ".profile", "p");
            properties.put("sms.gateways." + provider + ".host", "http://127.0.0.1:9");
            properties.put("sms.gateways." + provider + ".callbackKey", "K3y");
        }
        gateway = Gateway.start(
                Settings.read(new PropertySources(Optional.empty(), Map.of(), properties)), List.of(routes));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private void call(String provider, String type, String body) throws Exception {
        InetSocketAddress server = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), URI.create(gateway.url()).getPort());
        RawHttp.Reply reply = RawHttp.post(
                server,
                "/sms/receive_" + provider + "?key=K3y&gateway=" + provider,
                type,
                body.getBytes(StandardCharsets.UTF_8));
        assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
    }

    private Message received(int count) {
        MockEndpoint mock = gateway.context().getEndpoint("mock:incoming", MockEndpoint.class);
        await().atMost(Duration.ofSeconds(20)).until(() -> mock.getReceivedCounter() >= count);
        return mock.getReceivedExchanges().get(count - 1).getMessage();
    }

    @Test
    void partsWaitForEachOther() throws Exception {
        String part = "msisdn=4917&to=1&concat=true&concat-ref=ab&concat-total=2&type=unicode";
        call("vonage", FORM, part + "&messageId=2&concat-part=2&text=%20%26+Gr%C3%BC%C3%9Fe");
        call("vonage", FORM, part + "&messageId=1&concat-part=1&text=%C5%BDlu%C5%A5");
        assertThat(received(1).getBody()).isEqualTo("Žluť & Grüße");
        String data =
                "{\"type\":\"mo_binary\",\"from\":\"4917\",\"to\":\"1\",\"id\":\"%s\",\"body\":\"%s\",\"udh\":\"%s\"}";
        call("sinch", "application/json", data.formatted("x", "AQI=", "0B05040B8423F00003070201"));
        call("sinch", "application/json", data.formatted("y", "rg==", "0B05040B8423F00003070202"));
        Message binary = received(2);
        assertThat(binary.getBody(byte[].class)).containsExactly(1, 2, 0xAE);
        assertThat(binary.getHeader(SmsConstants.PORT)).isEqualTo("2948");
    }

    @Test
    void aHeaderTellsThePort() throws Exception {
        call("vonage", FORM, "msisdn=4917&to=1&messageId=1&type=binary&data=0106AE&udh=0605040B8423F0");
        assertThat(received(1).getBody(byte[].class)).containsExactly(1, 6, 0xAE);
        assertThat(received(1).getHeader(SmsConstants.PORT)).isEqualTo("2948");
        call("emg", FORM, "SOURCEADDR=4917&DESTADDR=1&MESSAGE=0106AE&UDH=05040B8423F0&DCS=4");
        assertThat(received(2).getBody(byte[].class)).containsExactly(1, 6, 0xAE);
        assertThat(received(2).getHeader(SmsConstants.PORT)).isEqualTo("2948");
        call("clickatell", FORM, "moMsgId=1&from=4917&text=Hi&udh=0605040B8423F0");
        assertThat(received(3).getBody()).isEqualTo("Hi");
        assertThat(received(3).getHeader(SmsConstants.PORT)).isEqualTo("2948");
        call(
                "android",
                "application/json",
                "{\"event\":\"sms:data-received\",\"id\":\"e\",\"payload\":{\"phoneNumber\":\"+4917\",\"data\":\"AQau\"}}");
        assertThat(received(4).getBody(byte[].class)).containsExactly(1, 6, 0xAE);
    }

    @Test
    void aHeaderThatCannotBeReadTakesNothingAway() throws Exception {
        for (String udh : List.of("zz", "05", "FFFFFF", "06", "0003010300")) {
            call("clickatell", FORM, "moMsgId=" + udh + "&from=4917&text=Hi&udh=" + udh);
        }
        call("vonage", FORM, "msisdn=4917&to=1&messageId=9&text=Hi&concat-ref=7&concat-total=x&concat-part=-1");
        assertThat(received(6).getBody()).isEqualTo("Hi");
    }
}
