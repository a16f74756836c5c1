package io.github.camelsms.sms.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Lists of phones that the store keeps: who may not be written to, who has opted out. Names are of the operator. What
 * is asked about one phone costs the same however long a list is.
 */
public interface PhoneLists {

    /** Whether the list has the number, or a beginning of it. */
    CompletionStage<Boolean> contains(String list, String number);

    /** Adds entries; those that are there stay. Returns how many were new. */
    CompletionStage<Integer> add(String list, List<ListEntry> entries);

    /** Takes entries away; returns how many there were. */
    CompletionStage<Integer> remove(String list, List<ListEntry> entries);

    /**
     * Entries of a list in the order of their keys.
     *
     * @param after only those behind this key
     * @param limit at most so many
     */
    CompletionStage<List<String>> entries(String list, Optional<String> after, int limit);

    /** All lists, with how many entries each has. */
    CompletionStage<Map<String, Long>> sizes();

    /**
     * Whether a phone may be answered automatically, which is noted: the same answer not again before {@code pause} is
     * over.
     */
    CompletionStage<Boolean> mayAnswer(String number, String answer, Duration pause);
}
