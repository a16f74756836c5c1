package io.github.camelsms.modem.profile;

import io.github.camelsms.modem.at.AtCommandLine;
import io.github.camelsms.modem.command.Indication;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The profiles that come with this component, and which of them fits a modem. */
public final class Profiles {

    /** Fits every modem that keeps to the standards. */
    public static final ModemProfile GENERIC = load("generic");

    private static final List<ModemProfile> KNOWN = Stream.of(
                    "huawei", "siemens", "wavecom", "quectel", "sim7600", "simcom", "zte", "telit")
            .map(Profiles::load)
            .toList();

    private static final List<String> KEYS =
            List.of("makers", "models", "setup", "indications", "reset", "iccid", "afterPin");

    private Profiles() {}

    /** Finds the profile for what a modem says of itself; {@link #GENERIC} where none fits better. */
    public static ModemProfile detect(String manufacturer, String model) {
        String maker = manufacturer.toLowerCase(Locale.ROOT);
        String type = model.toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(p -> p.makers().stream().anyMatch(maker::contains))
                .filter(p -> p.models().isEmpty() || p.models().stream().anyMatch(type::contains))
                .findFirst()
                .orElse(GENERIC);
    }

    /** All the ways in which modems are asked for the number of their card, the usual one first. */
    public static List<AtCommandLine> iccidCommands() {
        return Stream.concat(Stream.of(GENERIC), KNOWN.stream())
                .map(ModemProfile::iccid)
                .distinct()
                .toList();
    }

    /**
     * A profile of this component by its name.
     *
     * @throws IllegalArgumentException with all names, when there is none
     */
    public static ModemProfile named(String name) {
        return Stream.concat(Stream.of(GENERIC), KNOWN.stream())
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no modem profile '" + name + "'; there are "
                        + Stream.concat(Stream.of(GENERIC), KNOWN.stream())
                                .map(ModemProfile::name)
                                .toList()
                        + ", and profileFile for your own"));
    }

    /**
     * A profile of a user: lines {@code key=value} with the keys of the profiles of this component.
     *
     * @throws IllegalArgumentException saying what is wrong with the file
     */
    public static ModemProfile fromFile(Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            properties.stringPropertyNames().stream()
                    .filter(key -> !KEYS.contains(key))
                    .findFirst()
                    .ifPresent(key -> {
                        throw new IllegalArgumentException("it has the key '" + key + "'; the keys are " + KEYS);
                    });
            return profile(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""), properties);
        } catch (IOException e) {
            throw new IllegalArgumentException("The modem profile " + file + " cannot be read: " + e, e);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException("The modem profile " + file + " is wrong: " + e.getMessage(), e);
        }
    }

    private static ModemProfile load(String name) {
        Properties properties = new Properties();
        try (InputStream in = Profiles.class.getResourceAsStream(name + ".properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return profile(name, properties);
    }

    private static ModemProfile profile(String name, Properties properties) {
        return new ModemProfile(
                name,
                list(properties, "makers", "\\s*,\\s*"),
                list(properties, "models", "\\s*,\\s*"),
                list(properties, "setup", "\\s*;\\s*").stream()
                        .map(AtCommandLine::of)
                        .toList(),
                list(properties, "indications", "\\s*;\\s*").stream()
                        .map(Profiles::indication)
                        .toList(),
                Optional.of(properties.getProperty("reset", "AT+CFUN=1,1").strip())
                        .filter(line -> !line.isEmpty())
                        .map(AtCommandLine::of),
                AtCommandLine.of(properties.getProperty("iccid", "AT+CCID").strip()),
                Duration.parse(properties.getProperty("afterPin", "PT2S")));
    }

    private static List<String> list(Properties properties, String key, String separator) {
        String value = properties.getProperty(key, "").strip();
        return value.isEmpty() ? List.of() : List.of(value.split(separator));
    }

    private static Indication indication(String text) {
        if (!text.matches("\\d(,\\d){4}")) {
            throw new IllegalArgumentException("an indication is five digits such as 2,1,0,2,0, not '" + text + "'");
        }
        int[] v = Stream.of(text.split(",")).mapToInt(Integer::parseInt).toArray();
        return new Indication(v[0], v[1], v[2], v[3], v[4]);
    }
}
