package io.github.camelsms.sms.store;

import io.github.camelsms.sms.address.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An entry of a list: a phone, the beginning of numbers ({@code +1900*}), or any other text, as it is compared.
 *
 * @param key digits of a number, without a plus; digits and {@code *} of a beginning; else the text in lower case
 */
public record ListEntry(String key) {

    private static final int LONGEST = 200;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s().\\-/]");
    private static final Pattern BEGINNING = Pattern.compile("\\+?[0-9]{0,15}\\*");

    public ListEntry {
        if (key.isBlank() || key.length() > LONGEST || key.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "An entry has 1 to " + LONGEST + " characters, and no control characters");
        }
    }

    /**
     * Reads an entry as people write it.
     *
     * @throws IllegalArgumentException when it is empty or too long
     */
    public static ListEntry parse(String written) {
        String text = written.strip();
        String beginning = SEPARATORS.matcher(text).replaceAll("");
        if (BEGINNING.matcher(beginning).matches()) {
            return new ListEntry(beginning.startsWith("+") ? beginning.substring(1) : beginning);
        }
        return new ListEntry(plain(text));
    }

    /** The keys of all entries that a text is an example of: its own, and those of its beginnings. */
    public static List<String> keysOf(String value) {
        String plain = plain(value.strip());
        List<String> keys = new ArrayList<>();
        keys.add(plain);
        if (!plain.isEmpty() && plain.chars().allMatch(c -> c >= '0' && c <= '9') && plain.length() <= 15) {
            for (int length = 0; length <= plain.length(); length++) {
                keys.add(plain.substring(0, length) + "*");
            }
        }
        return keys;
    }

    private static String plain(String text) {
        try {
            return PhoneNumber.parse(text).digits();
        } catch (IllegalArgumentException e) {
            return text.toLowerCase(Locale.ROOT);
        }
    }
}
