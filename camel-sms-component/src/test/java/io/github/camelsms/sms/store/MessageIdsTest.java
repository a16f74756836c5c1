package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageIdsTest {

    @Test
    void ascendWithinAMillisecondAndWhenTheClockStepsBack() {
        SettableClock clock = new SettableClock();
        MessageIds ids = new MessageIds(clock, new Random(7));
        List<MessageId> given = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            if (i % 1000 == 0) {
                clock.advance(Duration.ofMillis(i % 3000 == 0 ? -50 : 20));
            }
            given.add(ids.next());
        }

        assertThat(given).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void beginWithTheTime() {
        SettableClock clock = new SettableClock();
        String first = new MessageIds(clock, new Random(1)).next().value();
        clock.advance(Duration.ofMillis(1));
        String later = new MessageIds(clock, new Random(2)).next().value();

        assertThat(first.substring(0, 10)).isLessThan(later.substring(0, 10));
    }
}
