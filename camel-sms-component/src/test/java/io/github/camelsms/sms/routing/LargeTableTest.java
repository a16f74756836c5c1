package io.github.camelsms.sms.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.Reader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table of a million lines is read, and found in, like a small one. */
class LargeTableTest {

    private static final int LINES = 1_000_000;

    /** Lines that nobody has in memory at once. */
    private static final class Lines extends Reader {

        private int next = -1;
        private String line = "";
        private int position;

        @Override
        public int read(char[] into, int offset, int length) {
            if (position == line.length()) {
                if (++next > LINES) {
                    return -1;
                }
                line = next == 0
                        ? "prefix,gateway,price,currency\n"
                        : "+" + (1_000_000 + next / 10) + ",g" + next % 10 + ",0.0" + (next * 7 % 89 + 10) + ",EUR\n";
                position = 0;
            }
            int count = Math.min(length, line.length() - position);
            line.getChars(position, position + count, into, offset);
            position += count;
            return count;
        }

        @Override
        public void close() {
            line = "";
        }
    }

    @Test
    void aMillionLinesAreNoBurden() throws Exception {
        ZoneId zone = ZoneId.of("UTC");
        PriceTable table = PriceFile.read("large.csv", new BufferedReader(new Lines()), Currencies.ANY, zone);
        PriceTables tables = new PriceTables(List.of(table), zone);
        Instant now = Instant.parse("2026-11-22T09:30:00Z");

        assertThat(tables.size()).isEqualTo(LINES);
        long begin = System.nanoTime();
        for (int i = 0; i < 20_000; i++) {
            assertThat(tables.lookUp(Destination.of("+" + (1_000_001 + i * 4) + "555"), now))
                    .hasSize(10);
        }
        // some microseconds each; the limit is for slow machines and finds a search through all lines
        assertThat((System.nanoTime() - begin) / 20_000).isLessThan(1_000_000);
    }
}
