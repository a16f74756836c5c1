package io.github.camelsms.sms.tpdu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DataCodingSchemeTest {

    @ParameterizedTest
    @EnumSource
    void namesTheAlphabetAndClassThatItWasMadeOf(Alphabet alphabet) {
        assertThat(DataCodingScheme.of(alphabet).alphabet()).isEqualTo(alphabet);
        assertThat(DataCodingScheme.of(alphabet).messageClass()).isEmpty();
        for (int value = 0; value < 4; value++) {
            MessageClass messageClass = MessageClass.of(value).orElseThrow();
            DataCodingScheme scheme = DataCodingScheme.of(alphabet, messageClass);
            assertThat(scheme.alphabet()).isEqualTo(alphabet);
            assertThat(scheme.messageClass()).contains(messageClass);
            assertThat(scheme.compressed() || scheme.automaticDeletion() || scheme.reserved())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"10, GSM7, CLASS_0", "18, UCS2, CLASS_0", "F0, GSM7, CLASS_0", "F6, OCTETS, CLASS_2"})
    void knowsWhatTheFieldUses(String octet, Alphabet alphabet, MessageClass messageClass) {
        DataCodingScheme scheme = new DataCodingScheme(Integer.parseInt(octet, 16));

        assertThat(scheme.alphabet()).isEqualTo(alphabet);
        assertThat(scheme.messageClass()).contains(messageClass);
    }

    @Test
    void answersForEveryOctet() {
        for (int octet = 0; octet < 256; octet++) {
            DataCodingScheme scheme = new DataCodingScheme(octet);
            assertThat(scheme.userDataAlphabet()).isEqualTo(scheme.compressed() ? Alphabet.OCTETS : scheme.alphabet());
            assertThat(scheme.messageWaiting().isPresent()).isEqualTo(octet >= 0xC0 && octet < 0xF0);
            if (scheme.reserved()) {
                assertThat(scheme.alphabet()).isEqualTo(Alphabet.GSM7);
            }
        }
    }

    @Test
    void thereAreFourClasses() {
        assertThat(MessageClass.of(4)).isEmpty();
        assertThat(MessageClass.of(-1)).isEmpty();
    }

    @Test
    void protocolIdentifierKnowsReplacementAndSilentMessages() {
        assertThat(new ProtocolIdentifier(0x41).replaceType()).hasValue(1);
        assertThat(new ProtocolIdentifier(0x47).replaceType()).hasValue(7);
        assertThat(new ProtocolIdentifier(0x48).replaceType()).isEmpty();
        assertThat(new ProtocolIdentifier(0x40).shortMessageType0()).isTrue();
    }
}
