package io.github.camelsms.modem.session;

import static org.awaitility.Awaitility.await;

import io.github.camelsms.modem.at.PduPayload;
import io.github.camelsms.modem.channel.ChannelOpener;
import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.channel.SerialSettings;
import io.github.camelsms.sms.message.MessageContent;
import io.github.camelsms.sms.message.Segmentation;
import io.github.camelsms.sms.message.SegmentationOptions;
import io.github.camelsms.sms.tpdu.Address;
import io.github.camelsms.sms.tpdu.Pdu;
import io.github.camelsms.sms.tpdu.SmsSubmit;
import io.github.camelsms.sms.tpdu.UserData;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/** Sessions that wait as little as they can. */
final class Bench implements AutoCloseable {

    static final SessionTiming IMPATIENT = new SessionTiming(
            Duration.ofMillis(50),
            Duration.ofMillis(200),
            Duration.ofSeconds(2),
            Duration.ofMillis(50),
            Duration.ofMillis(300),
            Duration.ofMillis(100),
            Duration.ofMillis(100),
            Duration.ofMillis(400));

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Sessions sessions;
    private final Path stateDirectory;
    private final Queue<Sessions.Handle> handles = new ConcurrentLinkedQueue<>();

    Bench(Path stateDirectory, ChannelOpener opener) {
        this(stateDirectory, settings -> opener);
    }

    Bench(Path stateDirectory, Function<SessionSettings, ChannelOpener> openers) {
        this(stateDirectory, openers, IMPATIENT);
    }

    Bench(Path stateDirectory, Function<SessionSettings, ChannelOpener> openers, SessionTiming timing) {
        this.stateDirectory = stateDirectory;
        this.sessions = new Sessions(new SessionEnvironment(openers, pool, timer, Clock.systemUTC(), timing));
    }

    SessionSettings settings() {
        return settings(new DeviceAddress.Simulator("bench"), Optional.empty());
    }

    SessionSettings settings(DeviceAddress device, Optional<Pin> pin) {
        return new SessionSettings(
                device,
                SerialSettings.DEFAULT,
                pin,
                Optional.empty(),
                Duration.ofMillis(200),
                Duration.ofMillis(500),
                Duration.ofMillis(900),
                Duration.ofMillis(900),
                stateDirectory,
                SessionSettings.WireTrace.ON,
                SessionPolicy.DEFAULT);
    }

    Sessions sessions() {
        return sessions;
    }

    ModemSession open(SessionSettings settings) {
        Sessions.Handle handle = sessions.open(settings);
        handles.add(handle);
        return handle.session();
    }

    static void awaitState(ModemSession session, SessionState state) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> session.status().state() == state);
    }

    static List<OutgoingPart> parts(String to, String text) {
        Segmentation segmentation = Segmentation.of(MessageContent.text(text), SegmentationOptions.DEFAULT);
        List<OutgoingPart> parts = new ArrayList<>();
        for (UserData userData : segmentation.userData(7)) {
            Pdu pdu = Pdu.of(SmsSubmit.of(Address.of(to), segmentation.dcs(), userData));
            parts.add(new OutgoingPart(parts.size() + 1, new PduPayload(pdu.hex()), pdu.tpduLength()));
        }
        return parts;
    }

    @Override
    public void close() {
        handles.forEach(Sessions.Handle::close);
        pool.shutdownNow();
        timer.shutdownNow();
    }
}
