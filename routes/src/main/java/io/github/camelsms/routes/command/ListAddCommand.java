package io.github.camelsms.routes.command;

import io.github.camelsms.sms.store.ListEntry;
import io.github.camelsms.sms.store.PhoneLists;
import java.util.List;
import java.util.concurrent.CompletionStage;
import picocli.CommandLine.Command;

/** {@code sms-gateway list add NAME ENTRY…}. */
@Command(name = "add", description = "Add numbers, or beginnings of numbers, to a list.")
public final class ListAddCommand extends ListChange {

    @Override
    CompletionStage<Integer> change(PhoneLists lists, String list, List<ListEntry> some) {
        return lists.add(list, some);
    }

    @Override
    String done() {
        return "added, the others were there";
    }
}
