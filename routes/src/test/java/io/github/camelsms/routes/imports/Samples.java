package io.github.camelsms.routes.imports;

import io.github.camelsms.routes.imports.gammu.GammuImport;
import io.github.camelsms.routes.imports.icewarp.IceWarpImport;
import io.github.camelsms.routes.imports.kannel.KannelImport;
import io.github.camelsms.routes.imports.smstools.SmstoolsImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sample configurations of {@code src/test/resources/imports}, which were written for these tests. */
public final class Samples {

    private static final Path ALL = Path.of("src/test/resources/imports").toAbsolutePath();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    /** What an import has made. */
    record Result(Target target, Report report) {

        String text() {
            return report.outcomes().stream().map(Outcome::toString).collect(Collectors.joining("\n"));
        }

        String file(String name) {
            return target.files().get(name).get();
        }

        String settings() {
            return file("gateway.properties");
        }
    }

    private static final Map<String, Importer> IMPORTERS = Map.of(
            "icewarp", new IceWarpImport(CLOCK),
            "kannel", new KannelImport(),
            "gammu", new GammuImport(),
            "smstools", new SmstoolsImport());

    private Samples() {}

    /** Names of the formats. */
    static List<String> formats() {
        return List.of("icewarp", "kannel", "gammu", "smstools");
    }

    public static Path folder(String format) {
        return ALL.resolve(format);
    }

    static List<Path> files(String format) throws IOException {
        try (Stream<Path> files = Files.walk(folder(format))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** A copy that a test may change. */
    public static Path copy(String format, Path into) throws IOException {
        for (Path file : files(format)) {
            Path copy = into.resolve(folder(format).relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return into;
    }

    static Result read(String format) throws IOException {
        return read(format, folder(format));
    }

    static Result read(String format, Path folder) throws IOException {
        Report report = new Report();
        Target target = new Target();
        IMPORTERS.get(format).read(new Folder(folder, report), target, report);
        return new Result(target, report);
    }

    /** One file as the whole configuration. */
    static Result read(String format, Path folder, String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        return read(format, folder);
    }
}
