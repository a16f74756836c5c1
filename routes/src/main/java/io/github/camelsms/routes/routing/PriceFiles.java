package io.github.camelsms.routes.routing;

import io.github.camelsms.routes.files.FileSignature;
import io.github.camelsms.sms.routing.Currencies;
import io.github.camelsms.sms.routing.PriceFile;
import io.github.camelsms.sms.routing.PriceTable;
import io.github.camelsms.sms.routing.PriceTables;
import io.github.camelsms.sms.routing.TableFormatException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The price tables of the operator while the gateway runs: a file that changes takes the place of what it was, at once
 * and as a whole; one that is broken leaves the prices that it had in force, and the log says which line is wrong.
 */
public final class PriceFiles {

    private static final Logger LOG = LoggerFactory.getLogger(PriceFiles.class);

    private final List<Path> named;
    private final Currencies currencies;
    private final ZoneId zone;
    private final Map<Path, PriceTable> loaded = new TreeMap<>();
    private final Map<Path, FileSignature> seen = new HashMap<>();
    private final Map<Path, FileSignature> handled = new HashMap<>();
    private volatile PriceTables current;

    /** @param named files, and folders whose {@code .csv} files are taken */
    public PriceFiles(List<Path> named, Currencies currencies, ZoneId zone) {
        this.named = List.copyOf(named);
        this.currencies = currencies;
        this.zone = zone;
        this.current = new PriceTables(List.of(), zone);
    }

    /** What is in force. */
    public PriceTables current() {
        return current;
    }

    /** Reads all files for the first time. */
    public void load() throws IOException, TableFormatException {
        for (Path file : files()) {
            handled.put(file, FileSignature.of(file));
            loaded.put(file, read(file));
        }
        publish();
    }

    /** Looks for changes; called again and again. */
    public void refresh() {
        try {
            List<Path> files = files();
            boolean changed = loaded.keySet().retainAll(files);
            handled.keySet().retainAll(files);
            for (Path file : files) {
                FileSignature now = FileSignature.of(file);
                // one that is still being written is left alone until it rests
                boolean rests = now.equals(seen.put(file, now));
                if (rests && !now.equals(handled.get(file))) {
                    handled.put(file, now);
                    changed |= replace(file);
                }
            }
            if (changed) {
                publish();
                LOG.info("prices are now those of {} lines in {} files", current.size(), loaded.size());
            }
        } catch (IOException e) {
            // an editor that writes a new file and renames it: the next look finds it
            LOG.debug("price tables cannot be looked at", e);
        }
    }

    private boolean replace(Path file) {
        try {
            loaded.put(file, read(file));
            return true;
        } catch (TableFormatException e) {
            LOG.error("the prices of {} stay as they were: {}", file, e.getMessage());
        } catch (IOException e) {
            LOG.error("the prices of {} stay as they were: it cannot be read", file);
        }
        return false;
    }

    private void publish() {
        current = new PriceTables(List.copyOf(loaded.values()), zone);
    }

    private PriceTable read(Path file) throws IOException, TableFormatException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return PriceFile.read(file.getFileName().toString(), reader, currenciesFor(file), zone);
        }
    }

    /** Without a word about currencies, the first file says which one it is. */
    private Currencies currenciesFor(Path file) {
        return loaded.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(file))
                .map(entry -> entry.getValue().currency())
                .flatMap(java.util.Optional::stream)
                .findFirst()
                .map(currencies::orIn)
                .orElse(currencies);
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> entries = Files.list(path)) {
                    entries.filter(entry -> entry.getFileName().toString().matches("[^.].*\\.csv"))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }
}
