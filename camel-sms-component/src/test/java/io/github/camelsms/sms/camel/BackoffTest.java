package io.github.camelsms.sms.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(15));

    @ParameterizedTest
    @CsvSource({"0,10", "1,10", "2,20", "3,40", "7,640", "8,900", "63,900", "2147483647,900"})
    void doublesUpToTheLongestWithAFifthOfJitter(int attempt, long seconds) {
        Random random = new Random(attempt);
        for (int i = 0; i < 100; i++) {
            assertThat(backoff.after(attempt, random))
                    .isBetween(Duration.ofMillis(seconds * 800), Duration.ofMillis(seconds * 1200));
        }
    }

    @ParameterizedTest
    @CsvSource({"0,10", "10,9", "-1,5"})
    void refusesWhatDoesNotGrow(long first, long longest) {
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(first), Duration.ofSeconds(longest)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
