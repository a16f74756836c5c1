package io.github.camelsms.sms.tpdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceCentreTimeStampTest {

    private static ServiceCentreTimeStamp of(String hex) {
        return new ServiceCentreTimeStamp(Octets.ofHex(hex));
    }

    @Test
    void readsEveryTimeThatItWrites() {
        Random random = new Random(3);
        for (int quarters = -56; quarters <= 56; quarters++) {
            for (int i = 0; i < 200; i++) {
                OffsetDateTime time = OffsetDateTime.parse("1970-01-02T00:00:00Z")
                        .plusSeconds(random.nextLong(99L * 365 * 86_400))
                        .withOffsetSameInstant(ZoneOffset.ofTotalSeconds(quarters * 900));
                assertThat(ServiceCentreTimeStamp.of(time).toOffsetDateTime()).contains(time);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000000000",
                "62310000000000",
                "62212300000000",
                "62200300000000",
                "62211142000000",
                "62211100060000",
                "62211100000600",
                "F2111100000000",
                "FFFFFFFFFFFFFF"
            })
    void keepsWhatItCannotReadAsItCame(String hex) {
        ServiceCentreTimeStamp time = of(hex);

        assertThat(time.localDateTime()).isEmpty();
        assertThat(time.toOffsetDateTime()).isEmpty();
        assertThat(time.octets().hex()).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({"E1", "A0", "75", "FF", "7D"})
    void dropsAnInvalidZoneAndKeepsTheTime(String zone) {
        ServiceCentreTimeStamp time = of("621121213000" + zone);

        assertThat(time.zone()).isEmpty();
        assertThat(time.toOffsetDateTime()).contains(OffsetDateTime.parse("2026-11-12T12:03:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"40, +01:00", "48, -01:00", "00, Z", "65, +14:00", "6D, -14:00", "0A, -05:00", "35, +13:15"})
    void signOfTheZoneIsBit3(String octet, String zone) {
        assertThat(of("621121213000" + octet).zone()).contains(ZoneOffset.of(zone));
    }

    @Test
    void refusesWhatHasNoForm() {
        assertThatThrownBy(() -> ServiceCentreTimeStamp.of(OffsetDateTime.parse("2026-01-01T00:00:00+15:00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ServiceCentreTimeStamp.of(OffsetDateTime.parse("2026-01-01T00:00:00+01:07")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ServiceCentreTimeStamp.of(OffsetDateTime.parse("2070-01-01T00:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
