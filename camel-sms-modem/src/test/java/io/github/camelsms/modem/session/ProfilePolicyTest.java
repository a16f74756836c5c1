package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.modem.command.ErrorClass;
import io.github.camelsms.modem.profile.ModemProfile;
import io.github.camelsms.modem.profile.Profiles;
import io.github.camelsms.modem.simulator.Personality;
import io.github.camelsms.modem.simulator.SimulatedNetwork;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        "2N Telekomunikace, StarGate, gateway-2n",
        "huawei, E1556, huawei",
        "SIEMENS, ES75, siemens",
        "Quectel_Ltd, EC25EFA, quectel",
        "ZTE INCORPORATED, MF823, zte",
        "Somebody, Something, generic"
    })
    void knowsModemsByWhatTheySay(String maker, String model, String profile) {
        assertThat(Profiles.detect(maker, model).name()).isEqualTo(profile);
        assertThat(Profiles.named(profile).name()).isEqualTo(profile);
    }

    @Test
    void readsAProfileOfAUser() throws Exception {
        Path file = Files.writeString(directory.resolve("2n.yaml"), """
                # a gateway behind TCP
                setup: [AT+CSDH=0, ATX4]
                indications: "2,1,0,0,0"
                reset: ""
                afterPin: 1s
                deadlines: { AT+CPMS: 30s, "AT+CPIN?": 500ms }
                ussd: packed
                """);
        assertThat(Profiles.fromFile(file)).satisfies(profile -> {
            assertThat(profile.name()).isEqualTo("2n");
            assertThat(profile.setup()).hasSize(2);
            assertThat(profile.reset()).isEmpty();
            assertThat(profile.afterPin()).isEqualTo(Duration.ofSeconds(1));
            assertThat(profile.deadlines())
                    .containsEntry("AT+CPMS", Duration.ofSeconds(30))
                    .containsEntry("AT+CPIN?", Duration.ofMillis(500));
            assertThat(profile.ussd()).isEqualTo(ModemProfile.UssdForm.PACKED);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "indicatons: '2,1,0,0,0'",
                "indications: [2,1]",
                "afterPin: 2 s",
                "setup: rm -rf",
                "reset: CFUN",
                "deadlines: 5s",
                "deadlines: { AT+CPMS: 0s }",
                "deadlines: { CPMS: 5s }",
                "ussd: morse",
                "- a list",
                "a: [b",
                "!!javax.script.ScriptEngineManager {}",
                ""
            })
    void saysWhatIsWrongWithAProfile(String line) throws Exception {
        Path file = Files.writeString(directory.resolve("mine.yaml"), line);
        assertThatThrownBy(() -> Profiles.fromFile(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mine.yaml");
    }

    @ParameterizedTest
    @CsvSource({"Huawei, E1752", "Huawei, E220"})
    void asksTheNetworkInPackedSeptets(String maker, String model) throws Exception {
        SimulatedNetwork network = new SimulatedNetwork(
                Personality.STANDARD.withMake(maker, model).withServiceCodes(Personality.ServiceCodes.PACKED));
        network.serve("*100#", "Balance: 3.20 EUR");
        network.serve("*101#1", "Баланс: 3.20");
        network.serve("*10203#", "1234567");
        assertThat(answers(network)).containsExactly("Balance: 3.20 EUR", "Баланс: 3.20", "1234567");
    }

    @Test
    void asksInTextAModemThatTakesNothingElse() throws Exception {
        SimulatedNetwork network = new SimulatedNetwork(Personality.STANDARD.withMake("huawei", "new"));
        List.of("*100#", "*101#1", "*10203#").forEach(code -> network.serve(code, "not in hex"));
        network.modem().faults().answer("AT+CUSD=1,\"AA", 3, "ERROR");
        assertThat(answers(network)).hasSize(3).containsOnly("not in hex");
    }

    private List<String> answers(SimulatedNetwork network) throws Exception {
        List<String> answers = new ArrayList<>();
        try (Bench bench = new Bench(directory, () -> network.modem().connect())) {
            ModemSession session = bench.open(bench.settings());
            Bench.awaitState(session, SessionState.READY);
            for (String code : List.of("*100#", "*101#1", "*10203#")) {
                answers.add(session.ussd(code).toCompletableFuture().get(20, TimeUnit.SECONDS));
            }
            session.close();
        }
        return answers;
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
