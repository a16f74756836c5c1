package io.github.camelsms.sms.tpdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserDataTest {

    private static UserData read(String firstOctet, String dcs, String userData) {
        String hex = firstOctet + "0491361900" + dcs + "51507132200523" + userData;
        return SmsDeliver.decode(Octets.ofHex(hex).toArray()).userData();
    }

    @Test
    void ofUcs2AnOddOctetIsKeptButNotRead() {
        UserData userData = read("04", "08", "05" + "0041004200");

        assertThat(userData.text()).contains("AB");
        assertThat(userData.payload().length()).isEqualTo(5);
    }

    @Test
    void compressedTextStaysOpaque() {
        UserData userData = read("04", "20", "03" + "C1D2E3");

        assertThat(userData.alphabet()).isEqualTo(Alphabet.OCTETS);
        assertThat(userData.text()).isEmpty();
        assertThat(userData.payload().hex()).isEqualTo("C1D2E3");
    }

    @ParameterizedTest
    @CsvSource({"06", "07"})
    void aHeaderMayStandAlone(String length) {
        // Some count the septets of the header rounded down, some leave out the octet that has fill bits only.
        UserData userData = read("44", "00", length + "050003010201" + (length.equals("07") ? "00" : ""));

        assertThat(userData.text()).contains("");
        assertThat(userData.concatenation()).contains(new Concatenation(8, 1, 2, 1));
        assertThat(userData.length()).isEqualTo(7);
    }

    @Test
    void aHeaderThatIsLongerThanTheUserDataIsRefused() {
        assertThatThrownBy(() -> read("44", "00", "05" + "0500030102"))
                .isInstanceOf(TpduException.class)
                .hasMessageStartingWith("SmsDeliver.userData.header.length at 15:");
        assertThatThrownBy(() -> read("44", "04", "00"))
                .isInstanceOf(TpduException.class)
                .hasMessageStartingWith("SmsDeliver.userData.header.length at 15:");
    }

    @Test
    void theLastOfRepeatedOrContradictingElementsCounts() {
        UserDataHeader header = UserDataHeader.of(
                new Concatenation(8, 1, 2, 1).toElement(),
                new Ports(8, 1, 2).toElement(),
                new Concatenation(16, 0x1234, 3, 2).toElement(),
                new InformationElement(0x70, Octets.ofHex("0102")),
                new Ports(16, 2948, 9200).toElement(),
                new InformationElement(InformationElement.CONCATENATION_8, Octets.ofHex("010000")));

        assertThat(header.concatenation()).contains(new Concatenation(16, 0x1234, 3, 2));
        assertThat(header.ports()).contains(new Ports(16, 2948, 9200));
        assertThat(header.element(0x70).orElseThrow().data().hex()).isEqualTo("0102");
        assertThat(header.element(0x71)).isEmpty();
        assertThat(UserDataHeader.decode(header.encode().toArray())).isEqualTo(header);
        assertThat(UserDataHeader.ofElements(header.encode().slice(1, header.octetLength())))
                .isEqualTo(header);
    }

    @Test
    void aReservedLanguageReadsAsTheDefaultAlphabet() {
        UserDataHeader header =
                UserDataHeader.of(new InformationElement(InformationElement.LOCKING_SHIFT, Octets.ofHex("63")));

        assertThat(UserData.text(Alphabet.GSM7, "@").withHeader(header).text()).contains("@");
    }

    @ParameterizedTest
    @CsvSource({"160, 0, 140, 160", "153, 6, 140, 160", "152, 7, 140, 160", "0, 6, 7, 7", "10, 0, 9, 10"})
    void knowsItsLengths(int septets, int headerOctets, int octetLength, int length) {
        UserData bare = UserData.septets(new byte[septets]);
        UserData userData = headerOctets == 0
                ? bare
                : bare.withHeader(
                        UserDataHeader.of(new Concatenation(headerOctets == 6 ? 8 : 16, 1, 2, 1).toElement()));

        assertThat(userData.octetLength()).isEqualTo(octetLength);
        assertThat(userData.length()).isEqualTo(length);
    }

    @Test
    void refusesWhatIsTooLongOrContradictsItself() {
        Address to = Address.of("+1");
        UserData tooLong = UserData.octets(new byte[141]);
        UserData text = UserData.text(Alphabet.GSM7, "x");

        assertThatThrownBy(() -> SmsSubmit.of(to, DataCodingScheme.OCTETS, tooLong))
                .hasMessageContaining("141");
        assertThatThrownBy(() -> SmsSubmit.of(to, DataCodingScheme.UCS2, text))
                .hasMessage("the user data is GSM7, the data coding scheme 08 says UCS2");
        assertThatThrownBy(() -> new UserData(Optional.empty(), Alphabet.GSM7, Octets.ofHex("80")))
                .hasMessage("a septet is 0 to 127, and one of these is not");
    }
}
