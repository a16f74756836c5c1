package io.github.camelsms.sms.routing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What all gateways ask for, of one or several files. For each gateway the line counts that is closest to the number
 * and in force; of two that are as close, the one in the file that comes first.
 *
 * @param tables in the order of the files
 * @param zone of days and hours
 */
public record PriceTables(List<PriceTable> tables, ZoneId zone) {

    /** No prices. */
    public static final PriceTables NONE = new PriceTables(List.of(), ZoneId.of("UTC"));

    public PriceTables {
        tables = List.copyOf(tables);
    }

    /** The line that counts, by gateway; a gateway without one does not carry to that number. */
    public Map<String, PriceLine> lookUp(Destination destination, Instant at) {
        Map<String, PriceLine> found = new LinkedHashMap<>();
        List<Area> areas = destination.areas();
        for (Area area : areas) {
            for (PriceTable table : tables) {
                table.add(area, at, zone, found);
            }
        }
        return found;
    }

    /** All gateways that lines are about. */
    public Set<String> gateways() {
        Set<String> all = new TreeSet<>();
        tables.forEach(table -> all.addAll(table.gateways()));
        return Collections.unmodifiableSet(all);
    }

    /** Number of lines. */
    public long size() {
        return tables.stream().mapToLong(PriceTable::size).sum();
    }
}
