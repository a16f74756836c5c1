package io.github.camelsms.sms.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.tpdu.Vectors;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is beside the vectors, which run through {@code address parse}. */
class SmsAddressTest {

    @Test
    void credentialsAreNeverPrinted() {
        SmsAddress address = SmsAddress.parse("\"sms:+15551234567?user=john%40x.org&pass=pA55-canary\"@example.org");
        assertThat(address.parameters().credentials()).contains(new AddressCredentials("john@x.org", "pA55-canary"));
        assertThat(address + " " + address.parameters() + address.parameters().credentials())
                .doesNotContain("canary")
                .doesNotContain("5551234");
        assertThat(address.bare()).isEqualTo("sms:+15551234567");
    }

    @Test
    void severalRecipientsAndABodyAreThoseOfTheStandard() {
        SmsAddress address = SmsAddress.parse("SMS:+15105550101,+15105550102?body=hello%20caf%C3%A9");
        assertThat(address.recipients()).extracting(PhoneNumber::value).containsExactly("+15105550101", "+15105550102");
        assertThat(address.parameters().value("body")).contains("hello café");
    }

    @ParameterizedTest
    @CsvSource({
        "<\"sms:+15551234567\"@example.org>,example.org,",
        "\"sms:+1555\\1234567\"@example.org,example.org,",
        "+15551234567@example.org,example.org,example.org",
        "+15551234567@my%20gw,,my gw",
        "sms:+15551234567@[127.0.0.1],[127.0.0.1],"
    })
    void placesAreRead(String written, String domain, String gateway) {
        SmsAddress address = SmsAddress.parse(written);
        assertThat(address.number().value()).isEqualTo("+15551234567");
        assertThat(address.domain().orElse(null)).isEqualTo(domain);
        assertThat(address.gateway().orElse(null)).isEqualTo(gateway);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sms:",
                "sms:abc",
                "sms:+1555%0D%0A1234",
                "\"sms:+1555\r\nX\"@example.org",
                "\"sms:+15551234\"",
                "\"sms:+15551234@example.org",
                "@a.org:sms:+15551234@b.org",
                "sms:+15551234?user=a&USER=b",
                "+15551234@us@eu",
                "+15551234@",
                "+15551234\u760D@x.org",
                "sms:+15551234@-x..org",
                "joe@example.org"
            })
    void whatIsNoAddressIsRefused(String written) {
        assertThatThrownBy(() -> SmsAddress.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("15551234");
    }

    @Test
    void anyTextGivesAnAddressOrAnExplanation() {
        Random random = new Random(7);
        String letters = "sms:+15\"\\@?&=%4.,<>#ab \r";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "sms:+1555" : "\"sms:+1555");
            for (int n = random.nextInt(25); n >= 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThatCode(() -> {
                        try {
                            SmsAddress.parse(text.toString());
                        } catch (IllegalArgumentException e) {
                            assertThat(e.getMessage()).isNotEmpty();
                        }
                        MailTag.find(text.toString());
                    })
                    .doesNotThrowAnyException();
        }
    }

    static Stream<Vectors.Vector> senders() {
        return Vectors.of("email_rules.jsonl", "from-rewrite");
    }

    @ParameterizedTest
    @MethodSource("senders")
    void theSenderOfAMailIsAMailbox(Vectors.Vector vector) {
        String mailbox = new MailboxTemplate(vector.string("template")).of(vector.string("number"));
        if (vector.expect().has("header_equivalent")) {
            assertThat(mailbox).isEqualTo(vector.expect().string("header_equivalent"));
        }
        assertThat(new MailboxTemplate("sms:%s@x.org").of("a\"b\\\r\nc\u00e9")).isEqualTo("\"sms:a\\\"b\\\\c?\"@x.org");
    }

    @Test
    void theFirstMailboxOfATextCounts() {
        assertThat(MailTag.find("a #x# #joe@b.org# c #d@e.org#"))
                .contains(new MailTag("joe@b.org", "a #x# c #d@e.org#"));
        assertThat(MailTag.find("price #1 of 3#, no mail@all")).isEmpty();
    }
}
