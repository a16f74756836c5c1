package io.github.camelsms.sms.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.account.Destinations.Verdict;
import io.github.camelsms.sms.address.NumberPlan;
import io.github.camelsms.sms.address.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S-14, seen from Germany. */
class DestinationsTest {

    private static final NumberPlan PLAN = NumberPlan.ofHome("DE");
    private static final Destinations EVERYBODY = Destinations.parse("!+870,!+881,!+882,!+883,!+979");

    @ParameterizedTest
    @CsvSource({
        "home, 01512 3456789, ALLOWED",
        "home, +420601123456, DENIED",
        "'home,CZ', +420601123456, ALLOWED",
        "'home,CZ,!+420601', +420601123456, DENIED",
        "'home,CZ,!+420601,+4206011', +420601123456, ALLOWED",
        "'+420601,!+420601', +420601123456, DENIED",
        "*, +420601123456, ALLOWED",
        "'*,!CZ', +420601123456, DENIED",
        "'*,!CZ,+4206', +420601123456, ALLOWED",
        // satellites and international services have to be named by more than their code
        "*, +870773111632, DENIED",
        "'*,+870', +870773111632, DENIED",
        "'*,+8707', +870773111632, ALLOWED",
        // premium numbers are in no country
        "home, 0900 1234567, PREMIUM",
        "'home,+49', 0900 1234567, PREMIUM",
        "'home,+49900', 0900 1234567, ALLOWED",
        // short codes are in none either
        "'home,*', 112, DENIED",
        "'home,112', 112, ALLOWED",
        "'home,72404', 112, DENIED",
        "'*', +15551234567, ALLOWED",
        "'!home', 01512 3456789, DENIED",
        "'', 01512 3456789, DENIED",
    })
    void theLongestWins(String list, String number, Verdict verdict) {
        assertThat(Destinations.parse(list).and(EVERYBODY).verdict(PLAN.facts(PhoneNumber.parse(number)), PLAN.home()))
                .isEqualTo(verdict);
    }

    @Test
    void whereNoHomeIsKnownEverythingIsAllowedButWhatIsTakenOut() {
        NumberPlan plan = NumberPlan.withoutHome();
        Destinations anywhere = Destinations.ANYWHERE.and(EVERYBODY);
        for (String number : new String[] {"+15551234567", "12345", "0301234567", "+420601123456"}) {
            assertThat(anywhere.verdict(plan.facts(PhoneNumber.parse(number)), plan.home()))
                    .as(number)
                    .isEqualTo(Verdict.ALLOWED);
        }
        assertThat(anywhere.verdict(plan.facts(PhoneNumber.parse("+881612345678")), plan.home()))
                .isEqualTo(Verdict.DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Germany", "+", "12", "+0123", "**", "home DE", "!!CZ"})
    void whatIsNoDestinationIsSaidSo(String list) {
        assertThatThrownBy(() -> Destinations.parse(list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a destination is");
    }

    @Test
    void isWrittenInOneForm() {
        assertThat(Destinations.parse(" home , de,! +420 ,72404,*").toString()).isEqualTo("home,DE,!+420,72404,*");
    }
}
