package io.github.camelsms.sms.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFileTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");
    private static final Instant SUNDAY_MORNING = Instant.parse("2026-11-22T09:30:00Z");
    private static final Destination GERMAN =
            new Destination("+4915112345678", Optional.of("DE"), 49, Optional.empty());

    private static PriceTables read(String... lines) throws Exception {
        return new PriceTables(List.of(table("rates.csv", Currencies.ANY, String.join("\n", lines))), ZONE);
    }

    private static PriceTable table(String name, Currencies currencies, String text) throws Exception {
        return PriceFile.read(name, new BufferedReader(new StringReader(text)), currencies, ZONE);
    }

    private static String where(PriceTables tables, Destination destination, String gateway) {
        return tables.lookUp(destination, SUNDAY_MORNING).get(gateway).where();
    }

    @Test
    void theClosestLineCounts() throws Exception {
        PriceTables tables = read(
                "# what they ask for",
                "prefix;gateway;price;currency",
                "",
                "*;a;0.9;EUR",
                "+49;a;0.09;EUR",
                "DE;a;0.08;EUR",
                "+49151;a;\"0.070\";EUR",
                "262/01;a;0.05;EUR");

        assertThat(where(tables, GERMAN, "a")).isEqualTo("rates.csv:7");
        assertThat(where(tables, GERMAN.withNetwork("26201"), "a")).isEqualTo("rates.csv:8");
        assertThat(where(tables, new Destination("+4930123456", Optional.of("DE"), 49, Optional.empty()), "a"))
                .isEqualTo("rates.csv:6");
        assertThat(where(tables, Destination.of("+4930123456"), "a")).isEqualTo("rates.csv:5");
        assertThat(where(tables, Destination.of("+4430123456"), "a")).isEqualTo("rates.csv:4");
        assertThat(tables.lookUp(GERMAN, SUNDAY_MORNING).get("a").price().amount())
                .isEqualTo("0.070");
    }

    @Test
    void aShortCodeIsNoPrefixOfTheWorld() throws Exception {
        PriceTables tables =
                read("prefix,gateway,price,currency", "+723,a,1,EUR", "local:723,b,2,EUR", "local:,c,3,EUR");

        assertThat(tables.lookUp(Destination.of("72345"), SUNDAY_MORNING)).containsOnlyKeys("b", "c");
        assertThat(tables.lookUp(Destination.of("+72345678"), SUNDAY_MORNING)).containsOnlyKeys("a");
    }

    @Test
    void linesCountInTheirTime() throws Exception {
        PriceTables tables = read(
                "prefix,gateway,price,currency,from,until,days,hours",
                "+49,a,0.09,EUR,,,,",
                "+49,a,0.07,EUR,2026-01-01,2027-01-01,,",
                "+49,a,0.01,EUR,,,Sat-Sun,08:00-20:00",
                "+49151,a,0.99,EUR,2027-01-01,,,");

        assertThat(where(tables, GERMAN, "a")).isEqualTo("rates.csv:4");
        assertThat(tables.lookUp(GERMAN, Instant.parse("2026-11-23T09:30:00Z"))
                        .get("a")
                        .where())
                .isEqualTo("rates.csv:3");
        assertThat(tables.lookUp(GERMAN, Instant.parse("2025-11-24T09:30:00Z"))
                        .get("a")
                        .where())
                .isEqualTo("rates.csv:2");
        assertThat(tables.lookUp(GERMAN, Instant.parse("2027-01-04T09:30:00Z"))
                        .get("a")
                        .where())
                .isEqualTo("rates.csv:5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+49,a,\"0,05\",EUR | rates.csv:2: '0,05' is no price",
                "+49,a,-1,EUR | rates.csv:2: '-1' is no price",
                "+49,a b,1,EUR | rates.csv:2: 'a b' is no gateway id",
                "abc,a,1,EUR | rates.csv:2: 'abc' is no area",
                "+49,a,1,EURO | rates.csv:2: 'EURO' is no currency",
                ",a,1,EUR | rates.csv:2: it says of no numbers what they cost",
                "+49,a,1,EUR,yesterday | rates.csv:2: 'yesterday' is no time",
                "+49,a,1,EUR,2026-02-01,2026-01-01 | rates.csv:2: it ends before it begins",
                "+49,a,1,EUR,,,Funday | rates.csv:2: 'Funday' is no day",
                "+49,a,1,EUR,,,,morning | rates.csv:2: 'morning' are no hours",
                "+49,a,1,EUR,,,,,101 | rates.csv:2: '101' is no quality",
                "+49,a,\"1,EUR | rates.csv:2: a quote is not closed",
            })
    void aBadLineSaysItsNumberAndWhy(String line, String problem) {
        assertThatThrownBy(() -> read("prefix,gateway,price,currency,from,until,days,hours,quality", line))
                .isInstanceOf(TableFormatException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void allBadLinesAreTold() {
        assertThatThrownBy(() -> read("prefix,gateway,price,currency", "+1,a,x,EUR", "+2,a,1,EUR", "x,a,1,EUR"))
                .isInstanceOfSatisfying(TableFormatException.class, e -> assertThat(e.problems())
                        .hasSize(2)
                        .satisfiesExactly(one -> assertThat(one).startsWith("rates.csv:2: "), two -> assertThat(two)
                                .startsWith("rates.csv:4: ")));
    }

    @Test
    void theHeaderIsChecked() {
        assertThatThrownBy(() -> read("prefix,gateway,cost"))
                .hasMessageContaining("rates.csv:1: there is no column 'cost'");
        assertThatThrownBy(() -> read("prefix,gateway")).hasMessageContaining("have to be there");
        assertThatThrownBy(() -> read("# nothing")).hasMessageContaining("there is no header line");
        assertThatThrownBy(() -> read("prefix,gateway,price,price")).hasMessageContaining("stands there twice");
    }

    @Test
    void oneThingHasOnePrice() {
        assertThatThrownBy(() -> read("prefix,gateway,price,currency", "+49,a,1,EUR", "+1,a,1,EUR", "0049,a,2,EUR"))
                .hasMessageContaining("rates.csv:4: line 2 says the price of the same numbers");
    }

    @Test
    void currenciesAreComparedByARateOrNotAtAll() throws Exception {
        String text = "prefix,gateway,price,currency\n+49,a,1.00,EUR\n+49,b,1.00,USD\n";

        assertThatThrownBy(() -> table("rates.csv", Currencies.ANY, text))
                .hasMessageContaining(
                        "rates.csv:3: the price is in USD and others are in EUR: set sms.routing.rates.USD");
        Currencies known = new Currencies(Optional.of("EUR"), Map.of("USD", new BigDecimal("0.85")));
        assertThat(new PriceTables(List.of(table("rates.csv", known, text)), ZONE)
                        .lookUp(GERMAN, SUNDAY_MORNING)
                        .get("b")
                        .price()
                        .compared())
                .isEqualByComparingTo("0.85");
    }

    @Test
    void ofSeveralFilesTheClosestLineCountsToo() throws Exception {
        PriceTable first = table("a.csv", Currencies.ANY, "prefix,gateway,price,currency\n+49,a,1,EUR\n+49,b,1,EUR\n");
        PriceTable second =
                table("b.csv", Currencies.ANY, "prefix,gateway,price,currency\n+49,a,2,EUR\n+491,b,2,EUR\n");
        PriceTables tables = new PriceTables(List.of(first, second), ZONE);

        assertThat(where(tables, GERMAN, "a")).isEqualTo("a.csv:2");
        assertThat(where(tables, GERMAN, "b")).isEqualTo("b.csv:3");
    }

    /** Any octets are a table or a problem that is told. */
    @Test
    void rubbishIsExplained() {
        Random random = new Random(8);
        String letters = "+0123456789,;\t\"# abEURDE*.-:/\n\r\uFEFF€";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text =
                    new StringBuilder(random.nextBoolean() ? "prefix,gateway,price,currency,days,hours\n" : "");
            for (int j = random.nextInt(80); j > 0; j--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                assertThat(table("rates.csv", Currencies.ANY, text.toString()).size())
                        .isNotNegative();
            } catch (Exception e) {
                assertThat(e).isInstanceOf(TableFormatException.class).hasMessageStartingWith("rates.csv");
            }
        }
    }
}
