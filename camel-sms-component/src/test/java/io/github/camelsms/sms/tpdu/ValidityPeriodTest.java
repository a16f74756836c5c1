package io.github.camelsms.sms.tpdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityPeriodTest {

    @Test
    void everyRelativeValueStandsForItsPeriod() {
        for (int octet = 0; octet < 256; octet++) {
            ValidityPeriod.Relative period = new ValidityPeriod.Relative(octet);
            assertThat(ValidityPeriod.of(period.duration().orElseThrow())).isEqualTo(period);
        }
    }

    @Test
    void roundsUpToTheNextPeriodThereIs() {
        Duration below = Duration.ZERO;
        for (int octet = 0; octet < 256; octet++) {
            ValidityPeriod.Relative period = new ValidityPeriod.Relative(octet);
            assertThat(ValidityPeriod.of(below.plusNanos(1))).isEqualTo(period);
            below = period.duration().orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "-PT1H, 0", "PT5M, 0", "P441D, 255", "P442D, 255", "P100000000D, 255"})
    void staysWithinWhatThereIs(Duration duration, int octet) {
        assertThat(ValidityPeriod.of(duration)).isEqualTo(new ValidityPeriod.Relative(octet));
    }

    @ParameterizedTest
    @CsvSource({
        "03102030000000, PT1H2M3S",
        "43102030000000, PT1H2M3S",
        "81000100000000, PT10M",
        "02050000000000, PT5S",
    })
    void readsTheEnhancedFormat(String hex, Duration duration) {
        assertThat(new ValidityPeriod.Enhanced(Octets.ofHex(hex)).duration()).contains(duration);
    }

    @ParameterizedTest
    @CsvSource({"00000000000000", "03F02030000000", "04000000000000"})
    void anEnhancedFormatMaySayNoPeriod(String hex) {
        assertThat(new ValidityPeriod.Enhanced(Octets.ofHex(hex)).duration()).isEmpty();
    }

    @Test
    void knowsSingleShot() {
        assertThat(new ValidityPeriod.Enhanced(Octets.ofHex("40000000000000")).singleShot())
                .isTrue();
        assertThat(new ValidityPeriod.Enhanced(Octets.ofHex("00000000000000")).singleShot())
                .isFalse();
    }
}
