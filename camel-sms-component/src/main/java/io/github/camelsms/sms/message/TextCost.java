package io.github.camelsms.sms.message;

import io.github.camelsms.sms.tpdu.Alphabet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in words what a message costs, and which characters make it so. */
public final class TextCost {

    private static final int NAMED = 8;

    private TextCost() {}

    /**
     * One line each: the parts, and the characters that cost more than others.
     *
     * @param text what it says; empty for data
     */
    public static List<String> of(String text, Segmentation segmentation) {
        List<String> lines = new ArrayList<>();
        String unit =
                switch (segmentation.alphabet()) {
                    case GSM7 -> "septets";
                    case UCS2 -> "UTF-16 units";
                    default -> "octets";
                };
        lines.add(segmentation.alphabet() + ", " + segmentation.units() + " " + unit + " in " + segmentation.parts()
                + (segmentation.parts() == 1 ? " part" : " parts") + " of " + segmentation.limit() + "; room for "
                + segmentation.remaining() + " more");
        segmentation.forcedBy().ifPresent(forcing -> lines.add(forced(text, forcing)));
        if (segmentation.alphabet() == Alphabet.GSM7) {
            Map<Integer, Integer> dear = dear(text);
            if (!dear.isEmpty()) {
                lines.add("two septets each: " + list(dear));
            }
        }
        return lines;
    }

    private static String forced(String text, int forcing) {
        int index = text.indexOf(forcing);
        return "'" + Character.toString(forcing) + "' " + String.format("(U+%04X)", forcing)
                + (index < 0 ? "" : ", character " + (text.codePointCount(0, index) + 1) + ",")
                + " is not in the GSM 7 bit alphabet: all characters cost two octets";
    }

    /** Characters of the extension table, and how often each occurs. */
    private static Map<Integer, Integer> dear(String text) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        Map<Integer, Boolean> known = new LinkedHashMap<>();
        text.codePoints().forEach(character -> {
            if (known.computeIfAbsent(character, TextCost::isDear)) {
                counts.merge(character, 1, Integer::sum);
            }
        });
        return counts;
    }

    private static boolean isDear(int character) {
        return Segmentation.of(
                                MessageContent.text(Character.toString(character)),
                                SegmentationOptions.DEFAULT.withAlphabet(Alphabet.GSM7))
                        .units()
                == 2;
    }

    private static String list(Map<Integer, Integer> counts) {
        return counts.entrySet().stream()
                        .limit(NAMED)
                        .map(entry -> "'" + Character.toString(entry.getKey()) + "'"
                                + (entry.getValue() == 1 ? "" : " (" + entry.getValue() + " times)"))
                        .collect(Collectors.joining(", "))
                + (counts.size() > NAMED ? " and others" : "");
    }
}
