package io.github.camelsms.routes.fourroutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import io.github.camelsms.sms.camel.SmsComponent;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A whole gateway with one modem is four routes: the same in YAML, XML and Java, without the gateway application. */
class FourRoutesTest {

    @RegisterExtension
    final GreenMailExtension mail = new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    Path folder;

    @Test
    void inYaml() throws Exception {
        carryAMessageEachWay("four-yaml", context -> load(context, "four-routes/four-routes.camel.yaml"));
    }

    @Test
    void inXml() throws Exception {
        carryAMessageEachWay("four-xml", context -> load(context, "four-routes/four-routes.camel.xml"));
    }

    @Test
    void inJava() throws Exception {
        carryAMessageEachWay("four-java", context -> context.addRoutes(inJava("simulator:four-java")));
    }

    private static RoutesBuilder inJava(String device) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("sms:outgoing?gateway=us").to("gsmmodem:" + device + "?pin={{us.pin}}");
                from("gsmmodem:" + device + "?pin={{us.pin}}").to("sms:incoming?gateway=us");
                from("sms:incoming").to("smtp://127.0.0.1:{{smtp.port}}?to=desk@example.org");
                from("jetty:http://127.0.0.1:{{http.port}}/alarm").to("sms:+15551234567");
            }
        };
    }

    private interface Routes {

        void addTo(DefaultCamelContext context) throws Exception;
    }

    private void carryAMessageEachWay(String network, Routes routes) throws Exception {
        int port = freePort();
        SimulatedNetwork phones = SimulatedNetwork.named(network);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Properties properties = new Properties();
            properties.setProperty("us.pin", "1234");
            properties.setProperty("smtp.port", Integer.toString(mail.getSmtp().getPort()));
            properties.setProperty("http.port", Integer.toString(port));
            context.getPropertiesComponent().setInitialProperties(properties);
            context.getComponent("sms", SmsComponent.class).setStoreUrl("jdbc:sqlite:" + folder.resolve("sms.db"));
            context.getComponent("gsmmodem", io.github.camelsms.modem.camel.GsmModemComponent.class)
                    .getConfiguration()
                    .setStateDirectory(folder.resolve("modem").toString());
            routes.addTo(context);
            context.start();

            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/alarm"))
                                    .POST(HttpRequest.BodyPublishers.ofString("Fire in hall 3"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            await().untilAsserted(() -> assertThat(phones.messages())
                    .singleElement()
                    .satisfies(sent -> assertThat(sent.number()).isEqualTo("+15551234567"))
                    .satisfies(sent -> assertThat(sent.text()).isEqualTo("Fire in hall 3")));

            phones.deliver("+15551234567", "On my way");

            await().untilAsserted(() -> assertThat(mail.getReceivedMessages()).hasSize(1));
            assertThat(mail.getReceivedMessages()[0].getContent().toString()).contains("On my way");
            assertThat(mail.getReceivedMessages()[0].getAllRecipients()[0]).hasToString("desk@example.org");
        }
    }

    private static void load(DefaultCamelContext context, String file) throws Exception {
        Resource resource = ResourceHelper.resolveMandatoryResource(context, "classpath:" + file);
        PluginHelper.getRoutesLoader(context).loadRoutes(resource);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
