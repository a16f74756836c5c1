package io.github.camelsms.routes.command;

import io.github.camelsms.sms.store.ListEntry;
import io.github.camelsms.sms.store.PhoneLists;
import java.util.List;
import java.util.concurrent.CompletionStage;
import picocli.CommandLine.Command;

/** {@code sms-gateway list rm NAME ENTRY…}. */
@Command(name = "rm", description = "Take numbers, or beginnings of numbers, off a list.")
public final class ListRemoveCommand extends ListChange {

    @Override
    CompletionStage<Integer> change(PhoneLists lists, String list, List<ListEntry> some) {
        return lists.remove(list, some);
    }

    @Override
    String done() {
        return "removed, the others were not there";
    }
}
