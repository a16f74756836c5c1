package io.github.camelsms.routes.imports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of an old configuration. Nothing outside of it is read, whatever a configuration names: what it names
 * elsewhere is looked for here under its file name.
 */
public final class Folder {

    private static final long MOST_OCTETS = 5_000_000;
    private static final int DEEPEST = 5;
    private static final int MOST_FILES = 10_000;

    private final Path root;
    private final Optional<Path> only;
    private final Report report;
    private final Set<Path> read = new LinkedHashSet<>();

    /**
     * @param named a folder, or one file in its folder
     * @throws IOException when it is not there
     */
    public Folder(Path named, Report report) throws IOException {
        Path real = named.toRealPath();
        boolean folder = Files.isDirectory(real);
        this.root = folder ? real : real.getParent();
        this.only = folder ? Optional.empty() : Optional.of(real);
        this.report = report;
    }

    /** The file that was named, or else those whose path fits, in the order of their names. */
    public List<Path> files(String regex) throws IOException {
        if (only.isPresent()) {
            return List.of(only.get());
        }
        try (Stream<Path> paths = Files.walk(root, DEEPEST)) {
            return paths.limit(MOST_FILES)
                    .filter(Files::isRegularFile)
                    .filter(path -> name(path).matches(regex))
                    .sorted()
                    .toList();
        }
    }

    /** The path of a file as the report calls it. */
    public String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** The file that a configuration names, if it is in the folder: by its whole path, or by the end of that. */
    public Optional<Path> find(String written) {
        String rest = written.strip().replace('\\', '/').replaceFirst("^[A-Za-z]:", "");
        try {
            for (int slash = 0; slash >= 0; slash = rest.indexOf('/', 1)) {
                rest = rest.substring(slash);
                Optional<Path> found = inside(rest);
                if (found.isPresent()) {
                    return found;
                }
            }
        } catch (InvalidPathException e) {
            // no name of a file
        }
        return Optional.empty();
    }

    private Optional<Path> inside(String path) {
        return Stream.of(Path.of(path), root.resolve(path.replaceFirst("^/+", "")))
                .flatMap(Folder::real)
                .filter(file -> file.startsWith(root) && !file.equals(root))
                .findFirst();
    }

    private static Stream<Path> real(Path path) {
        try {
            return Stream.of(path.toRealPath());
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** The text of a file that may have nothing to do with the configuration; empty when it cannot be read. */
    public String peek(Path file) {
        try {
            return Files.size(file) > MOST_OCTETS ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** The lines of a file; empty, and a decision in the report, when it cannot be read. */
    public List<String> lines(Path file) {
        return Arrays.stream(text(file).split("\n", -1))
                .map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                .toList();
    }

    /** The text of a file: UTF-8 or UTF-16 by their marks, UTF-8, or else ISO 8859-1. */
    public String text(Path file) {
        Item item = new Item(name(file), 1, "file", "");
        read.add(file);
        try {
            if (!real(file).allMatch(path -> path.startsWith(root)) || Files.size(file) > MOST_OCTETS) {
                throw new IOException("it is larger than " + MOST_OCTETS + " octets, or not in the folder");
            }
            byte[] octets = Files.readAllBytes(file);
            if (begins(octets, 0xFF, 0xFE) || begins(octets, 0xFE, 0xFF)) {
                return new String(octets, StandardCharsets.UTF_16);
            }
            int from = begins(octets, 0xEF, 0xBB, 0xBF) ? 3 : 0;
            try {
                return decode(octets, from, StandardCharsets.UTF_8);
            } catch (CharacterCodingException e) {
                report.imported(item, "text in ISO 8859-1, because it is not UTF-8");
                return decode(octets, from, StandardCharsets.ISO_8859_1);
            }
        } catch (IOException e) {
            report.decide(item, "it cannot be read: " + Item.printable(String.valueOf(e.getMessage())));
            return "";
        }
    }

    private static boolean begins(byte[] octets, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= octets.length || (octets[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String decode(byte[] octets, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(octets, from, octets.length - from))
                .toString();
    }

    /** Says of the files beside those that were read that they were not. */
    public void reportUnread() throws IOException {
        if (only.isPresent()) {
            return;
        }
        try (Stream<Path> files = Files.list(root)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !read.contains(file))
                    .sorted()
                    .forEach(file -> report.ignored(new Item(name(file), 1, "file", ""), "no other file refers to it"));
        }
    }
}
