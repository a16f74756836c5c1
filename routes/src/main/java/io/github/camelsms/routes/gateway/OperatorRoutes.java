package io.github.camelsms.routes.gateway;

import io.github.camelsms.routes.files.FileSignature;
import io.github.camelsms.routes.rules.RuleGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The route files of the operator, while the gateway runs: a file that changes takes the place of what it was, a file
 * that is broken leaves everything as it is, and our own routes step aside for theirs.
 */
final class OperatorRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorRoutes.class);

    /** Rules begin with it, and the routes that they call. */
    private static final String RULES = "direct:";

    private record Loaded(String content, FileRoutes routes) {}

    private final RouteLoader loader;
    private final RuleGate rules;
    private final List<Path> named;
    private final Map<Path, Loaded> loaded = new LinkedHashMap<>();
    private final Map<Path, FileSignature> seen = new HashMap<>();
    private final Map<Path, FileSignature> handled = new HashMap<>();
    private final Map<String, String> ourFiles;
    private final Map<String, FileRoutes> ours = new HashMap<>();

    /**
     * @param named files and folders
     * @param ourFiles our route file for each source
     * @param rules closed while routes change that rules may be made of
     */
    OperatorRoutes(RouteLoader loader, List<Path> named, Map<String, String> ourFiles, RuleGate rules) {
        this.rules = rules;
        this.ourFiles = Map.copyOf(ourFiles);
        this.loader = loader;
        this.named = List.copyOf(named);
    }

    /** Loads all files for the first time. */
    void load() throws StartFailedException {
        for (Path file : RouteFiles.in(named)) {
            try {
                handled.put(file, FileSignature.of(file));
                String content = Files.readString(file);
                loaded.put(file, new Loaded(content, loader.load(file, content)));
            } catch (IOException e) {
                throw new StartFailedException(
                        "the route file " + file + " is not text in UTF-8: " + OneLine.of(e.toString()), e);
            }
        }
        stepAside();
    }

    /** Looks for changes; called again and again. */
    void refresh() {
        try {
            List<Path> files = RouteFiles.in(named);
            for (Path file : files) {
                FileSignature now = FileSignature.of(file);
                // one that is still being written is left alone until it rests
                boolean rests = now.equals(seen.put(file, now));
                if (rests && !now.equals(handled.get(file))) {
                    handled.put(file, now);
                    replace(file, Files.readString(file));
                }
            }
            for (Path gone : List.copyOf(loaded.keySet())) {
                if (!files.contains(gone)) {
                    handled.remove(gone);
                    replace(gone, "");
                }
            }
        } catch (StartFailedException | IOException e) {
            // an editor that writes a new file and renames it: the next look finds it
            LOG.debug("route files cannot be looked at", e);
        }
    }

    private void replace(Path file, String content) {
        boolean maybeRules = content.contains(RULES)
                || Optional.ofNullable(loaded.get(file))
                        .filter(was -> was.content().contains(RULES))
                        .isPresent();
        if (!maybeRules) {
            exchange(file, content);
            return;
        }
        rules.close();
        try {
            exchange(file, content);
        } finally {
            rules.open();
        }
    }

    private void exchange(Path file, String content) {
        Optional<Loaded> before = Optional.ofNullable(loaded.get(file));
        try {
            List<String> sources = content.isEmpty() ? List.of() : loader.check(file, content);
            // from here on something has to be put back when it fails
            loader.unload(before.map(Loaded::routes).orElse(FileRoutes.NONE));
            loaded.remove(file);
            if (!content.isEmpty()) {
                makeRoom(sources);
                loaded.put(file, new Loaded(content, loader.load(file, content)));
            }
            LOG.info(
                    "the routes of {} are now: {}",
                    file,
                    loaded.containsKey(file) ? loaded.get(file).routes().ids() : "none");
        } catch (Exception e) {
            String reason = e instanceof StartFailedException ? e.getMessage() : StartFailure.reason(e);
            LOG.error("the routes of {} stay as they were: {}", file, OneLine.of(reason));
            LOG.debug("{}", file, e);
            before.filter(was -> !loaded.containsKey(file)).ifPresent(was -> restore(file, was));
        }
        try {
            stepAside();
        } catch (StartFailedException e) {
            LOG.error("{}", e.getMessage());
        }
    }

    private void makeRoom(List<String> sources) throws StartFailedException {
        for (String source : ourFiles.keySet()) {
            boolean theirs = sources.stream().anyMatch(uri -> RouteLoader.isSource(source, uri));
            if (theirs && ours.containsKey(source)) {
                unload(ours.remove(source));
            }
        }
    }

    private void restore(Path file, Loaded was) {
        try {
            loaded.put(file, new Loaded(was.content(), loader.load(file, was.content())));
        } catch (StartFailedException e) {
            LOG.error("the routes that were there before cannot be started again: {}", e.getMessage());
        }
    }

    /** Our own routes for a source are there when no route of the operator begins with it. */
    private void stepAside() throws StartFailedException {
        for (Map.Entry<String, String> source : ourFiles.entrySet()) {
            FileRoutes present = ours.getOrDefault(source.getKey(), FileRoutes.NONE);
            boolean theirs = loader.isConsumed(source.getKey(), present);
            if (theirs && ours.remove(source.getKey()) != null) {
                unload(present);
            } else if (!theirs && !ours.containsKey(source.getKey())) {
                ours.put(source.getKey(), loader.loadOurs(source.getValue()));
            }
        }
    }

    private void unload(FileRoutes routes) throws StartFailedException {
        try {
            loader.unload(routes);
        } catch (Exception e) {
            throw new StartFailedException("the built-in routes " + routes.ids() + " cannot be stopped", e);
        }
    }
}
