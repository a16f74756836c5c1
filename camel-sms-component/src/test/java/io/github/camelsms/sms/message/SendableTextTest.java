package io.github.camelsms.sms.message;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendableTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a\tb\r\nc", "Ünï 漢字 😀 עברית \u200f\u202e", "\ufeffx"})
    void letsTextThrough(String text) {
        assertThatCode(() -> SendableText.check(text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\u0000",
                "x\u000c",
                "x\u007f",
                "x\ud83d",
                "x\ude00\ud83d",
                "x\uffff",
                "x\ufdd0",
                "x\ud83f\udfff"
            })
    void namesWhatIsNone(String text) {
        assertThatThrownBy(() -> SendableText.check(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("the text has U\\+[0-9A-F]{4,6} at 1, which is no character of a text");
    }
}
