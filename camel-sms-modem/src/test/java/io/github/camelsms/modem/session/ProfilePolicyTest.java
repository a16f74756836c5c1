package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.modem.command.ErrorClass;
import io.github.camelsms.modem.profile.Profiles;
import io.github.camelsms.modem.simulator.Personality;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ProfilePolicyTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "huawei, E1752, huawei",
        "HUAWEI TECHNOLOGIES CO. LTD, E220, huawei",
        "SIEMENS, TC35i, siemens",
        "Cinterion, ES75, siemens",
        "WAVECOM MODEM, MULTIBAND  900E  1800, wavecom",
        "MultiTech Systems, MTCBA-G-F2, wavecom",
        "Quectel, EC25, quectel",
        "SIMCOM_Ltd, SIMCOM_SIM800L, simcom",
        "SIMCOM INCORPORATED, SIMCOM_SIM7600E-H, sim7600",
        "ZTE CORPORATION, MF190, zte",
        "Telit, HE910, telit",
        "Somebody, Something, generic"
    })
    void knowsModemsByWhatTheySay(String maker, String model, String profile) {
        assertThat(Profiles.detect(maker, model).name()).isEqualTo(profile);
        assertThat(Profiles.named(profile).name()).isEqualTo(profile);
    }

    @Test
    void readsAProfileOfAUser() throws Exception {
        Path file = Files.writeString(
                directory.resolve("2n.properties"),
                "# a gateway behind TCP\nsetup=AT+CSDH=0; ATX4\nindications=2,1,0,0,0\nreset=\nafterPin=PT1S\n");
        assertThat(Profiles.fromFile(file)).satisfies(profile -> {
            assertThat(profile.name()).isEqualTo("2n");
            assertThat(profile.setup()).hasSize(2);
            assertThat(profile.reset()).isEmpty();
            assertThat(profile.afterPin()).isEqualTo(Duration.ofSeconds(1));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"indicatons=2,1,0,0,0", "indications=2,1", "afterPin=2 s", "setup=rm -rf", "reset=CFUN"})
    void saysWhatIsWrongWithAProfile(String line) throws Exception {
        Path file = Files.writeString(directory.resolve("mine.properties"), line);
        assertThatThrownBy(() -> Profiles.fromFile(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mine.properties");
    }

    @Test
    void keepsTheLinkBetweenPartsAndJudgesErrorsAsTheOperatorDoes() throws Exception {
        SimulatedNetwork network = new SimulatedNetwork(Personality.STANDARD);
        try (Bench bench = new Bench(directory, () -> network.modem().connect())) {
            SessionSettings settings = bench.settings();
            ModemSession session = bench.open(settings.with(settings.policy()
                    .withProfile(Profiles.named("telit"))
                    .withErrors(Map.of("cms-38", ErrorClass.PERMANENT))));
            Bench.awaitState(session, SessionState.READY);
            send(session, "0123456789".repeat(40));
            network.modem().faults().answer("AT+CMMS", 1, "+CMS ERROR: 500").answer("PDU", 1, "+CMS ERROR: 38");

            assertThatThrownBy(() -> send(session, "0123456789".repeat(40)))
                    .isInstanceOf(ExecutionException.class)
                    .satisfies(e -> assertThat(((SendFailedException) e.getCause()).kind())
                            .isEqualTo(FailureKind.REJECTED));
            session.close();
        }
        assertThat(network.messages()).hasSize(1);
    }

    private static void send(ModemSession session, String text) throws Exception {
        session.send(Bench.parts("+15551234567", text), new RecordingLedger())
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }
}
