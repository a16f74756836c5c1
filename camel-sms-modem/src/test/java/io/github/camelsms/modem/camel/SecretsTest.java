package io.github.camelsms.modem.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.modem.simulator.SimulatedNetwork;
import io.github.camelsms.sms.camel.SmsConstants;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Canaries in the PIN, the text and the number: none of them may sing. */
class SecretsTest {

    private static final String PIN = "73914826";
    private static final String TEXT = "canary-in-the-text";
    private static final String NUMBER = "+15558675309";

    @TempDir
    private Path directory;

    private static final class Listening extends AbstractAppender {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        Listening() {
            super("listening", null, null, false, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            lines.add(event.getLevel() + " " + event.getLoggerName() + " "
                    + event.getMessage().getFormattedMessage() + " " + event.getThrown());
        }
    }

    private Listening run(Level level) throws Exception {
        LoggerContext logging = (LoggerContext) LogManager.getContext(false);
        Level before = logging.getConfiguration().getRootLogger().getLevel();
        Listening listening = new Listening();
        listening.start();
        logging.getConfiguration().getRootLogger().addAppender(listening, null, null);
        Configurator.setRootLevel(level);
        String name = Routes.freshName();
        SimulatedNetwork network = SimulatedNetwork.named(name);
        network.modem().sim().protectWith(PIN);
        try (CamelContext context = Routes.context(directory)) {
            context.setMessageHistory(true);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:send").to("gsmmodem:simulator:" + name + "?wireTrace=ON&pin=" + PIN);
                    from("gsmmodem:simulator:" + name + "?wireTrace=ON&pin=" + PIN)
                            .to("mock:received");
                }
            });
            context.start();
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> GsmModemEndpointStates.ready(context, "simulator:" + name));
            network.deliver(NUMBER, TEXT);
            context.createProducerTemplate().requestBodyAndHeader("direct:send", TEXT, SmsConstants.TO, NUMBER);
            await().atMost(Duration.ofSeconds(15)).until(() -> network.modem().stored("SM") == 0);
            assertThat(network.messages()).hasSize(1);
            network.modem().faults().answer("AT+CMGS", 1, "+CMS ERROR: 304");
            context.createProducerTemplate().request("direct:send", exchange -> {
                exchange.getMessage().setBody(TEXT);
                exchange.getMessage().setHeader(SmsConstants.TO, NUMBER);
            });
            assertThat(context.getRoutes()).hasSize(2);
        } finally {
            logging.getConfiguration().getRootLogger().removeAppender("listening");
            Configurator.setRootLevel(before);
        }
        return listening;
    }

    @Test
    void logsNeitherPinNorTextNorNumberAtInfo() throws Exception {
        Listening listening = run(Level.INFO);

        assertThat(listening.lines).anyMatch(line -> line.contains("is READY"));
        assertThat(listening.lines).anyMatch(line -> line.contains("AT+CPIN=***"));
        assertThat(listening.lines).anyMatch(line -> line.contains("cms-304"));
        assertThat(listening.lines)
                .noneMatch(line -> line.contains(PIN))
                .noneMatch(line -> line.contains(TEXT))
                .noneMatch(line -> line.contains(NUMBER.substring(1)));
    }

    @Test
    void logsNoPinOfItsOwnAtTrace() throws Exception {
        Listening listening = run(Level.TRACE);

        assertThat(listening.lines)
                .filteredOn(line -> line.matches("[A-Z]+ io\\.github\\.camelsms.*"))
                .isNotEmpty()
                .noneMatch(line -> line.contains(PIN));
        System.out.println(
                listening.lines.stream().filter(line -> line.contains(PIN)).toList());
    }
}
