package io.github.camelsms.routes.imports.smstools;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in {@code devices = GSM1, ELISA* 11-15}. */
final class Devices {

    private static final Pattern SEVERAL =
            Pattern.compile("([A-Za-z_.-][A-Za-z0-9_.-]*)\\*\\s*([0-9]{1,4})\\s*-\\s*([0-9]{1,4})");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,50}");
    private static final int MOST = 1_000;

    private Devices() {}

    /**
     * Reads them; of a choice {@code ? GSM1 | GSM2} the first is taken, as smsd does.
     *
     * @throws IllegalArgumentException when one is no name
     */
    static List<String> parse(String written) {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        for (String each : first(written).split(",", -1)) {
            String name = each.strip();
            Matcher several = SEVERAL.matcher(name);
            if (several.matches()) {
                names.addAll(range(several));
            } else if (NAME.matcher(name).matches()) {
                names.add(name);
            } else if (!name.isEmpty()) {
                throw new IllegalArgumentException("the name of a device has letters, digits, dots and hyphens");
            }
        }
        return List.copyOf(names);
    }

    private static List<String> range(Matcher several) {
        int from = Integer.parseInt(several.group(2));
        int until = Integer.parseInt(several.group(3));
        if (until < from || until - from >= MOST) {
            throw new IllegalArgumentException(
                    "the devices are numbered from a lower to a higher number, 1000 at most");
        }
        List<String> names = new ArrayList<>();
        for (int number = from; number <= until; number++) {
            names.add(several.group(1) + number);
        }
        return names;
    }

    /** The first of several values that smsd would ask for. */
    static String first(String written) {
        String value = written.strip();
        return value.startsWith("?") ? value.substring(1).split("\\|", 2)[0].strip() : value;
    }

    /** The section of a group that a device belongs to: {@code ELISA*} for {@code ELISA11}. */
    static String group(String device) {
        return device.replaceFirst("[0-9].*$", "") + "*";
    }
}
