package io.github.camelsms.routes.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.store.SmsRejectedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {

    @ParameterizedTest
    @EnumSource
    void whateverTheStoreRefusesHasAnAnswer(SmsRejectedException.Code code) {
        Refusal refusal = Refusal.of(code);
        assertThat(refusal.code()).isEqualTo(code.word());
        assertThat(refusal.status() == 503 || refusal.status() == 429).isEqualTo(code.retryable());
    }
}
