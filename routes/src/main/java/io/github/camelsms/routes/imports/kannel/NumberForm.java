package io.github.camelsms.routes.imports.kannel;

import io.github.camelsms.routes.imports.Item;
import io.github.camelsms.sms.address.NumberPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How Kannel makes numbers international: {@code unified-prefix = "+358,00358,0;+,00"}. */
final class NumberForm {

    /** What is put in the place of what. */
    private record Change(String from, String to) {}

    private final List<Change> changes = new ArrayList<>();

    /** @throws IllegalArgumentException when it is not written so */
    NumberForm(String unifiedPrefix) {
        for (String group : unifiedPrefix.split(";", -1)) {
            List<String> forms =
                    Arrays.stream(group.split(",", -1)).map(String::strip).toList();
            if (!forms.stream().allMatch(form -> form.matches("\\+?[0-9]*|-"))) {
                throw new IllegalArgumentException("it is not written as \"+358,00358,0;+,00\"");
            }
            String to = forms.get(0).replace("-", "");
            forms.stream()
                    .skip(1)
                    .filter(form -> !form.isEmpty() && !form.equals("-"))
                    .forEach(form -> changes.add(new Change(form, to)));
        }
    }

    /** The country whose national numbers it makes international: of several with one calling code, the main one. */
    Optional<String> home() {
        return changes.stream()
                .filter(change -> change.from().equals("0") && change.to().length() > 1)
                .map(change -> change.to().replace("+", ""))
                .filter(code -> code.matches("[1-9][0-9]{0,2}"))
                .findFirst()
                .flatMap(code -> NumberPlan.mainCountry(Integer.parseInt(code)));
    }

    /** Whether it makes national numbers international. */
    boolean hasHome() {
        return changes.stream().anyMatch(change -> change.from().equals("0"));
    }

    /**
     * The digits that international numbers begin with when numbers written as Kannel has them begin so.
     *
     * @throws IllegalArgumentException when that cannot be known
     */
    String international(String prefix) {
        String written = prefix.strip();
        String number = changes.stream()
                .filter(change -> written.startsWith(change.from()))
                .findFirst()
                .map(change -> change.to() + written.substring(change.from().length()))
                .orElse(written);
        String digits = number.startsWith("+") ? number.substring(1) : number.replaceFirst("^00", "");
        if (!digits.matches("[1-9][0-9]{0,14}")) {
            throw new IllegalArgumentException("'" + Item.printable(written)
                    + "' is no beginning of international numbers: write it with its country");
        }
        return digits;
    }

    /** The same for a list with semicolons. */
    List<String> all(String prefixes) {
        return Arrays.stream(prefixes.split(";", -1))
                .filter(prefix -> !prefix.isBlank())
                .map(this::international)
                .distinct()
                .toList();
    }
}
