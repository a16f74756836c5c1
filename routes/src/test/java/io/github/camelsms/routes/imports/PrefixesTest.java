package io.github.camelsms.routes.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrefixesTest {

    @Test
    void whatIsLeftIsWrittenInPrefixes() {
        assertThat(Prefixes.minus(List.of("49", "1"), List.of("1", "491")))
                .containsExactly("490", "492", "493", "494", "495", "496", "497", "498", "499");
        assertThat(Prefixes.minus(List.of("49"), List.of())).containsExactly("49");
        assertThat(Prefixes.minus(List.of("49"), List.of(""))).isEmpty();
    }

    /** Against asking each number. */
    @Test
    void saysOfEachNumberWhatTheTwoSetsSay() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<String> some = prefixes(random);
            List<String> others = prefixes(random);
            List<String> left = Prefixes.minus(some, others);
            for (int i = 0; i < 500; i++) {
                String number = "%06d".formatted(random.nextInt(1_000_000));
                boolean expected = some.stream().anyMatch(number::startsWith)
                        && others.stream().noneMatch(number::startsWith);
                assertThat(left.stream().filter(number::startsWith).count())
                        .as("%s of %s without %s", number, some, others)
                        .isEqualTo(expected ? 1 : 0);
            }
        }
    }

    private static List<String> prefixes(Random random) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> Integer.toString(random.nextInt(1, 2_000)))
                .toList();
    }
}
