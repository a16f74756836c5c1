package io.github.camelsms.routes.imports;

import io.github.camelsms.sms.store.ListEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that an import makes, in memory until all is read. */
public final class Target {

    private final SettingsFile settings = new SettingsFile();
    private final RuleFile outgoing = new RuleFile("outgoing");
    private final RuleFile incoming = new RuleFile("incoming");
    private final PriceLines prices = new PriceLines();
    private final Map<String, NewAccount> accounts = new LinkedHashMap<>();
    private final Map<String, List<String>> lists = new LinkedHashMap<>();
    private final List<Modem> modems = new ArrayList<>();
    private final Set<String> gateways = new HashSet<>();

    public SettingsFile settings() {
        return settings;
    }

    /** Rules for what is sent. */
    public RuleFile outgoing() {
        return outgoing;
    }

    /** Rules for what is received. */
    public RuleFile incoming() {
        return incoming;
    }

    public PriceLines prices() {
        return prices;
    }

    public List<NewAccount> accounts() {
        return List.copyOf(accounts.values());
    }

    /** @throws IllegalArgumentException when there is one of that name */
    public void account(NewAccount account) {
        if (accounts.putIfAbsent(account.title(), account) != null) {
            throw new IllegalArgumentException("there are two with this name; this one is left out");
        }
    }

    public void modem(Modem modem) {
        modem.writeTo(settings);
        modems.add(modem);
    }

    /**
     * An id for a gateway, made of its old name; a number behind it tells two with the same name apart.
     *
     * @param otherwise when nothing is left of the name
     */
    public String gatewayId(String written, String otherwise) {
        String id = written.strip().replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^[_-]+|-+$", "");
        String base = id.isEmpty() ? otherwise : id.substring(0, Math.min(50, id.length()));
        String unique = base;
        for (int number = 2; !gateways.add(unique); number++) {
            unique = base + "-" + number;
        }
        return unique;
    }

    /**
     * Makes a list that rules ask for.
     *
     * @return its name, which differs from the one asked for when there is another list of that name
     * @throws IllegalArgumentException when it would be empty, or an entry is none
     */
    public String list(String wanted, List<String> entries) {
        List<String> written = entries.stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
        written.forEach(entry -> ListEntry.parse(Written.line(entry)));
        String base =
                wanted.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-").replaceAll("^[_-]+", "");
        String name = base.isEmpty() ? "list" : base.substring(0, Math.min(50, base.length()));
        String unique = name;
        for (int number = 2; lists.containsKey(unique) && !lists.get(unique).equals(written); number++) {
            unique = name + "-" + number;
        }
        lists.put(unique, written);
        return unique;
    }

    /** The texts of the files, by their path in the folder that the gateway is started in. */
    public Map<String, Supplier<String>> files() {
        Map<String, Supplier<String>> files = new LinkedHashMap<>();
        if (!modems.isEmpty()) {
            files.put(
                    "routes/modems.yaml",
                    () -> modems.stream().map(Modem::routes).collect(Collectors.joining()));
        }
        String inForce = rules(RuleFile::isInForce);
        String kept = rules(rules -> !rules.isInForce());
        if (!inForce.isEmpty()) {
            files.put("routes/rules.yaml", () -> inForce);
        }
        if (!kept.isEmpty()) {
            files.put("rules-not-in-force.txt", () -> kept);
        }
        lists.forEach((name, entries) -> files.put("lists/" + name + ".txt", () -> String.join("\n", entries) + "\n"));
        if (!lists.isEmpty()) {
            settings.set("sms.lists.folder", "lists");
        }
        if (!prices.isEmpty()) {
            files.put("rates/imported.csv", prices::text);
            settings.set("sms.routing.prices", "rates");
        }
        if (!settings.isEmpty()) {
            files.put("gateway.properties", settings::text);
        }
        return files;
    }

    private String rules(Predicate<RuleFile> which) {
        return Stream.of(outgoing, incoming).filter(which).map(RuleFile::text).collect(Collectors.joining());
    }
}
