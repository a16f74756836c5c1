package io.github.camelsms.modem.profile;

import io.github.camelsms.modem.at.AtCommandLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The profiles that come with this component, and which of them fits a modem. */
public final class Profiles {

    /** Fits every modem that keeps to the standards. */
    public static final ModemProfile GENERIC = load("generic");

    private static final List<ModemProfile> KNOWN = Stream.of(
                    "huawei", "siemens", "wavecom", "quectel", "sim7600", "simcom", "zte", "telit", "gateway-2n")
            .map(Profiles::load)
            .toList();

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
     * A profile of a user: YAML with the keys of the profiles of this component.
     *
     * @throws IllegalArgumentException saying what is wrong with the file
     */
    public static ModemProfile fromFile(Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return ProfileFile.read(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""), reader);
        } catch (IOException e) {
            throw new IllegalArgumentException("The modem profile " + file + " cannot be read: " + e, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The modem profile " + file + " is wrong: " + e.getMessage(), e);
        }
    }

    private static ModemProfile load(String name) {
        try (InputStream in = Profiles.class.getResourceAsStream(name + ".yaml");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return ProfileFile.read(name, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
