package io.github.camelsms.routes.imports;

import io.github.camelsms.routes.imports.Outcome.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The directives of a program that become nothing here, with the reason: a table beside the classes, one line
 * {@code section | ignored or decision | reason | names}. A name may end in {@code *}.
 */
public final class KnownDirectives {

    private record Answer(Result result, String text) {}

    private final String program;
    private final Map<String, Answer> answers = new HashMap<>();

    private KnownDirectives(String program) {
        this.program = program;
    }

    /**
     * Reads the table of a program.
     *
     * @param program as people call it
     * @param resource name of the table
     */
    public static KnownDirectives of(String program, String resource) {
        KnownDirectives known = new KnownDirectives(program);
        try (InputStream in = KnownDirectives.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(known::add);
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] fields = line.split("\\s*\\|\\s*", 4);
        Answer answer = new Answer(Result.valueOf(fields[1].strip().toUpperCase(Locale.ROOT)), fields[2]);
        for (String name : fields[3].strip().split("\\s+", -1)) {
            answers.put(key(fields[0].strip(), name), answer);
        }
    }

    /** Answers the directives of a section that nothing was said of. */
    public void answerRest(Section section, Report report) {
        answerRest(section.name(), section.items(), report);
    }

    /** Answers the line that begins a section: as its directives, or that they stand below. */
    public void answerHead(Section section, Report report) {
        Answer all = answers.get(key(section.name(), "*"));
        boolean some = answers.keySet().stream().anyMatch(key -> key.startsWith(section.name() + "."));
        if (all != null) {
            report.answer(section.head(), all.result(), all.text());
        } else if (some) {
            report.imported(section.head(), "what its lines say");
        } else {
            report.decide(section.head(), program + " has no such group");
        }
    }

    /** The same for items that stand in no section of their own. */
    public void answerRest(String section, List<Item> items, Report report) {
        for (Item item : items) {
            if (!report.isAnswered(item)) {
                Answer answer = find(section, item);
                report.answer(item, answer.result(), answer.text());
            }
        }
    }

    private Answer find(String section, Item item) {
        Optional<Answer> known = find(section, item.name());
        if (item.value().isBlank()) {
            return new Answer(Result.IGNORED, "it says nothing");
        }
        if (known.isPresent() && item.value().strip().matches("(?i)no|false|off")) {
            return new Answer(Result.IGNORED, "it is switched off");
        }
        return known.orElseGet(() -> new Answer(Result.DECISION, program + " has no such directive there"));
    }

    private Optional<Answer> find(String section, String name) {
        Answer exact = answers.get(key(section, name));
        if (exact != null) {
            return Optional.of(exact);
        }
        return answers.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("*")
                        && key(section, name)
                                .startsWith(entry.getKey()
                                        .substring(0, entry.getKey().length() - 1)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String key(String section, String name) {
        return (section + "." + name).toLowerCase(Locale.ROOT);
    }
}
