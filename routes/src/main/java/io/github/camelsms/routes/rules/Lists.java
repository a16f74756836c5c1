package io.github.camelsms.routes.rules;

import io.github.camelsms.sms.store.ListEntry;
import io.github.camelsms.sms.store.PhoneLists;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Lists by their names: {@code deny} is the file {@code deny.txt} in the folder of lists and the list {@code deny} of
 * the store together.
 */
final class Lists {

    private final Path folder;
    private final Supplier<PhoneLists> store;
    private final Clock clock;
    private final Map<String, ListFile> files = new ConcurrentHashMap<>();

    Lists(Path folder, Supplier<PhoneLists> store, Clock clock) {
        this.folder = folder;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Refuses what is no name of a list.
     *
     * @throws IllegalArgumentException when it has other characters than letters, digits, {@code . _ -}
     */
    static String name(String list) {
        if (!list.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException(
                    "the name of a list is 1 to 64 letters, digits, dots, underscores and hyphens, not '" + list + "'");
        }
        return list;
    }

    /** Whether the list has the text, or the beginning of a number. */
    boolean contains(String list, String text) {
        Set<String> keys = file(list).keys();
        return ListEntry.keysOf(text).stream().anyMatch(keys::contains) || inStore(list, text);
    }

    /** The entries of the file, as they are written there. */
    List<String> words(String list) {
        return file(list).words();
    }

    PhoneLists store() {
        return store.get();
    }

    private ListFile file(String list) {
        return files.computeIfAbsent(name(list), name -> new ListFile(folder.resolve(name + ".txt"), clock));
    }

    private boolean inStore(String list, String text) {
        try {
            return store.get().contains(list, text).toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw e;
        }
    }
}
