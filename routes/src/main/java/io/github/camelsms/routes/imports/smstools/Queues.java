package io.github.camelsms.routes.imports.smstools;

import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.Prefixes;
import io.github.camelsms.routes.imports.PriceLines;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Section;
import io.github.camelsms.sms.routing.Area;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code [queues]} and {@code [providers]}: which modems carry which numbers, as price lines. A number belongs to the
 * first queue with a beginning of it.
 */
final class Queues {

    private static final String CATCH_ALL = "0,1,2,3,4,5,6,7,8,9,s";
    private static final String SHORT = "s";

    private final Optional<Section> queues;
    private final Optional<Section> providers;
    private final Map<String, List<String>> served = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final PriceLines prices;
    private final Report report;

    Queues(List<Section> sections, PriceLines prices, Report report) {
        this.queues = sections.stream()
                .filter(section -> section.name().equals("queues"))
                .findFirst();
        this.providers = sections.stream()
                .filter(section -> section.name().matches("providers?"))
                .findFirst();
        this.prices = prices;
        this.report = report;
    }

    /** Has a gateway serve the queues that its modem names. */
    void serve(Layers layers, String gateway) {
        layers.find("queues").ifPresent(item -> {
            for (String queue : layers.value(item).split(",", -1)) {
                served.computeIfAbsent(queue.strip(), name -> new ArrayList<>()).add(gateway);
            }
            report.imported(item, "lines of rates/imported.csv");
        });
    }

    void read() {
        List<String> earlier = new ArrayList<>();
        for (Item queue : queues.map(Section::items).orElse(List.of())) {
            List<String> prefixes = prefixes(queue.name());
            List<String> gateways = served.getOrDefault(queue.name(), List.of());
            if (gateways.isEmpty()) {
                report.decide(queue, "no modem that was imported serves this queue");
            } else {
                report.imported(queue, "price lines of " + String.join(", ", gateways));
            }
            for (String gateway : gateways) {
                add(prefixes, earlier, gateway);
            }
            earlier.addAll(prefixes);
        }
        providers.map(Section::items).orElse(List.of()).stream()
                .filter(item -> !report.isAnswered(item))
                .forEach(item -> report.decide(item, "there is no queue of that name"));
    }

    private void add(List<String> prefixes, List<String> earlier, String gateway) {
        List<String> digits =
                prefixes.stream().filter(prefix -> !prefix.equals(SHORT)).toList();
        for (String prefix : Prefixes.minus(digits, earlier)) {
            prices.add(prefix, gateway, PriceLines.CARRIED);
        }
        if (prefixes.contains(SHORT) && !earlier.contains(SHORT)) {
            prices.add(Area.parse("local:"), gateway, PriceLines.CARRIED);
        }
    }

    private List<String> prefixes(String queue) {
        Optional<Item> provider = providers.flatMap(section -> section.find(queue));
        String written = provider.map(Item::value)
                .filter(value -> !value.equalsIgnoreCase("catch-all"))
                .orElse(CATCH_ALL);
        List<String> prefixes = new ArrayList<>();
        provider.ifPresent(item -> report.attempt(item, "lines of rates/imported.csv", () -> {
            if (!written.toLowerCase(Locale.ROOT).matches("\\s*(([0-9]{1,15}|s)?\\s*(,\\s*|$))+")) {
                throw new IllegalArgumentException("these are no beginnings of numbers, with commas between");
            }
        }));
        Arrays.stream(written.split(",", -1))
                .map(prefix -> prefix.strip().toLowerCase(Locale.ROOT))
                .filter(prefix -> prefix.matches("[0-9]{1,15}|s"))
                .forEach(prefixes::add);
        return prefixes;
    }
}
