package io.github.camelsms.listeners.smtp.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.camel.SmsConstants;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

/** The first example of docs/smtp.md, as it stands there but for the port, with the store behind it. */
class DocumentedExampleTest {

    private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    @Test
    void routeOfThePageTakesMails() throws Exception {
        Matcher example = YAML.matcher(Files.readString(Path.of("../docs/smtp.md")));
        assertThat(example.find()).isTrue();
        String route = example.group(1).replace("127.0.0.1:2525", "127.0.0.1:0");
        assertThat(route).isNotEqualTo(example.group(1));
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(
                            ResourceHelper.fromString("example.yaml", route),
                            ResourceHelper.fromString("us.yaml", """
                                - route:
                                    from:
                                      uri: "sms:outgoing?gateway=us"
                                      steps:
                                        - to: "mock:network"
                                """));
            context.start();
            MockEndpoint network = context.getEndpoint("mock:network", MockEndpoint.class);
            network.expectedHeaderReceived(SmsConstants.TO, "+15551234567");
            network.expectedBodiesReceived("Hello");
            int port = context.getRoutes().stream()
                    .map(one -> one.getConsumer())
                    .filter(SmtpServerConsumer.class::isInstance)
                    .mapToInt(consumer -> ((SmtpServerConsumer) consumer).port())
                    .findFirst()
                    .orElseThrow();
            try (RawClient client = new RawClient(port).ready()) {
                assertThat(client.data("sms:+15551234567@sms.example.org", "Subject: x\r\n\r\nHello\r\n.\r\n"))
                        .matches("250 2\\.6\\.0 Messaging accepted \\(id=[0-9A-Z]{26}\\)");
            }
            network.assertIsSatisfied();
        }
    }
}
