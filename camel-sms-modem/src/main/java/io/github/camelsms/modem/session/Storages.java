package io.github.camelsms.modem.session;

import io.github.camelsms.modem.command.Reply;
import io.github.camelsms.modem.command.SmsSetupCommands;
import io.github.camelsms.modem.command.StorageOffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The storages of one modem that messages are read from, and which of them is selected. */
final class Storages {

    private static final List<String> LISTED_AT_START = List.of("SM", "ME");

    private final Set<String> all = new LinkedHashSet<>();
    private final String receiving;
    private String selected;

    private Storages(String receiving) {
        this.receiving = receiving;
        this.selected = receiving;
        this.all.add(receiving);
    }

    /** Selects storages by what the modem says it has. A modem that knows no CPMS has one storage without a name. */
    static Storages choose(OpenLine line) throws InterruptedException, ModemSilentException {
        StorageOffer offer = line.askIfKnown(SmsSetupCommands.storageOffer())
                .value()
                .orElse(new StorageOffer(List.of(), List.of(), List.of()));
        String current =
                line.askIfKnown(SmsSetupCommands.receivingStorage()).value().orElse("");
        for (String candidate : candidates(offer, current)) {
            if (select(line, offer, candidate)) {
                Storages storages = new Storages(candidate);
                offer.reading().stream().filter(LISTED_AT_START::contains).forEach(storages.all::add);
                return storages;
            }
        }
        return new Storages(current);
    }

    private static List<String> candidates(StorageOffer offer, String current) {
        Set<String> candidates = new LinkedHashSet<>();
        List<String> receiving = offer.receiving().isEmpty() ? offer.reading() : offer.receiving();
        if (!current.isEmpty() && (receiving.isEmpty() || receiving.contains(current))) {
            candidates.add(current);
        }
        candidates.addAll(receiving.stream().filter(offer.reading()::contains).toList());
        if (offer.reading().isEmpty()) {
            candidates.add("SM");
        }
        return new ArrayList<>(candidates);
    }

    private static boolean select(OpenLine line, StorageOffer offer, String storage)
            throws InterruptedException, ModemSilentException {
        String writing = offer.writing().isEmpty() || offer.writing().contains(storage)
                ? storage
                : offer.writing().get(0);
        if (offer.receiving().isEmpty() && !offer.reading().isEmpty()) {
            return line.askIfKnown(SmsSetupCommands.readFrom(storage)).isOk();
        }
        Reply<?> reply = line.askIfKnown(SmsSetupCommands.storages(storage, writing, storage));
        return reply.isOk()
                || line.askIfKnown(SmsSetupCommands.readFrom(storage)).isOk();
    }

    /** All that messages may be in. */
    List<String> all() {
        return List.copyOf(all);
    }

    /** The one that received messages go to; empty when it has no name. */
    String receiving() {
        return receiving;
    }

    /** Makes commands read from this storage. */
    boolean read(OpenLine line, String storage) throws InterruptedException, ModemSilentException {
        if (storage.equals(selected) || storage.isEmpty()) {
            return true;
        }
        if (!line.ask(SmsSetupCommands.readFrom(storage)).isOk()) {
            return false;
        }
        selected = storage;
        all.add(storage);
        return true;
    }
}
