package io.github.camelsms.sms.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTest {

    @ParameterizedTest
    @ValueSource(strings = {"+15551234567", "12345", "Bank", "Müller & Co", "€uro", "12345678901"})
    void isANumberOrAName(String text) {
        assertThat(new Sender(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "Twelve chars", "Банк", "a\nb", "a\u0000", "+", "€€€€€€", "+1234567890123456"})
    void refusesWhatNoPhoneShows(String text) {
        assertThatThrownBy(() -> new Sender(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
