package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the component refuses, by its code. */
class RefusedMessagesTest extends SmsRoutes {

    @Test
    void anUnknownGatewayIsRefused() {
        assertRejected("sms:+15551234567?id=nosuch", "hi", Map.of(), Code.NO_SUCH_GATEWAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000", "a\u0007b", "\ud800", "x\udc00y", "\uffff"})
    void textThatIsNoneIsRefused(String text) {
        assertRejected("sms:+15551234567", text, Map.of(), text.isEmpty() ? Code.MISSING_PARAM : Code.BAD_TEXT);
    }

    @ParameterizedTest
    @CsvSource({"12a", "+", "1234567890123456", "++15551234567", "15,x"})
    void numbersThatAreNoneAreRefused(String number) {
        assertRejected("sms:outgoing", "hi", Map.of(SmsConstants.TO, number), Code.BAD_NUMBER);
    }

    @ParameterizedTest
    @CsvSource({
        "CamelSmsUdh,zz,BAD_UDH",
        "CamelSmsUdh,0503,BAD_UDH",
        "CamelSmsDcs,256,BAD_PARAM",
        "CamelSmsDcs,x,BAD_PARAM",
        "CamelSmsPid,-1,BAD_PARAM",
        "CamelSmsMessageClass,4,BAD_PARAM",
        "CamelSmsEncoding,EBCDIC,BAD_PARAM",
        "CamelSmsMaxParts,129,BAD_PARAM",
        "CamelSmsFrom,A name of many characters,BAD_PARAM"
    })
    void headersWithoutMeaningAreRefused(String header, String value, Code code) {
        assertRejected("sms:+15551234567", "hi", Map.of(header, value), code);
    }
}
