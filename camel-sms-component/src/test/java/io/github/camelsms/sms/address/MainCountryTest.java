package io.github.camelsms.sms.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainCountryTest {

    @Test
    void ofACallingCode() {
        assertThat(NumberPlan.mainCountry(420)).contains("CZ");
        // Finland, and not the Åland Islands; the United States, and not one of two dozen others
        assertThat(NumberPlan.mainCountry(358)).contains("FI");
        assertThat(NumberPlan.mainCountry(1)).contains("US");
        // satellites and codes that nobody has are no country
        assertThat(NumberPlan.mainCountry(870)).isEmpty();
        assertThat(NumberPlan.mainCountry(999)).isEmpty();
    }
}
