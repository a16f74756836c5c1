package io.github.camelsms.sms.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsms.sms.store.SmsRejectedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitQueueTest {

    @TempDir
    Path folder;

    private CommitQueue queue;

    @BeforeEach
    void open() {
        SqliteDatabase database = SqliteDatabase.open("jdbc:sqlite:" + folder.resolve("queue.db"));
        queue = new CommitQueue(database, Runnable::run, "test-writer");
        queue.submit(tx -> tx.update("CREATE TABLE word (word TEXT PRIMARY KEY)"))
                .join();
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void workThatFailsTakesNoOtherWithIt() {
        CountDownLatch gathered = new CountDownLatch(1);
        CompletableFuture<Integer> first = queue.submit(tx -> {
            await(gathered);
            return insert(tx, "one");
        });
        CompletableFuture<Integer> twice = queue.submit(tx -> insert(tx, "two") + insert(tx, "two"));
        CompletableFuture<Integer> wrong = queue.submit(tx -> {
            insert(tx, "three");
            throw new IllegalStateException("no");
        });
        CompletableFuture<Integer> last = queue.submit(tx -> insert(tx, "four"));
        gathered.countDown();

        assertThat(first.join()).isEqualTo(1);
        assertThat(last.join()).isEqualTo(1);
        assertThatThrownBy(twice::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(SmsRejectedException.class);
        assertThatThrownBy(wrong::join).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(words()).containsExactly("four", "one");
    }

    /** A subscription that is there has to be told of the next outcome, whichever thread hears first that it is there. */
    @Test
    void whatIsRememberedIsSoBeforeAnybodyHearsOfTheCommit() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (CommitQueue told = new CommitQueue(
                SqliteDatabase.open("jdbc:sqlite:" + folder.resolve("told.db")), threads, "told-writer")) {
            for (int i = 0; i < 20; i++) {
                AtomicBoolean known = new AtomicBoolean();
                told.submit(tx -> {
                            tx.remember(() -> {
                                spin(Duration.ofMillis(5));
                                known.set(true);
                            });
                            return 1;
                        })
                        .join();
                assertThat(known).as("commit " + i).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static void spin(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatWaitsWhenItIsClosedIsStillDone() {
        List<CompletableFuture<Integer>> inserted = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            String word = "w" + i;
            inserted.add(queue.submit(tx -> insert(tx, word)));
        }
        queue.close();

        assertThat(inserted).allSatisfy(done -> assertThat(done.join()).isEqualTo(1));
        assertThatThrownBy(() -> queue.submit(tx -> 1).join()).hasCauseInstanceOf(SmsRejectedException.class);
    }

    @Test
    void followUpsRunOnlyAfterTheCommit() {
        List<String> seen = new ArrayList<>();
        queue.submit(tx -> {
                    tx.afterCommit(() -> seen.add("committed"));
                    return insert(tx, "x");
                })
                .join();
        CompletableFuture<Integer> failed = queue.submit(tx -> {
            tx.afterCommit(() -> seen.add("never"));
            throw new IllegalStateException("no");
        });

        assertThatThrownBy(failed::join).isInstanceOf(CompletionException.class);
        assertThat(seen).containsExactly("committed");
    }

    private List<String> words() {
        return queue.submit(tx -> tx.query("SELECT word FROM word ORDER BY word", row -> row.getString("word")))
                .join();
    }

    private static int insert(Tx tx, String word) throws SQLException {
        return tx.update("INSERT INTO word (word) VALUES (?)", word);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
