package io.github.camelsms.modem.camel;

import io.github.camelsms.modem.session.SessionTiming;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel context for routes that cannot wait, and names of simulators that no other test uses. */
final class Routes {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private Routes() {}

    static String freshName() {
        return "test" + NAMES.incrementAndGet();
    }

    static CamelContext context(Path stateDirectory) {
        DefaultCamelContext context = new DefaultCamelContext();
        GsmModemComponent component = new GsmModemComponent();
        component.useTiming(new SessionTiming(
                Duration.ofMillis(50),
                Duration.ofMillis(200),
                Duration.ofSeconds(2),
                Duration.ofMillis(50),
                Duration.ofMillis(300),
                Duration.ofMillis(100),
                Duration.ofMillis(100),
                Duration.ofMillis(400)));
        component.getConfiguration().setStateDirectory(stateDirectory.toString());
        component.getConfiguration().setPollInterval(300);
        component.getConfiguration().setCheckInterval(1000);
        component.getConfiguration().setCommandTimeout(1500);
        component.getConfiguration().setSendTimeout(1500);
        context.addComponent("gsmmodem", component);
        context.getShutdownStrategy().setTimeout(10);
        return context;
    }
}
