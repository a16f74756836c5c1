package io.github.camelsms.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.gateway.Gateway;
import io.github.camelsms.routes.http.RawHttp.Reply;
import io.github.camelsms.routes.settings.PropertySources;
import io.github.camelsms.routes.settings.Settings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests that the manuals print, as a browser sends them when they are typed in; with both HTTP consumers. */
class ManualUrlsTest {

    /** IceWarp: HTTP request, delivery script, two servers. EMG: sending, JSON, XML. */
    private static final List<String> PRINTED = List.of(
            "/sms/?number=+15551234567&data=%22hello%20world%22&user=john&pass=johnpwd",
            "/sms/?number=+15551234567&data=hi&user=john&pass=johnpwd&maxmsgs=2&binary=0&udh=&pid=0&dcs=0&sender=Desk"
                    + "&authenticated=0&reply=joe@example.org&id=",
            "/sms/deliver.html?id=HTTP&pass=pinnumber&number=+15551234567&data=hi",
            "/sms/deliver.html?id=58&number=+15551234567&data=Hi%20you&pass=1234567",
            "/bin/send?USERNAME=john&PASSWORD=johnpwd&SOURCEADDR=123456&DESTADDR=876543&MESSAGE=Hello+world",
            "/bin/send.json?USERNAME=john&PASSWORD=johnpwd&SOURCEADDR=123456&DESTADDR=876543&MESSAGE=Hello+world",
            "/bin/send.xml?USERNAME=john&PASSWORD=johnpwd&SOURCEADDR=123456&DESTADDR=876543&MESSAGE=Hello+world",
            "/http/sendmsg?user=john&password=johnpwd&api_id=2324231&to=%2B15551234567&from=552199999999&data=hi&concat=1");

    private static Gateway gateway(Path folder, String consumer, Map<String, String> more) throws Exception {
        Map<String, String> properties = new TreeMap<>(more);
        properties.put("sms.http.port", "0");
        properties.put("sms.http.consumer", consumer);
        properties.put("sms.store.url", "jdbc:sqlite:" + folder.resolve("sms.db"));
        properties.put("sms.mail.folder", folder.resolve("mail").toString());
        return Gateway.start(Settings.read(new PropertySources(Optional.empty(), Map.of(), properties)), List.of());
    }

    private static Reply get(Gateway gateway, String target) throws Exception {
        int port = URI.create(gateway.url()).getPort();
        return RawHttp.get(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jetty", "platform-http"})
    void eachIsAccepted(String consumer, @TempDir Path folder) throws Exception {
        Map<String, String> passwords = Map.of(
                "sms.accounts.john.password", "johnpwd",
                "sms.accounts.john.destinations", "*,876543",
                "sms.gateways.HTTP.password", "pinnumber",
                "sms.gateways.58.password", "1234567");
        try (Gateway gateway = gateway(folder, consumer, passwords)) {
            for (String printed : PRINTED) {
                Reply reply = get(gateway, printed);
                assertThat(reply.status()).as(printed + ": " + reply.text()).isEqualTo(200);
                assertThat(reply.body()).doesNotContain("ERR");
            }
        }
    }

    @Test
    void withoutAnAccountNoPasswordIsNeeded(@TempDir Path folder) throws Exception {
        try (Gateway gateway = gateway(folder, "jetty", Map.of())) {
            assertThat(get(gateway, "/sms/?number=+15551234567&data=%22hello%20world%22")
                            .body())
                    .startsWith("OK ");
            assertThat(get(gateway, "/bin/send?SOURCEADDR=123456&DESTADDR=876543&MESSAGE=Hello+world")
                            .status())
                    .isEqualTo(200);
        }
    }
}
