package io.github.camelsms.routes.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The route files that an operator names: files, and folders of files, in YAML or XML. */
public final class RouteFiles {

    private RouteFiles() {}

    /** All files, those of a folder in the order of their names; a folder is not searched deeper. */
    public static List<Path> in(List<Path> named) throws StartFailedException {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                files.addAll(inFolder(path));
            } else if (!Files.isReadable(path)) {
                throw new StartFailedException("the route file " + path + " is not there or cannot be read");
            } else if (!isRouteFile(path)) {
                throw new StartFailedException("the route file " + path + " is neither .yaml, .yml nor .xml");
            } else {
                files.add(path);
            }
        }
        return List.copyOf(files);
    }

    private static List<Path> inFolder(Path folder) throws StartFailedException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(RouteFiles::isRouteFile)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StartFailedException("the folder " + folder + " cannot be read", e);
        }
    }

    private static boolean isRouteFile(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".xml"));
    }
}
