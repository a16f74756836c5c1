package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.modem.channel.Channel;
import io.github.camelsms.modem.channel.ChannelOpener;
import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.channel.SerialPorts;
import io.github.camelsms.modem.simulator.Personality;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DeviceSearchTest {

    private static final String IMEI = "356938035643809";
    private static final String ICCID = "8944000000000000077";

    @TempDir
    private Path directory;

    private final SimulatedNetwork mine = new SimulatedNetwork(Personality.STANDARD);
    private final SimulatedNetwork another = new SimulatedNetwork(Personality.STANDARD);

    /** Which modem is behind which port. */
    private final Map<String, SimulatedNetwork> plugged = new ConcurrentHashMap<>();

    private ChannelOpener opener(DeviceAddress port) {
        return () -> {
            SimulatedNetwork network = plugged.get(port.toString());
            if (network == null) {
                throw new IOException("nothing at " + port);
            }
            return network.modem().connect();
        };
    }

    private void prepare() throws IOException {
        mine.modem().becomeModem(IMEI);
        mine.modem().sim().replaceBy(ICCID);
        for (String port : List.of("ttyUSB0", "ttyUSB1", "ttyUSB2", "other")) {
            Files.createFile(directory.resolve(port));
        }
    }

    private String port(int number) {
        return directory.resolve("ttyUSB" + number).toString();
    }

    private String pattern() {
        return directory.resolve("ttyUSB*").toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"imei:" + IMEI, "iccid:" + ICCID})
    void findsTheModemAgainUnderAnotherName(String name) throws Exception {
        prepare();
        plugged.put(port(0), another);
        plugged.put(port(1), mine);
        DeviceAddress wanted = DeviceAddress.parse(name);
        try (Bench bench = new Bench(
                directory, s -> new DeviceSearch(s.device(), s.policy().ports(), this::opener))) {
            SessionSettings settings = bench.settings(wanted, Optional.empty());
            ModemSession session = bench.open(settings.with(settings.policy().withPorts(List.of(pattern()))));
            Bench.awaitState(session, SessionState.READY);
            send(session);
            plugged.remove(port(1));
            mine.modem().unplug();
            Bench.awaitState(session, SessionState.DISCONNECTED);
            mine.modem().plugIn();
            plugged.put(port(2), mine);
            Bench.awaitState(session, SessionState.READY);
            send(session);
            session.close();
        }
        assertThat(mine.messages()).hasSize(2);
        assertThat(another.messages()).isEmpty();
    }

    private static void send(ModemSession session) throws Exception {
        session.send(Bench.parts("+15551234567", "Hello"), new RecordingLedger())
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    @Test
    void saysWhereItHasLooked() throws Exception {
        prepare();
        plugged.put(port(0), another);
        DeviceSearch search = new DeviceSearch(new DeviceAddress.Imei(IMEI), List.of(pattern()), this::opener);

        assertThatThrownBy(() -> {
                    Channel channel = search.open();
                    channel.close();
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining(IMEI)
                .hasMessageContaining("ttyUSB2")
                .hasMessageNotContaining("other");
    }

    @Test
    void takesPatternsAndPlainNames() throws Exception {
        prepare();
        assertThat(SerialPorts.matching(pattern())).hasSize(3);
        assertThat(SerialPorts.matching("/dev/ttyX9")).containsExactly(new DeviceAddress.Serial("/dev/ttyX9"));
        assertThat(SerialPorts.matching("simulator:a")).containsExactly(new DeviceAddress.Simulator("a"));
        assertThat(SerialPorts.matching("/nowhere/tty*")).isEmpty();
    }

    @Test
    void readsUsbAddresses() {
        assertThat(DeviceAddress.parse("usb:12D1:1001")).isEqualTo(new DeviceAddress.Usb(0x12d1, 0x1001, ""));
        assertThat(DeviceAddress.parse("usb:12d1:1001:A7")).hasToString("usb:12d1:1001:A7");
        assertThat(SerialPorts.find(new DeviceAddress.Usb(0xfffe, 0xfffe, "none")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"imei:12", "iccid:xyz", "usb:12d1", "usb:12d1:10012"})
    void saysHowAnAddressIsWritten(String wrong) {
        assertThatThrownBy(() -> DeviceAddress.parse(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(wrong);
    }
}
