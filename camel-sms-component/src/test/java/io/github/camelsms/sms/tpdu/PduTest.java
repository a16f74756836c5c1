package io.github.camelsms.sms.tpdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PduTest {

    @Test
    void lengthForTheModemDoesNotCountTheServiceCentre() {
        SmsSubmit submit = SmsSubmit.of(
                Address.of("+46708251358"), DataCodingScheme.GSM7, UserData.text(Alphabet.GSM7, "hellohello"));
        Pdu pdu = Pdu.of(submit);

        assertThat(pdu.hex()).isEqualTo("0001000B916407281553F800000AE8329BFD4697D9EC37");
        assertThat(pdu.tpduLength()).isEqualTo(22);
        assertThat(pdu.withServiceCentre(Address.of("+46705008999")))
                .returns(22, Pdu::tpduLength)
                .returns("07916407058099F9" + pdu.hex().substring(2), Pdu::hex);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Pdu.serviceCentre.length at 0: needs 1 octet, 0 left",
                "0 | Pdu.hex at 0: an odd number of hex digits, 1",
                "07916 | Pdu.hex at 2: an odd number of hex digits, 5",
                "0G | Pdu.hex at 0: U+0047 is no hex digit",
                "07914\u0417 | Pdu.hex at 2: U+0417 is no hex digit",
                "0791 | Pdu.serviceCentre.value at 2: needs 6 octets, 0 left",
                "0C91 | Pdu.serviceCentre.length at 0: at most 11 octets, not 12"
            })
    void saysWhatIsWrongWithTheHex(String hex, String message) {
        assertThatThrownBy(() -> Pdu.parse(hex))
                .isInstanceOf(TpduException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0404913619 | SmsDeliver.protocolIdentifier at 5: needs 1 octet, 0 left",
                "0415913619 | SmsDeliver.originator.length at 1: at most 20 semi-octets, not 21",
                "040491361900005150713220052308 | SmsDeliver.userData.length at 14:"
                        + " 8 septets need 7 octets, but there are only 0",
                "44049136190004515071322005230605" + "0004010203"
                        + " | SmsDeliver.userData.header[0].length at 17:"
                        + " 4 octets, but the header has only 3 left",
                "44049136190004515071322005230405010203"
                        + " | SmsDeliver.userData.header.length at 15:"
                        + " 5 octets, but the user data has only 3 left",
                "44049136190004515071322005230605" + "0002010203"
                        + " | SmsDeliver.userData.header[1].length at 21: needs 1 octet, 0 left"
            })
    void namesFieldAndOctet(String hex, String message) {
        byte[] octets = HexFormat.of().parseHex(hex);
        assertThatThrownBy(() -> Tpdu.decodeIncoming(octets)).hasMessage(message);
    }

    @Test
    void toleratesBlanksAndLowerCaseAroundThePdu() {
        assertThat(Pdu.parse(" 0001000b916407281553f800000ae8329bfd4697d9ec37\r"))
                .isEqualTo(Pdu.parse("0001000B916407281553F800000AE8329BFD4697D9EC37"));
    }

    @Test
    void ignoresWhatFollowsTheMessage() {
        String deliver = "040491361900005150713220052301" + "41";
        byte[] padded = HexFormat.of().parseHex(deliver + "FFFFFF");

        assertThat(Tpdu.decodeIncoming(padded))
                .isEqualTo(Tpdu.decodeIncoming(HexFormat.of().parseHex(deliver)));
    }

    @Test
    void takesFillerBehindAStatusReportForFiller() {
        String report = "0642049136195150713220052351408132200542" + "00";

        SmsStatusReport read =
                (SmsStatusReport) Tpdu.decodeIncoming(HexFormat.of().parseHex(report + "FFFFFF"));

        assertThat(read.parameters()).isEmpty();
        assertThat(read.status()).isEqualTo(TpStatus.RECEIVED);
    }

    @Test
    void aReservedTypeReadsAsDeliverAndStaysAsReceived() {
        byte[] octets = HexFormat.of().parseHex("07049136190000515071322005230141");

        assertThat(Tpdu.decodeIncoming(octets)).isInstanceOf(SmsDeliver.class);
        assertThat(Tpdu.decodeIncoming(octets).encode()).isEqualTo(octets);
        assertThatThrownBy(() -> Tpdu.decode(octets, Direction.MOBILE_ORIGINATED))
                .hasMessage("Tpdu.firstOctet at 0: message type 3 is reserved in this direction");
    }
}
