package io.github.camelsms.modem.camel;

import io.github.camelsms.modem.channel.ChannelOpener;
import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.channel.SerialChannel;
import io.github.camelsms.modem.channel.SerialPorts;
import io.github.camelsms.modem.channel.TcpChannel;
import io.github.camelsms.modem.channel.UsbPorts;
import io.github.camelsms.modem.session.DeviceSearch;
import io.github.camelsms.modem.session.SessionEnvironment;
import io.github.camelsms.modem.session.SessionSettings;
import io.github.camelsms.modem.session.SessionTiming;
import io.github.camelsms.modem.session.Sessions;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;

/** {@code gsmmodem:}: GSM modems on serial lines, behind TCP ports and in software. */
@Component("gsmmodem")
public class GsmModemComponent extends HealthCheckComponent {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    @Metadata(description = "Options that all endpoints begin with")
    private GsmModemConfiguration configuration = new GsmModemConfiguration();

    private SessionTiming timing = SessionTiming.DEFAULT;
    private ExecutorService pool;
    private ScheduledExecutorService timer;
    private Sessions sessions;
    private Optional<ModemMeters> meters = Optional.empty();

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        GsmModemEndpoint endpoint = new GsmModemEndpoint(uri, this, configuration.copy());
        endpoint.setDevice(remaining);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        pool = getCamelContext().getExecutorServiceManager().newCachedThreadPool(this, "gsmmodem");
        timer = getCamelContext().getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "gsmmodem-timer");
        meters = isThere(getCamelContext(), "io.micrometer.core.instrument.MeterRegistry")
                ? ModemMeters.in(getCamelContext())
                : Optional.empty();
        sessions =
                new Sessions(new SessionEnvironment(GsmModemComponent::opener, pool, timer, Clock.systemUTC(), timing));
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        getCamelContext().getExecutorServiceManager().shutdownNow(timer);
        getCamelContext().getExecutorServiceManager().shutdown(pool);
    }

    /** Micrometer need not be there. */
    private static boolean isThere(CamelContext context, String className) {
        return context.getClassResolver().resolveClass(className) != null;
    }

    private static ChannelOpener opener(SessionSettings settings) {
        return opener(settings.device(), settings);
    }

    private static ChannelOpener opener(DeviceAddress device, SessionSettings settings) {
        if (device instanceof DeviceAddress.Tcp tcp) {
            return () -> TcpChannel.open(tcp, CONNECT_TIMEOUT);
        }
        if (device instanceof DeviceAddress.Simulator simulator) {
            return () -> SimulatedNetwork.named(simulator.name()).modem().connect();
        }
        if (device instanceof DeviceAddress.Usb usb) {
            return () -> opener(
                            SerialPorts.find(usb)
                                    .orElseThrow(() -> new IOException(
                                            "There is no serial port of a USB device " + usb + "; is it plugged in?")),
                            settings)
                    .open();
        }
        if (device instanceof DeviceAddress.UsbSocket socket) {
            return () -> opener(
                            UsbPorts.OF_THIS_MACHINE
                                    .find(socket)
                                    .orElseThrow(() -> new IOException(
                                            "There is no serial port at USB socket " + socket + "; is it plugged in?")),
                            settings)
                    .open();
        }
        if (device instanceof DeviceAddress.Serial serial) {
            return () -> SerialChannel.open(serial, settings.serial());
        }
        return new DeviceSearch(device, settings.policy().ports(), found -> opener(found, settings));
    }

    Sessions.Handle open(SessionSettings settings) {
        Sessions.Handle handle = sessions.open(settings);
        meters.ifPresent(m -> m.measure(handle.session()));
        return handle;
    }

    /** For tests that cannot wait. */
    void useTiming(SessionTiming newTiming) {
        timing = newTiming;
    }

    public GsmModemConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(GsmModemConfiguration configuration) {
        this.configuration = configuration;
    }
}
