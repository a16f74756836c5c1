package io.github.camelsms.sms.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.routing.GatewayState.Presence;
import java.io.BufferedReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random rate tables against a program that looks at every line for every number. */
class RouterOracleTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final String[] COUNTRIES = {"US", "DE", "CZ"};
    private static final int[] CODES = {1, 49, 420};

    private record Line(String area, String gateway, BigDecimal price, int from, int until) {

        boolean matches(Destination destination) {
            if (area.equals("*")) {
                return true;
            }
            return area.matches("[A-Z]{2}")
                    ? destination.country().equals(Optional.of(area))
                    : destination.number().startsWith(area);
        }

        /** Twice the length of the prefix; a country stands just before its calling code. */
        int closeness(Destination destination) {
            if (area.equals("*")) {
                return 0;
            }
            return area.matches("[A-Z]{2}")
                    ? 2 * Integer.toString(destination.callingCode()).length() + 1
                    : 2 * (area.length() - 1);
        }

        boolean isInForce() {
            return from <= 0 && until > 0;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theChosenGatewayIsTheCheapestEligibleOne(long seed) throws Exception {
        Random random = new Random(seed);
        List<Line> lines = lines(random);
        Router router = new Router(
                new PriceTables(List.of(table(lines)), ZONE), terms(random), List.of(Strategy.LEAST_COST), ZONE);
        Map<String, GatewayState> states = states(random);
        int chosen = 0;
        for (int i = 0; i < 10_000; i++) {
            Destination destination = destination(random);
            Decision decision =
                    router.decide(destination, 1, states, NOW, new Turns(new Random(seed)), Turns.Purpose.TAKE);
            Map<String, BigDecimal> expected = oracle(lines, destination, states);
            assertThat(decision.order())
                    .extracting(Candidate::gateway)
                    .containsExactlyInAnyOrderElementsOf(expected.keySet());
            assertThat(decision.order()).isSortedAccordingTo(Comparator.comparing(Candidate::cost));
            for (Candidate candidate : decision.order()) {
                assertThat(candidate.cost()).isEqualByComparingTo(expected.get(candidate.gateway()));
            }
            assertThat(decision.order().size() + decision.refused().size())
                    .isEqualTo(router.known().size());
            chosen += decision.order().isEmpty() ? 0 : 1;
        }
        assertThat(chosen).as("numbers that some gateway reaches").isBetween(1_000, 10_000);
    }

    private static Map<String, BigDecimal> oracle(
            List<Line> lines, Destination destination, Map<String, GatewayState> states) {
        Map<String, BigDecimal> prices = new HashMap<>();
        for (String gateway : new TreeSet<>(lines.stream().map(Line::gateway).toList())) {
            GatewayState state = states.getOrDefault(gateway, GatewayState.UNKNOWN);
            lines.stream()
                    .filter(line -> line.gateway().equals(gateway) && line.isInForce() && line.matches(destination))
                    .max(Comparator.<Line>comparingInt(line -> line.closeness(destination))
                            .thenComparingInt(Line::from))
                    .filter(line -> state.presence() != Presence.UNKNOWN
                            && state.coolingUntil().isEmpty()
                            && state.partsToday() < 100)
                    .ifPresent(line -> prices.put(gateway, line.price()));
        }
        return prices;
    }

    private static List<Line> lines(Random random) {
        Map<String, Line> lines = new HashMap<>();
        int size = 50 + random.nextInt(2_000);
        for (int i = 0; i < size; i++) {
            String area = random.nextInt(20) == 0
                    ? COUNTRIES[random.nextInt(COUNTRIES.length)]
                    : random.nextInt(400) == 0 ? "*" : "+" + CODES[random.nextInt(3)] + digits(random, 3);
            String gateway = "g" + random.nextInt(12);
            int from = random.nextInt(3) - 2 + (random.nextInt(10) == 0 ? 5 : 0);
            int until = random.nextInt(10) == 0 ? 0 : 10;
            BigDecimal price = new BigDecimal(random.nextInt(30)).movePointLeft(3);
            if (from < until) {
                // two lines may not say the same
                lines.put(area + gateway + from + "/" + until, new Line(area, gateway, price, from, until));
            }
        }
        return new ArrayList<>(lines.values().stream()
                // of two that are in force and began at the same time nobody has said which one counts
                .collect(java.util.stream.Collectors.toMap(
                        line -> line.area() + line.gateway() + line.from(), line -> line, (one, other) -> one))
                .values());
    }

    private static PriceTable table(List<Line> lines) throws Exception {
        StringBuilder csv = new StringBuilder("# random\nprefix,gateway,price,currency,from,until\n");
        for (Line line : lines) {
            csv.append(String.join(
                            ",",
                            line.area(),
                            line.gateway(),
                            line.price().toPlainString(),
                            "EUR",
                            day(line.from()),
                            day(line.until())))
                    .append('\n');
        }
        return PriceFile.read("random.csv", new BufferedReader(new StringReader(csv.toString())), Currencies.ANY, ZONE);
    }

    private static String day(int offset) {
        return NOW.atZone(ZONE).toLocalDate().plusDays(offset).toString();
    }

    private static Map<String, GatewayTerms> terms(Random random) {
        Map<String, GatewayTerms> terms = new HashMap<>();
        for (int i = 0; i < 12; i++) {
            GatewayBudget budget = new GatewayBudget(
                    "g" + i, 100, 1_000, 10, Optional.empty(), List.of(), 3, Duration.ofMinutes(random.nextInt(9)));
            terms.put("g" + i, new GatewayTerms(0, 1, List.of(), 100, budget));
        }
        return terms;
    }

    private static Map<String, GatewayState> states(Random random) {
        Map<String, GatewayState> states = new HashMap<>();
        for (int i = 0; i < 11; i++) {
            states.put(
                    "g" + i,
                    new GatewayState(
                            i == 3 ? Presence.DOWN : Presence.SERVED,
                            0,
                            i == 4 ? 100 : random.nextInt(99),
                            0,
                            0,
                            Set.of(),
                            i == 5 ? Optional.of(NOW.plusSeconds(60)) : Optional.empty(),
                            Measured.NOTHING));
        }
        return states;
    }

    private static Destination destination(Random random) {
        int country = random.nextInt(4);
        String number = "+" + (country == 3 ? 7 : CODES[country]) + digitsOf(random, 8);
        return country == 3
                ? Destination.of(number)
                : new Destination(number, Optional.of(COUNTRIES[country]), CODES[country], Optional.empty());
    }

    private static String digits(Random random, int most) {
        return digitsOf(random, random.nextInt(most + 1));
    }

    private static String digitsOf(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
