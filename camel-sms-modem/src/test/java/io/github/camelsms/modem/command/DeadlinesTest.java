package io.github.camelsms.modem.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Deadlines deadlines = Deadlines.of(
                    Duration.ofSeconds(4), Duration.ofSeconds(16), Duration.ofSeconds(20))
            .except(Map.of("AT+CPIN?", LONG, "AT+CPMS", LONG));

    private Duration of(Command<?> command) {
        return deadlines.applyTo(command.request().apply(deadlines)).deadline();
    }

    @Test
    void givesACommandTheTimeThatItNeeds() {
        assertThat(of(SimCommands.status())).isEqualTo(LONG);
        assertThat(of(SmsSetupCommands.readFrom("SM"))).isEqualTo(LONG);
        assertThat(of(SmsSetupCommands.receivingStorage())).isEqualTo(Duration.ofSeconds(16));
        assertThat(of(NetworkCommands.signal())).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void isAPositiveTime() {
        assertThatThrownBy(() -> Deadlines.of(Duration.ZERO, LONG, LONG)).hasMessageContaining("positive");
    }
}
