package io.github.camelsms.sms.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.tpdu.TpStatus;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryStateTest {

    @ParameterizedTest
    @CsvSource({
        "00, DELIVERED",
        "01, DELIVERED",
        "02, DELIVERED",
        "1F, DELIVERED",
        "20, ENROUTE",
        "25, ENROUTE",
        "3F, ENROUTE",
        "40, UNDELIVERABLE",
        "45, UNDELIVERABLE",
        "46, EXPIRED",
        "47, CANCELLED",
        "48, CANCELLED",
        "49, UNDELIVERABLE",
        "5F, UNDELIVERABLE",
        "60, UNDELIVERABLE",
        "7F, UNDELIVERABLE",
        "80, UNDELIVERABLE",
        "FF, UNDELIVERABLE"
    })
    void tellsWhatAStatusMeans(String octet, DeliveryState expected) {
        assertThat(DeliveryState.of(new TpStatus(Integer.parseInt(octet, 16)))).isEqualTo(expected);
    }

    @Test
    void onlyStillTryingIsNotFinal() {
        assertThat(IntStream.range(0, 256)
                        .filter(octet -> !DeliveryState.of(new TpStatus(octet)).isFinal()))
                .containsExactlyElementsOf(IntStream.range(0x20, 0x40).boxed().toList());
    }
}
