package io.github.camelsms.modem.simulator;

import io.github.camelsms.modem.simulator.CommandTable.Outcome;
import io.github.camelsms.modem.simulator.MessageStorage.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The commands of 27.005: short messages and their storages. */
final class MessageTable {

    private static final String INVALID_INDEX = "+CMS ERROR: 321";
    private static final String NO_PIN = "+CMS ERROR: 311";
    private static final String NOTHING_TO_ACKNOWLEDGE = "+CMS ERROR: 340";

    private final SimulatedModem modem;
    private final CommandTable table;

    MessageTable(SimulatedModem modem, CommandTable table) {
        this.modem = modem;
        this.table = table;
        setup();
        messages();
    }

    private void setup() {
        SimulatedModem.Settings settings = modem.settings();
        table.on("+CMGF", argument -> switch (argument) {
            case "?" -> Outcome.ok("+CMGF: " + (settings.pduMode ? 0 : 1));
            case "=?" -> Outcome.ok("+CMGF: (0)");
            case "=0" -> {
                settings.pduMode = true;
                yield Outcome.ok();
            }
            default -> Outcome.failed(table.error("+CMS ERROR: 303"));
        });
        table.on("+CSCA", argument -> {
            if (argument.equals("?")) {
                return Outcome.ok("+CSCA: \"" + modem.sim().serviceCentre() + "\",145");
            }
            modem.sim().serviceCentre(CommandTable.unquoted(CommandTable.arguments(argument)[0]));
            return Outcome.ok();
        });
        table.on("+CSMS", argument -> {
            if (argument.equals("?")) {
                return Outcome.ok("+CSMS: " + settings.service + ",1,1,1");
            }
            if (argument.equals("=?")) {
                return Outcome.ok("+CSMS: (0,1)");
            }
            settings.service = Integer.parseInt(argument.substring(1));
            return Outcome.ok("+CSMS: 1,1,1");
        });
        table.on("+CNMI", argument -> announcements(argument, settings));
        table.on("+CPMS", argument -> storages(argument, settings));
    }

    private Outcome announcements(String argument, SimulatedModem.Settings settings) {
        if (modem.personality().indications().isEmpty()) {
            return Outcome.failed(table.error("+CMS ERROR: 303"));
        }
        if (argument.equals("=?")) {
            return Outcome.ok("+CNMI: " + modem.personality().indications());
        }
        if (argument.equals("?")) {
            return Outcome.ok("+CNMI: 2," + settings.mt + ",0," + settings.ds + ",0");
        }
        String[] values = CommandTable.arguments(argument);
        settings.mt = values.length > 1 && !values[1].isBlank() ? Integer.parseInt(values[1].strip()) : settings.mt;
        settings.ds = values.length > 3 && !values[3].isBlank() ? Integer.parseInt(values[3].strip()) : settings.ds;
        return Outcome.ok();
    }

    private Outcome storages(String argument, SimulatedModem.Settings settings) {
        if (!modem.sim().isUnlocked()) {
            return Outcome.failed(table.error(NO_PIN));
        }
        if (argument.equals("=?")) {
            String all =
                    modem.storageNames().stream().map(n -> '"' + n + '"').collect(Collectors.joining(",", "(", ")"));
            return Outcome.ok("+CPMS: " + all + "," + all + ",(\"" + modem.receivingName() + "\")");
        }
        if (argument.equals("?")) {
            String used = '"' + (settings.reading.isEmpty() ? modem.receivingName() : settings.reading) + "\","
                    + modem.reading().messages().size() + "," + modem.reading().slots();
            return Outcome.ok("+CPMS: " + used + "," + used + ",\"" + modem.receivingName() + "\","
                    + modem.storage(modem.receivingName()).messages().size() + ","
                    + modem.storage(modem.receivingName()).slots());
        }
        String name = CommandTable.unquoted(CommandTable.arguments(argument)[0]);
        modem.storage(name);
        settings.reading = name;
        String used = modem.reading().messages().size() + "," + modem.reading().slots();
        return Outcome.ok("+CPMS: " + used + "," + used + "," + used);
    }

    private void messages() {
        table.on(
                "+CMGS",
                argument -> ready(() -> {
                    int length = Integer.parseInt(argument.substring(1).strip());
                    return new Outcome(List.of(), "OK", OptionalInt.of(length));
                }));
        table.on("+CMGL", argument -> ready(() -> listed(argument)));
        table.on("+CMGR", argument -> ready(() -> read(index(argument))));
        table.on(
                "+CMGD",
                argument -> argument.equals("=?")
                        ? Outcome.ok("+CMGD: ("
                                + modem.reading().messages().keySet().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(","))
                                + "),(0-4)")
                        : ready(() -> deleted(index(argument))));
        table.on(
                "+CNMA",
                argument -> modem.acknowledged() ? Outcome.ok() : Outcome.failed(table.error(NOTHING_TO_ACKNOWLEDGE)));
    }

    private Outcome ready(Supplier<Outcome> command) {
        if (!modem.sim().isUnlocked()) {
            return Outcome.failed(table.error(NO_PIN));
        }
        return modem.settings().pduMode ? command.get() : Outcome.failed(table.error("+CMS ERROR: 302"));
    }

    private Outcome listed(String argument) {
        int wanted =
                argument.isEmpty() ? 0 : Integer.parseInt(argument.substring(1).strip());
        List<String> lines = new ArrayList<>();
        List.copyOf(modem.reading().messages().entrySet()).forEach(entry -> {
            Stored stored = entry.getValue();
            if (wanted == 4 || wanted == stored.status()) {
                lines.add("+CMGL: " + entry.getKey() + "," + stored.status() + ",,"
                        + SimulatedModem.tpduLength(stored.hex()) + "\r\n" + stored.hex());
                modem.reading().markRead(entry.getKey());
            }
        });
        return new Outcome(lines, "OK", OptionalInt.empty());
    }

    private Outcome read(int index) {
        Stored stored = modem.reading().messages().get(index);
        if (stored == null) {
            return Outcome.failed(table.error(INVALID_INDEX));
        }
        modem.reading().markRead(index);
        return Outcome.ok(
                "+CMGR: " + stored.status() + ",," + SimulatedModem.tpduLength(stored.hex()) + "\r\n" + stored.hex());
    }

    private Outcome deleted(int index) {
        return index < 1 || index > modem.reading().slots()
                ? Outcome.failed(table.error(INVALID_INDEX))
                : deletedFrom(modem.reading(), index);
    }

    private static Outcome deletedFrom(MessageStorage storage, int index) {
        storage.messages().remove(index);
        return Outcome.ok();
    }

    private static int index(String argument) {
        return Integer.parseInt(CommandTable.arguments(argument)[0].strip());
    }
}
