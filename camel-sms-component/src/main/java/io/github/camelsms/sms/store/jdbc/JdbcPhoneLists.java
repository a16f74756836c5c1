package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.ListEntry;
import io.github.camelsms.sms.store.PhoneLists;
import io.github.camelsms.sms.store.jdbc.CommitQueue.Work;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Lists of phones in the database of the store. */
final class JdbcPhoneLists implements PhoneLists {

    private final CommitQueue queue;
    private final Optional<Reads> reads;
    private final Tables tables;
    private final PhoneListTable lists;

    JdbcPhoneLists(CommitQueue queue, Optional<Reads> reads, Tables tables) {
        this.queue = queue;
        this.reads = reads;
        this.tables = tables;
        this.lists = tables.phoneLists();
    }

    @Override
    public CompletionStage<Boolean> contains(String list, String number) {
        return read(tx -> lists.contains(tx, list, number));
    }

    @Override
    public CompletionStage<Integer> add(String list, List<ListEntry> entries) {
        return queue.submit(tx -> lists.add(tx, list, entries, tables.now()));
    }

    @Override
    public CompletionStage<Integer> remove(String list, List<ListEntry> entries) {
        return queue.submit(tx -> lists.remove(tx, list, entries));
    }

    @Override
    public CompletionStage<List<String>> entries(String list, Optional<String> after, int limit) {
        return read(tx -> lists.entries(tx, list, after, limit));
    }

    @Override
    public CompletionStage<Map<String, Long>> sizes() {
        return read(lists::sizes);
    }

    @Override
    public CompletionStage<Boolean> mayAnswer(String number, String answer, Duration pause) {
        return queue.submit(tx -> lists.mayAnswer(tx, number, answer, pause, tables.now()));
    }

    private <T> CompletionStage<T> read(Work<T> work) {
        return reads.isPresent() ? reads.get().submit(work) : queue.submit(work);
    }
}
