package io.github.camelsms.routes.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.imports.Samples.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each significant line has exactly one outcome, whatever becomes of the lines; nothing crashes; no secret is told. */
class ImportFuzzTest {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern SECRET = Pattern.compile("secret-1|account-secret|735[1-4]|shop:\"");

    @TempDir
    private Path folder;

    static List<String> formats() {
        return Samples.formats();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theSampleHasOneOutcomeForEachLine(String format) throws Exception {
        check(format, Samples.read(format), Samples.folder(format));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theSameConfigurationMakesTheSameFiles(String format) throws Exception {
        assertThat(files(Samples.read(format))).isEqualTo(files(Samples.read(format)));
    }

    /** Without what is random in a hash. */
    private static Map<String, String> files(Result result) {
        Map<String, String> files = new TreeMap<>();
        result.target()
                .files()
                .forEach((name, text) -> files.put(name, text.get().replaceAll("pbkdf2\\$\\S+", "hash")));
        return files;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void eachLineMutated(String format) throws Exception {
        Samples.copy(format, folder);
        Random random = new Random(20261122);
        for (Path file : Samples.files(format)) {
            Path copy = folder.resolve(Samples.folder(format).relativize(file).toString());
            List<String> lines = Files.readAllLines(copy, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                for (String mutation : mutations(lines.get(i), random)) {
                    List<String> changed = new ArrayList<>(lines);
                    changed.set(i, mutation);
                    Files.writeString(copy, String.join("\n", changed) + "\n");
                    check(format, readOrNothing(format), folder);
                }
            }
            Files.write(copy, lines);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void anyOctets(String format) throws Exception {
        Samples.copy(format, folder);
        for (Path file : Samples.files(format)) {
            Path copy = folder.resolve(Samples.folder(format).relativize(file).toString());
            byte[] octets = Files.readAllBytes(copy);
            for (int seed = 0; seed < 60; seed++) {
                Random random = new Random(seed);
                byte[] changed = octets.clone();
                for (int i = 0; i < 1 + random.nextInt(8); i++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                int length = seed % 3 == 0 ? random.nextInt(changed.length) : changed.length;
                Files.write(copy, java.util.Arrays.copyOf(changed, length));
                readOrNothing(format);
            }
            Files.write(copy, octets);
        }
    }

    /** What is left may be no configuration any more, which is said as such. */
    private Result readOrNothing(String format) throws IOException {
        try {
            Result result = Samples.read(format, folder);
            result.target().files().keySet().forEach(name -> assertThat(name)
                    .matches("[a-z/.-]+[A-Za-z0-9_-]*\\.[a-z]+"));
            return result;
        } catch (IOException e) {
            assertThat(e.getMessage()).startsWith("there is no configuration of");
            return new Result(new Target(), new Report());
        }
    }

    /** Five of those that there are, so that all lines together see each of them many times. */
    private static List<String> mutations(String line, Random random) {
        List<String> some = new ArrayList<>(all(line, random));
        Collections.shuffle(some, random);
        return some.subList(0, 5);
    }

    private static List<String> all(String line, Random random) {
        int at = line.isEmpty() ? 0 : random.nextInt(line.length());
        String head = line.substring(0, at);
        String tail = line.substring(at);
        return List.of(
                "",
                head,
                tail,
                head + ":" + tail,
                head + "=" + tail,
                head + "{{" + tail,
                head + "\r" + tail,
                head + "\u0000\u202e" + tail,
                head + "\"" + tail,
                head + "<" + tail,
                line + line,
                line.replaceAll("[0-9]+", "-1"),
                line.replaceAll("[0-9]+", "99999999999999999999"),
                line.replaceAll("= ?.*", "="),
                line.replaceAll("=.*", "= ?? #class:java.lang.Runtime"));
    }

    /** XML has elements and not lines: of those there is one outcome at most for each. */
    private static void check(String format, Result result, Path folder) throws IOException {
        Map<String, Integer> outcomes = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (Outcome outcome : result.report().outcomes()) {
            String text = outcome.toString();
            if (SECRET.matcher(text).find() || CONTROL.matcher(text).find()) {
                faults.add("told: " + text);
            }
            if (!isXml(outcome.item().file()) && !outcome.item().name().equals("file")) {
                outcomes.merge(outcome.item().file() + ":" + outcome.item().line(), 1, Integer::sum);
            }
        }
        outcomes.forEach((place, count) -> {
            if (count > 1) {
                faults.add("answered " + count + " times: " + place);
            }
        });
        for (String file : List.of("kannel.conf", "gammu-smsdrc", "smsd.conf", "config/smsusers.dat")) {
            Path path = folder.resolve(file);
            if (Files.exists(path) && outcomes.keySet().stream().anyMatch(place -> place.startsWith(file + ":"))) {
                String[] lines = Files.readString(path).split("\n", -1);
                for (int i = 0; i < lines.length; i++) {
                    if (isSignificant(lines[i].strip(), format) && !outcomes.containsKey(file + ":" + (i + 1))) {
                        faults.add("not answered: " + file + ":" + (i + 1) + " " + lines[i]);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static boolean isSignificant(String line, String format) {
        boolean comment = line.startsWith("#") || (line.startsWith(";") && !format.equals("kannel"));
        return !line.isEmpty() && (!comment || format.equals("icewarp"));
    }

    private static boolean isXml(String file) {
        return file.endsWith(".xml") || file.endsWith("smsgateway.dat");
    }
}
