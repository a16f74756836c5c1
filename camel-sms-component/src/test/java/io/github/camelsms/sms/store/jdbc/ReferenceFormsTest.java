package io.github.camelsms.sms.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceFormsTest {

    @ParameterizedTest
    @CsvSource({
        "SM1F,sm1f",
        "0a1b,0A1B",
        "3735928559,DEADBEEF",
        "deadbeef,3735928559",
        "0000123456,123456",
        "000000ff12,65298"
    })
    void oneReferenceIsWrittenInSeveralWays(String reported, String given) {
        assertThat(ReferenceForms.of(reported)).startsWith(reported).contains(given);
    }

    @Test
    void theReferencesOfModemsAreTakenAsTheyAre() {
        assertThat(ReferenceForms.of("16")).containsExactly("16");
        assertThat(ReferenceForms.of("255")).containsExactly("255");
    }
}
