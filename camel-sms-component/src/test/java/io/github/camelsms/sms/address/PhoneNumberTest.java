package io.github.camelsms.sms.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "+15551234567,+15551234567",
                "' 15551234567',+15551234567",
                "0015551234567,+15551234567",
                "+1 (555) 123-45.67,+15551234567",
                "030/1234567,0301234567",
                "112,112",
                "'12345 ',12345"
            })
    void readsWhatPeopleWrite(String written, String number) {
        assertThat(PhoneNumber.parse(written).value()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                " ",
                "12",
                "12a",
                "abc",
                "++15551234567",
                "1234567890123456",
                "+1555\r\nAT",
                "１２３４",
                "*100#",
                "1+5551234567"
            })
    void refusesWhatIsNone(String written) {
        assertThatThrownBy(() -> PhoneNumber.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 to 15 digits");
    }

    @ParameterizedTest
    @CsvSource({
        "+15551234567,15551234567,true",
        "+4917012345678,017012345678,true",
        "+4917012345678,+4917012345679,false",
        "12345,12345,true",
        "12345,345,false",
        "Bank,Bank,true",
        "+15551234567,567,false"
    })
    void knowsThePhoneInOtherForms(String one, String other, boolean same) {
        assertThat(PhoneNumber.samePhone(one, other)).isEqualTo(same);
        assertThat(PhoneNumber.samePhone(other, one)).isEqualTo(same);
    }

    @Test
    void masksForLogs() {
        assertThat(new PhoneNumber("+15551234567").masked()).isEqualTo("+155•••4567");
        assertThat(new PhoneNumber("12345").masked()).isEqualTo("•••••");
        assertThat(PhoneNumber.mask("")).isEmpty();
    }
}
