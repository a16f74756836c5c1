package io.github.camelsms.proofs.harness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what strace has written down of a gateway: whether each answer was written after the sync that covers its
 * message. A call that others overtake has two lines, one where it begins and one where it ends.
 */
public final class SyncOrder {

    private static final Pattern LINE = Pattern.compile("^(\\d+) +(?:<\\.\\.\\. (\\w+) resumed>|(\\w+)\\()(.*)$");
    private static final Pattern FILE = Pattern.compile("^\\d+<([^>]*)>");
    private static final String UNFINISHED = "<unfinished ...>";
    private static final int FOREVER = Integer.MAX_VALUE;

    /** One call: its file, what it writes, and where its beginning and its end are. */
    private record Call(String name, String file, String rest, int begin, int end) {

        Call endedAt(int line) {
            return new Call(name, file, rest, begin, line);
        }
    }

    private final List<Call> writes = new ArrayList<>();
    private final List<Call> syncs = new ArrayList<>();
    private final List<Call> answers = new ArrayList<>();

    public SyncOrder(List<String> lines) {
        Map<String, Call> open = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i));
            if (line.matches() && line.group(2) != null) {
                Call begun = open.remove(line.group(1));
                if (begun != null) {
                    add(begun.endedAt(i));
                }
            } else if (line.matches()) {
                Matcher file = FILE.matcher(line.group(4));
                boolean unfinished = line.group(4).endsWith(UNFINISHED);
                Call call = new Call(
                        line.group(3), file.find() ? file.group(1) : "", line.group(4), i, unfinished ? FOREVER : i);
                if (unfinished) {
                    open.put(line.group(1), call);
                } else {
                    add(call);
                }
            }
        }
        open.values().forEach(this::add);
    }

    /** Whether the answer that names {@code id} was begun after the end of a sync of the file that holds {@code text}. */
    public boolean isSyncedBeforeAnswer(String id, String text) {
        Call answer = first(answers, "OK " + id);
        Call write = first(writes, text);
        return syncs.stream()
                .anyMatch(sync ->
                        sync.file().equals(write.file()) && sync.begin() > write.end() && sync.end() < answer.begin());
    }

    /** How many syncs of files there were. */
    public int syncs() {
        return syncs.size();
    }

    private void add(Call call) {
        if (call.name().endsWith("sync")) {
            syncs.add(call);
        } else if (call.name().equals("pwrite64")) {
            writes.add(call);
        } else {
            answers.add(call);
        }
    }

    private static Call first(List<Call> calls, String text) {
        return calls.stream()
                .filter(call -> call.rest().contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("strace has not seen " + text));
    }
}
