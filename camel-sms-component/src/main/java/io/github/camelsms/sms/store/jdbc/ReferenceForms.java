package io.github.camelsms.sms.store.jdbc;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The ways in which networks write one reference: as they gave it, in the other case, and, of a number, in hexadecimal
 * where it was decimal or the other way round, with or without zeros in front. The likeliest come first.
 */
final class ReferenceForms {

    /** The references of modems go from 0 to 255: read in another way they would be those of other messages. */
    private static final int LEAST_DIGITS = 6;

    private static final int MOST_DIGITS = 20;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]+");

    private ReferenceForms() {}

    static List<String> of(String reference) {
        Set<String> forms = new LinkedHashSet<>();
        addCases(forms, reference);
        if (reference.length() >= LEAST_DIGITS && reference.length() <= MOST_DIGITS) {
            if (DECIMAL.matcher(reference).matches()) {
                BigInteger number = new BigInteger(reference);
                forms.add(number.toString());
                addCases(forms, number.toString(16));
                addCases(forms, String.format("%08x", number));
            }
            if (HEXADECIMAL.matcher(reference).matches()) {
                BigInteger number = new BigInteger(reference, 16);
                forms.add(number.toString());
                addCases(forms, number.toString(16));
            }
        }
        return List.copyOf(forms);
    }

    private static void addCases(Set<String> forms, String reference) {
        forms.add(reference);
        forms.add(reference.toLowerCase(Locale.ROOT));
        forms.add(reference.toUpperCase(Locale.ROOT));
    }
}
