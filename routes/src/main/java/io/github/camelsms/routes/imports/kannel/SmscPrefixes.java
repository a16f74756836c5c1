package io.github.camelsms.routes.imports.kannel;

import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.routes.imports.Prefixes;
import io.github.camelsms.routes.imports.PriceLines;
import io.github.camelsms.routes.imports.Report;
import io.github.camelsms.routes.imports.Section;
import io.github.camelsms.routes.imports.kannel.Smsc.Preference;
import io.github.camelsms.sms.routing.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which numbers each connection carries, as price lines. Kannel refuses what is denied and not allowed, and what is not
 * allowed where nothing is denied.
 */
final class SmscPrefixes {

    private static final List<String> EVERYTHING = List.of("");
    private static final List<String> DIRECTIVES = List.of("allowed-prefix", "denied-prefix", "preferred-prefix");
    private static final List<String> IDS = List.of("allowed-smsc-id", "denied-smsc-id", "preferred-smsc-id");

    private final NumberForm form;
    private final PriceLines prices;
    private final Report report;

    SmscPrefixes(NumberForm form, PriceLines prices, Report report) {
        this.form = form;
        this.prices = prices;
        this.report = report;
    }

    void read(Smscs smscs) {
        boolean needed = smscs.all().stream()
                .anyMatch(smsc -> smsc.of("") == Preference.REFUSED
                        || DIRECTIVES.stream()
                                .anyMatch(name -> smsc.section().value(name).isPresent()));
        for (Smsc smsc : smscs.all()) {
            for (String name : IDS) {
                smsc.section()
                        .find(name)
                        .ifPresent(item -> report.imported(item, "the gateways of the accounts that name such an id"));
            }
            if (needed && smsc.of("") != Preference.REFUSED) {
                write(smsc);
            } else {
                DIRECTIVES.forEach(name -> smsc.section()
                        .find(name)
                        .ifPresent(item -> report.ignored(item, "it carries only what names it")));
            }
        }
    }

    private void write(Smsc smsc) {
        Optional<List<String>> allowed = digits(smsc.section(), "allowed-prefix");
        Optional<List<String>> denied = digits(smsc.section(), "denied-prefix");
        Optional<List<String>> preferred = digits(smsc.section(), "preferred-prefix");
        if (allowed.isEmpty() || denied.isEmpty() || preferred.isEmpty()) {
            return;
        }
        List<String> refused = Prefixes.minus(
                !allowed.get().isEmpty() && denied.get().isEmpty() ? EVERYTHING : denied.get(), allowed.get());
        List<String> carried = Prefixes.minus(EVERYTHING, refused);
        add(Prefixes.minus(carried, preferred.get()), smsc, PriceLines.CARRIED);
        add(Prefixes.minus(preferred.get(), refused), smsc, PriceLines.PREFERRED);
        if (allowed.get().isEmpty() || !denied.get().isEmpty()) {
            // short codes and other numbers without a country
            prices.add(Area.parse("local:"), smsc.gateway(), PriceLines.CARRIED);
        }
    }

    private void add(List<String> digits, Smsc smsc, int price) {
        for (String prefix : digits) {
            prices.add(prefix, smsc.gateway(), price);
        }
    }

    /** The digits of a directive, none when it is not there; empty, and said, when they cannot be known. */
    private Optional<List<String>> digits(Section section, String name) {
        Optional<Item> item = section.find(name);
        if (item.isEmpty()) {
            return Optional.of(List.of());
        }
        try {
            List<String> digits = new ArrayList<>(form.all(item.get().value()));
            report.imported(item.get(), "lines of rates/imported.csv");
            return Optional.of(digits);
        } catch (IllegalArgumentException e) {
            report.decide(item.get(), Report.reason(e) + "; until then the gateway carries only what names it");
            return Optional.empty();
        }
    }
}
