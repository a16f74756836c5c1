package io.github.camelsms.modem.at;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AtCommandLineTest {

    @Test
    void writesArgumentsByTheirType() {
        assertThat(AtCommandLine.of("AT+CPMS=").quoted("SM").quoted("ME").text())
                .isEqualTo("AT+CPMS=\"SM\",\"ME\"");
        assertThat(AtCommandLine.of("AT+CMGD=").number(0).text()).isEqualTo("AT+CMGD=0");
    }

    @Test
    void showsNoArguments() {
        assertThat(AtCommandLine.of("AT+CPIN=").quoted("1234")).hasToString("AT+CPIN");
    }

    /** Whatever a field holds: either the line is refused, or it is one line of printable ASCII. */
    @Test
    void neverWritesASecondLine() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] octets = new byte[random.nextInt(12)];
            random.nextBytes(octets);
            String value = new String(octets, StandardCharsets.ISO_8859_1);
            try {
                String text = AtCommandLine.of("AT+CSCA=").quoted(value).text();
                assertThat(text).matches("AT\\+CSCA=\"[\\x20-\\x7E&&[^\"]]*\"").isEqualTo("AT+CSCA=\"" + value + "\"");
            } catch (IllegalArgumentException e) {
                assertThat(value).matches(v -> v.chars().anyMatch(c -> c < ' ' || c > '~' || c == '"' || c == '\\'));
            }
        }
    }

    @Test
    void takesNothingButUpperCaseHexAsPdu() {
        for (String wrong : new String[] {"", "0", "0g", "aa", "00\r", "00\u001a", "AT", "00 11"}) {
            assertThatThrownBy(() -> new PduPayload(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
