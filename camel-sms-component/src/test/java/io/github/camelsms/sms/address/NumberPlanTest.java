package io.github.camelsms.sms.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberPlanTest {

    @ParameterizedTest
    @CsvSource({
        // from home, written, international, kind, country
        "CZ,601123456,+420601123456,MOBILE,CZ",
        "CZ,420601123456,+420601123456,MOBILE,CZ",
        "CZ,00420601123456,+420601123456,MOBILE,CZ",
        "CZ,+420601123456,+420601123456,MOBILE,CZ",
        "GB,07400 123456,+447400123456,MOBILE,GB",
        "US,(201) 555-0123,+12015550123,FIXED_LINE_OR_MOBILE,US",
        "US,12015550123,+12015550123,FIXED_LINE_OR_MOBILE,US",
        "DE,01512 3456789,+4915123456789,MOBILE,DE",
        "DE,0900 1234567,+499001234567,PREMIUM_RATE,DE",
        "DE,+390612345678,+390612345678,FIXED_LINE,IT",
        "US,+18762101234,+18762101234,MOBILE,JM",
        "US,+18005550123,+18005550123,TOLL_FREE,US",
        // nobody can have it, and still one knows where it would be
        "US,+15551234567,+15551234567,UNKNOWN,US",
        "US,+870773111632,+870773111632,MOBILE,001",
        "US,+979123456789,+979123456789,PREMIUM_RATE,001",
        // the plus left out
        "CZ,447400123456,+447400123456,MOBILE,GB",
        "US,447400123456,+447400123456,MOBILE,GB",
        "ZZ,447400123456,+447400123456,MOBILE,GB",
        "ZZ,12015550123,+12015550123,FIXED_LINE_OR_MOBILE,US",
        // services of a country or a network
        "CZ,112,112,SHORT_CODE,CZ",
        "US,72404,72404,SHORT_CODE,US",
        "US,555 123 4567,+15551234567,UNKNOWN,US",
        "US,1234567,1234567,UNKNOWN,US",
        "ZZ,72404,72404,SHORT_CODE,",
        "ZZ,601123456,601123456,UNKNOWN,",
        "ZZ,+420601123456,+420601123456,MOBILE,CZ",
        "ZZ,+999123456789,+999123456789,UNKNOWN,",
    })
    void knowsWhoseANumberIsAndWhat(String home, String written, String number, NumberKind kind, String country) {
        NumberPlan plan = home.equals("ZZ") ? NumberPlan.withoutHome() : NumberPlan.ofHome(home);

        NumberFacts facts = plan.facts(PhoneNumber.parse(written));

        assertThat(facts.number().value()).isEqualTo(number);
        assertThat(facts.kind()).isEqualTo(kind);
        assertThat(facts.country().orElse(null)).isEqualTo(country);
    }

    @Test
    void knowsItsHome() {
        assertThat(NumberPlan.ofHome("cz").home()).contains("CZ");
        assertThat(NumberPlan.withoutHome().home()).isEmpty();
        assertThat(NumberPlan.callingCode("CZ")).isEqualTo(420);
        assertThat(NumberPlan.countries()).contains("US", "JM", "CZ");
        assertThatThrownBy(() -> NumberPlan.ofHome("Czech"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two letters");
    }

    @Test
    void everyNumberHasFactsAndTheInternationalFormStays() {
        Random random = new Random(23_040);
        NumberPlan plan = NumberPlan.ofHome("GB");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder digits = new StringBuilder(random.nextBoolean() ? "+" : "");
            int length = 3 + random.nextInt(13);
            for (int d = 0; d < length; d++) {
                digits.append((char) ('0' + random.nextInt(10)));
            }
            PhoneNumber number = new PhoneNumber(digits.toString());

            PhoneNumber once = plan.international(number);

            assertThat(plan.international(once)).as(number.value()).isEqualTo(once);
        }
    }
}
