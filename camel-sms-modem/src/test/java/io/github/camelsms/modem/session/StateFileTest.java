package io.github.camelsms.modem.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    @TempDir
    private Path directory;

    /** A verdict that gets lost is a PIN that is tried again. */
    @Test
    void losesNothingWhenManySessionsChangeItAtOnce() throws Exception {
        Path file = directory.resolve("pins");
        List<CompletableFuture<Void>> changes = IntStream.range(0, 64)
                .mapToObj(i -> CompletableFuture.runAsync(() -> remember(new StateFile(file), "modem" + i)))
                .toList();
        CompletableFuture.allOf(changes.toArray(CompletableFuture[]::new)).get();

        assertThat(new StateFile(file).load("")).hasSize(64);
    }

    private static void remember(StateFile file, String name) {
        try {
            file.change("", pairs -> pairs.put(name, "REFUSED") == null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
