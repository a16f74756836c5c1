package io.github.camelsms.sms.tpdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "+15551234567, INTERNATIONAL, ISDN, 15551234567",
        "1555, UNKNOWN, ISDN, 1555",
        "*100#, UNKNOWN, ISDN, *100#",
        "Bank, ALPHANUMERIC, UNKNOWN, Bank",
        "abc, ALPHANUMERIC, UNKNOWN, abc",
        "+, ALPHANUMERIC, UNKNOWN, +",
        "1-800-FLOWE, ALPHANUMERIC, UNKNOWN, 1-800-FLOWE"
    })
    void readsWhatPeopleWrite(String text, TypeOfNumber type, NumberingPlan plan, String value) {
        assertThat(Address.of(text)).isEqualTo(new Address(type, plan, value));
        assertThat(Address.of(text).display()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+123456789012345678901",
                "TwelveLetter",
                "\u4E00",
                "sevenxx@",
                "Euro\u20AC\u20AC\u20AC\u20AC"
            })
    void refusesWhatNoAddressCanHold(String text) {
        assertThatThrownBy(() -> Address.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        // Seven characters are sent as 13 semi-octets, and by some as 14: the eighth septet is filler.
        "0DD0E474D81C0EBB01, diafaan",
        "0ED0E474D81C0EBB01, diafaan",
        // An odd number with its filler counted, as some networks do.
        "048163F9, 369"
    })
    void readsWhatNetworksSend(String hex, String display) {
        byte[] octets = HexFormat.of().parseHex(hex);
        Address address = Address.decode(new OctetReader("A", octets), "a");

        assertThat(address.display()).isEqualTo(display);
    }

    @Test
    void hasFiveDigitsThatAreNoNumbers() {
        Address address = new Address(TypeOfNumber.SUBSCRIBER, NumberingPlan.ERMES, "*#abc");
        OctetWriter out = new OctetWriter();

        address.encode(out);

        assertThat(Octets.of(out.toArray()).hex()).isEqualTo("05CABADCFE");
        assertThat(address.typeOfAddress()).isEqualTo(0xCA);
    }
}
