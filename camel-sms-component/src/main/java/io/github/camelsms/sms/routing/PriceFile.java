package io.github.camelsms.sms.routing;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads a price table: a header line with the names of the columns, then a line for each price. {@code prefix} (or
 * {@code country}, or {@code network}), {@code gateway} and {@code price} have to be there; {@code currency},
 * {@code from}, {@code until}, {@code days}, {@code hours} and {@code quality} may. Lines that begin with {@code #} and
 * empty lines say nothing.
 */
public final class PriceFile {

    /** The columns that a table can have. */
    private enum Column {
        PREFIX,
        COUNTRY,
        NETWORK,
        GATEWAY,
        PRICE,
        CURRENCY,
        FROM,
        UNTIL,
        DAYS,
        HOURS,
        QUALITY
    }

    private static final int MOST_PROBLEMS = 100;

    private final String name;
    private final ZoneId zone;
    private final List<String> problems = new ArrayList<>();
    private final Map<List<String>, Tariff> tariffs = new HashMap<>();
    private final PriceTableBuilder table;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private Currencies currencies;
    private char separator;

    private PriceFile(String name, Currencies currencies, ZoneId zone) {
        this.name = name;
        this.zone = zone;
        this.currencies = currencies;
        this.table = new PriceTableBuilder(name);
    }

    /**
     * Reads a table.
     *
     * @param name what its lines are called by
     * @param currencies how prices are compared
     * @param zone of days and hours, and of dates without a time
     * @throws TableFormatException when a line cannot be used; it names the line and why
     */
    public static PriceTable read(String name, BufferedReader in, Currencies currencies, ZoneId zone)
            throws IOException, TableFormatException {
        return new PriceFile(name, currencies, zone).read(in);
    }

    private PriceTable read(BufferedReader in) throws IOException, TableFormatException {
        boolean headed = false;
        int number = 0;
        try {
            for (String line = in.readLine(); line != null && problems.size() < MOST_PROBLEMS; line = in.readLine()) {
                number++;
                String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!text.isBlank() && !text.startsWith("#")) {
                    if (headed) {
                        add(text, number);
                    } else {
                        header(text, number);
                        headed = true;
                    }
                }
            }
            if (!headed) {
                problems.add(name + ": there is no header line, such as prefix,gateway,price,currency");
            }
            if (problems.isEmpty()) {
                return table.build();
            }
        } catch (CharacterCodingException e) {
            problems.add(name + ":" + (number + 1) + ": this or a line soon after it is not UTF-8");
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
        throw new TableFormatException(problems);
    }

    private void header(String line, int number) throws TableFormatException {
        separator = Fields.separator(line);
        List<String> names = columnNames(line, number);
        for (int i = 0; i < names.size(); i++) {
            try {
                Column column = Column.valueOf(names.get(i).toUpperCase(Locale.ROOT));
                if (columns.put(column, i) != null) {
                    throw new TableFormatException(
                            List.of(name + ":" + number + ": the column " + names.get(i) + " stands there twice"));
                }
            } catch (IllegalArgumentException e) {
                throw new TableFormatException(List.of(name + ":" + number + ": there is no column '" + names.get(i)
                        + "'; the first line names the columns, of "
                        + Arrays.toString(Column.values()).toLowerCase(Locale.ROOT)));
            }
        }
        boolean area = has(Column.PREFIX) || has(Column.COUNTRY) || has(Column.NETWORK);
        if (!area || !has(Column.GATEWAY) || !has(Column.PRICE)) {
            throw new TableFormatException(List.of(name + ":" + number
                    + ": the columns gateway, price, and one of prefix, country and network have to be there"));
        }
    }

    private List<String> columnNames(String line, int number) throws TableFormatException {
        try {
            return Fields.of(line, separator);
        } catch (IllegalArgumentException e) {
            throw new TableFormatException(List.of(name + ":" + number + ": " + e.getMessage()));
        }
    }

    private boolean has(Column column) {
        return columns.containsKey(column);
    }

    private void add(String line, int number) {
        try {
            List<String> fields = Fields.of(line, separator);
            String currency = text(fields, Column.CURRENCY).toUpperCase(Locale.ROOT);
            if (!currency.matches("([A-Z]{3})?")) {
                throw new IllegalArgumentException("'" + currency + "' is no currency such as EUR");
            }
            currencies = currency.isEmpty() ? currencies : currencies.orIn(currency);
            table.add(
                    area(fields),
                    gateway(text(fields, Column.GATEWAY)),
                    currencies.price(
                            price(text(fields, Column.PRICE)),
                            currency.isEmpty() ? currencies.base().orElse("") : currency),
                    tariff(fields),
                    quality(text(fields, Column.QUALITY)),
                    number);
        } catch (IllegalArgumentException | ArithmeticException e) {
            problems.add(name + ":" + number + ": " + e.getMessage());
        }
    }

    private String text(List<String> fields, Column column) {
        Integer index = columns.get(column);
        return index == null || index >= fields.size() ? "" : fields.get(index);
    }

    /** A network wins over a prefix in the same line, and a prefix over a country. */
    private Area area(List<String> fields) {
        String network = text(fields, Column.NETWORK);
        String prefix = text(fields, Column.PREFIX);
        String country = text(fields, Column.COUNTRY);
        if (!network.isEmpty()) {
            return Area.network(network);
        }
        if (!prefix.isEmpty()) {
            return Area.parse(prefix);
        }
        if (!country.isEmpty()) {
            return Area.country(country);
        }
        throw new IllegalArgumentException("it says of no numbers what they cost; * is all of them");
    }

    private static String gateway(String id) {
        if (!id.matches("[^\\s,;\"]{1,64}")) {
            throw new IllegalArgumentException("'" + id + "' is no gateway id");
        }
        return id;
    }

    private static BigDecimal price(String text) {
        if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,12})?")) {
            throw new IllegalArgumentException("'" + text + "' is no price: write it with a point, as 0.045");
        }
        return new BigDecimal(text);
    }

    private Tariff tariff(List<String> fields) {
        List<String> written = List.of(
                text(fields, Column.FROM),
                text(fields, Column.UNTIL),
                text(fields, Column.DAYS),
                text(fields, Column.HOURS));
        Tariff known = tariffs.get(written);
        if (known == null) {
            boolean always = written.get(2).isEmpty() && written.get(3).isEmpty();
            known = new Tariff(
                    time(written.get(0)),
                    time(written.get(1)),
                    always ? Optional.empty() : Optional.of(WeekTime.parse(written.get(2), written.get(3))));
            tariffs.put(written, known);
        }
        return known;
    }

    private Optional<Instant> time(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.length() <= 10
                            ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time: write 2026-11-22, or 2026-11-22T09:30:00+01:00", e);
        }
    }

    private static OptionalInt quality(String text) {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.matches("[0-9]{1,2}|100")) {
            throw new IllegalArgumentException("'" + text + "' is no quality: that is 0 to 100");
        }
        return OptionalInt.of(Integer.parseInt(text));
    }
}
