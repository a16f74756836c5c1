package io.github.camelsms.sms.tpdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each type of TPDU has room for; the numbers are those of warthog618/sms, encoding/tpdu/tpdu_test.go (MIT). */
class UserDataLimitsTest {

    private static final String TIME = "51507132200523";

    /** The octets in front of the data coding scheme, and those between it and the length of the user data. */
    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of("SmsSubmit", Direction.MOBILE_ORIGINATED, "01000491361900", "", 160, 140),
                Arguments.of("SmsDeliver", Direction.MOBILE_TERMINATED, "040491361900", TIME, 160, 140),
                Arguments.of("SmsDeliverReport", Direction.MOBILE_ORIGINATED, "0006", "", 181, 159),
                Arguments.of("SmsDeliverReport", Direction.MOBILE_ORIGINATED, "001206", "", 180, 158),
                Arguments.of(
                        "SmsStatusReport",
                        Direction.MOBILE_TERMINATED,
                        "064204913619" + TIME + TIME + "0006",
                        "",
                        149,
                        131),
                Arguments.of("SmsSubmitReport", Direction.MOBILE_TERMINATED, "0106" + TIME, "", 173, 152),
                Arguments.of("SmsSubmitReport", Direction.MOBILE_TERMINATED, "011206" + TIME, "", 172, 151));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void isReadUpToTheLimit(String type, Direction direction, String front, String behind, int septets, int octets) {
        accepts(direction, front + "00" + behind, septets, octets);
        refuses(type, direction, front + "00" + behind, septets + 1, octets + 1);
        accepts(direction, front + "04" + behind, octets, octets);
        refuses(type, direction, front + "04" + behind, octets + 1, octets + 1);
    }

    @Test
    void isWrittenUpToTheLimit() {
        Address address = Address.of("+1");
        ServiceCentreTimeStamp time = new ServiceCentreTimeStamp(Octets.ofHex(TIME));
        UserData tooLong = UserData.octets(new byte[UserData.MAX_OCTETS + 1]);

        assertThatThrownBy(() -> SmsDeliver.of(address, DataCodingScheme.OCTETS, time, tooLong))
                .hasMessage("user data has at most 140 octets here, not 141; split the message");
        Octets most = Octets.wrap(new byte[SmsCommand.MAX_OCTETS]);
        SmsCommand command =
                new SmsCommand(FirstOctet.of(2), 0, ProtocolIdentifier.DEFAULT, SmsCommand.ENQUIRY, 0, address, most);
        assertThat(SmsCommand.decode(command.encode())).isEqualTo(command);
        assertThatThrownBy(() -> SmsCommand.decode(Octets.ofHex("0200000000" + "0191F1" + "93" + "00".repeat(147))
                        .toArray()))
                .hasMessage("SmsCommand.commandData.length at 8: at most 146 octets, not 147");
    }

    private static void accepts(Direction direction, String front, int length, int octets) {
        Tpdu read = Tpdu.decode(tpdu(front, length, octets), direction);

        assertThat(Tpdu.decode(read.encode(), direction)).isEqualTo(read);
    }

    private static void refuses(String type, Direction direction, String front, int length, int octets) {
        assertThatThrownBy(() -> Tpdu.decode(tpdu(front, length, octets), direction))
                .isInstanceOf(TpduException.class)
                .hasMessage(String.format(
                        Locale.ROOT,
                        "%s.userData.length at %d: at most %d octets, not %d",
                        type,
                        front.length() / 2,
                        octets - 1,
                        octets));
    }

    private static byte[] tpdu(String front, int length, int octets) {
        return Octets.ofHex(front + String.format(Locale.ROOT, "%02X", length) + "00".repeat(octets))
                .toArray();
    }
}
