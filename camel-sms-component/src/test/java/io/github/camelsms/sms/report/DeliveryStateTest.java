package io.github.camelsms.sms.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.tpdu.TpStatus;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @CsvSource({
        "0, ENROUTE", "1, ENROUTE", "2, DELIVERED", "3, EXPIRED", "4, CANCELLED", "5, UNDELIVERABLE",
        "6, ENROUTE", "7, UNKNOWN", "8, REJECTED", "9, UNDELIVERABLE", "10, UNKNOWN", "-1, UNKNOWN"
    })
    void tellsWhatAnSmppStateMeans(int messageState, DeliveryState expected) {
        assertThat(DeliveryState.ofSmppState(messageState)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVRD, DELIVERED",
        "delivered, DELIVERED",
        "DELIVERED_TO_HANDSET, DELIVERED",
        "read, DELIVERED",
        "UNDELIV, UNDELIVERABLE",
        "delivery_failed, UNDELIVERABLE",
        "Failed, UNDELIVERABLE",
        "not delivered, UNDELIVERABLE",
        "EXPIRED, EXPIRED",
        "REJECTD, REJECTED",
        "DELETED, CANCELLED",
        "canceled, CANCELLED",
        "ENROUTE, ENROUTE",
        "ACCEPTD, ENROUTE",
        "sent, ENROUTE",
        "buffered, ENROUTE",
        "UNKNOWN, UNKNOWN",
        "delivery-unconfirmed, UNKNOWN"
    })
    void tellsWhatAWordMeans(String word, DeliveryState expected) {
        assertThat(DeliveryState.ofWord(word)).contains(expected);
    }

    @ParameterizedTest
    @EnumSource
    void readsItsOwnWordsBack(DeliveryState state) {
        assertThat(DeliveryState.ofWord(state.name())).contains(state);
        assertThat(DeliveryState.ofWord(state.receiptWord())).contains(state);
        assertThat(DeliveryState.ofSmppState(state.smppState())).isEqualTo(state);
    }

    @Test
    void claimsNothingAboutOtherWords() {
        assertThat(DeliveryState.ofWord("")).isEmpty();
        assertThat(DeliveryState.ofWord("gesendet")).isEmpty();
    }
}
