package io.github.camelsms.modem.simulator;

import io.github.camelsms.modem.simulator.MessageStorage.Stored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The commands that a simulated modem knows. */
final class CommandTable {

    /**
     * How a command ends.
     *
     * @param prompt length of the TPDU that is to follow the prompt
     */
    record Outcome(List<String> lines, String result, OptionalInt prompt) {

        static Outcome ok(String... lines) {
            return new Outcome(List.of(lines), "OK", OptionalInt.empty());
        }

        static Outcome failed(String result) {
            return new Outcome(List.of(), result, OptionalInt.empty());
        }
    }

    private static final String INVALID_INDEX = "+CMS ERROR: 321";
    private static final String NO_PIN = "+CMS ERROR: 311";

    private final SimulatedModem modem;
    private final Map<String, Function<String, Outcome>> handlers = new LinkedHashMap<>();

    CommandTable(SimulatedModem modem) {
        this.modem = modem;
        general();
        sim();
        setup();
        messages();
    }

    /** @param command without the leading AT: a name, then {@code ?}, {@code =?} or {@code =arguments} or nothing */
    Outcome execute(String command) {
        int end = 0;
        while (end < command.length() && "?=".indexOf(command.charAt(end)) < 0) {
            end++;
        }
        String name = command.substring(0, end).toUpperCase(Locale.ROOT);
        String argument = command.substring(end);
        Function<String, Outcome> handler = handlers.get(name);
        if (handler == null) {
            return Outcome.failed(error(command.startsWith("+CM") ? "+CMS ERROR: 303" : "+CME ERROR: 4"));
        }
        try {
            return handler.apply(argument);
        } catch (IllegalArgumentException e) {
            return Outcome.failed(error("+CMS ERROR: 302"));
        }
    }

    /** Codes only where they were asked for. */
    private String error(String coded) {
        return modem.settings().numericErrors ? coded : "ERROR";
    }

    private void general() {
        SimulatedModem.Settings settings = modem.settings();
        for (String accepted : List.of(
                "", "V1", "V", "Q0", "S0", "&F", "&F0", "&D0", "&D2", "&C1", "X4", "+CLIP", "+CSDH", "+IFC", "H")) {
            handlers.put(accepted, argument -> Outcome.ok());
        }
        handlers.put("+CSCS", argument -> fixed("+CSCS", argument, "\"GSM\""));
        handlers.put("+CMMS", argument -> fixed("+CMMS", argument, "0"));
        handlers.put("+CFUN", argument -> {
            if (argument.equals("=1,1")) {
                modem.restartSoon();
            }
            return fixed("+CFUN", argument, "1");
        });
        handlers.put("+COPS", argument -> fixed("+COPS", argument, "0,0,\"Simulated\""));
        handlers.put("+CCLK", argument -> Outcome.ok("+CCLK: \"" + modem.clock() + "\""));
        handlers.put(
                "+CNUM", argument -> Outcome.ok("+CNUM: \"\",\"" + modem.sim().ownNumber() + "\",145"));
        handlers.put("+CUSD", argument -> {
            if (argument.startsWith("=1,")) {
                modem.askNetwork(unquoted(arguments(argument)[1]));
            }
            return Outcome.ok();
        });
        handlers.put("E0", argument -> echo(false));
        handlers.put("E", argument -> echo(false));
        handlers.put("E1", argument -> echo(true));
        handlers.put("Z", argument -> {
            settings.reset();
            return Outcome.ok();
        });
        handlers.put(
                "I",
                argument -> Outcome.ok(
                        modem.personality().manufacturer(), modem.personality().model(), "1"));
        handlers.put("+CGMI", argument -> Outcome.ok(modem.personality().manufacturer()));
        handlers.put("+CGMM", argument -> Outcome.ok(modem.personality().model()));
        handlers.put("+CGMR", argument -> Outcome.ok("1"));
        handlers.put("+CGSN", argument -> Outcome.ok(modem.imei()));
        handlers.put("+CIMI", argument -> Outcome.ok("001010123456789"));
        handlers.put("+CMEE", argument -> {
            settings.numericErrors = argument.equals("=1") || argument.equals("=2");
            return Outcome.ok();
        });
        handlers.put("+CSQ", argument -> Outcome.ok("+CSQ: 21,99"));
        handlers.put("+CREG", argument -> registration("+CREG", argument));
        handlers.put("+CGREG", argument -> registration("+CGREG", argument));
    }

    /** A setting that has one value, which it can be set to. */
    private static Outcome fixed(String name, String argument, String value) {
        return switch (argument) {
            case "?" -> Outcome.ok(name + ": " + value);
            case "=?" -> Outcome.ok(name + ": (" + value + ")");
            default -> Outcome.ok();
        };
    }

    private Outcome echo(boolean on) {
        modem.settings().echo = on;
        return Outcome.ok();
    }

    private Outcome registration(String name, String argument) {
        if (argument.equals("?")) {
            return Outcome.ok(name + ": " + modem.settings().registrationReports + ","
                    + (modem.sim().isUnlocked() ? 1 : 0));
        }
        if (argument.equals("=?")) {
            return Outcome.ok(name + ": (0-2)");
        }
        modem.settings().registrationReports = Integer.parseInt(argument.substring(1));
        return Outcome.ok();
    }

    private void sim() {
        SimulatedSim sim = modem.sim();
        handlers.put("+CPIN", argument -> {
            if (argument.equals("?")) {
                return Outcome.ok("+CPIN: " + sim.status());
            }
            return sim.enter(unquoted(argument.substring(1)))
                    ? Outcome.ok()
                    : Outcome.failed(error(sim.triesLeft() > 0 ? "+CME ERROR: 16" : "+CME ERROR: 12"));
        });
        handlers.put("+CPINR", argument -> Outcome.ok("+CPINR: SIM PIN," + sim.triesLeft() + ",3"));
        handlers.put("+CCID", argument -> Outcome.ok("+CCID: " + sim.iccid()));
    }

    private void setup() {
        SimulatedModem.Settings settings = modem.settings();
        handlers.put("+CMGF", argument -> switch (argument) {
            case "?" -> Outcome.ok("+CMGF: " + (settings.pduMode ? 0 : 1));
            case "=?" -> Outcome.ok("+CMGF: (0)");
            case "=0" -> {
                settings.pduMode = true;
                yield Outcome.ok();
            }
            default -> Outcome.failed(error("+CMS ERROR: 303"));
        });
        handlers.put("+CSCA", argument -> {
            if (argument.equals("?")) {
                return Outcome.ok("+CSCA: \"" + modem.sim().serviceCentre() + "\",145");
            }
            modem.sim().serviceCentre(unquoted(arguments(argument)[0]));
            return Outcome.ok();
        });
        handlers.put("+CSMS", argument -> {
            if (argument.equals("?")) {
                return Outcome.ok("+CSMS: " + settings.service + ",1,1,1");
            }
            if (argument.equals("=?")) {
                return Outcome.ok("+CSMS: (0,1)");
            }
            settings.service = Integer.parseInt(argument.substring(1));
            return Outcome.ok("+CSMS: 1,1,1");
        });
        handlers.put("+CNMI", argument -> announcements(argument, settings));
        handlers.put("+CPMS", argument -> storages(argument, settings));
    }

    private Outcome announcements(String argument, SimulatedModem.Settings settings) {
        if (modem.personality().indications().isEmpty()) {
            return Outcome.failed(error("+CMS ERROR: 303"));
        }
        if (argument.equals("=?")) {
            return Outcome.ok("+CNMI: " + modem.personality().indications());
        }
        if (argument.equals("?")) {
            return Outcome.ok("+CNMI: 2," + settings.mt + ",0," + settings.ds + ",0");
        }
        String[] values = arguments(argument);
        settings.mt = values.length > 1 && !values[1].isBlank() ? Integer.parseInt(values[1].strip()) : settings.mt;
        settings.ds = values.length > 3 && !values[3].isBlank() ? Integer.parseInt(values[3].strip()) : settings.ds;
        return Outcome.ok();
    }

    private Outcome storages(String argument, SimulatedModem.Settings settings) {
        if (!modem.sim().isUnlocked()) {
            return Outcome.failed(error(NO_PIN));
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
        String name = unquoted(arguments(argument)[0]);
        modem.storage(name);
        settings.reading = name;
        String used = modem.reading().messages().size() + "," + modem.reading().slots();
        return Outcome.ok("+CPMS: " + used + "," + used + "," + used);
    }

    private void messages() {
        handlers.put(
                "+CMGS",
                argument -> ready(() -> {
                    int length = Integer.parseInt(argument.substring(1).strip());
                    return new Outcome(List.of(), "OK", OptionalInt.of(length));
                }));
        handlers.put("+CMGL", argument -> ready(() -> listed(argument)));
        handlers.put("+CMGR", argument -> ready(() -> read(index(argument))));
        handlers.put(
                "+CMGD",
                argument -> argument.equals("=?")
                        ? Outcome.ok("+CMGD: ("
                                + modem.reading().messages().keySet().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(","))
                                + "),(0-4)")
                        : ready(() -> deleted(index(argument))));
        handlers.put("+CNMA", argument -> Outcome.ok());
    }

    private Outcome ready(Supplier<Outcome> command) {
        if (!modem.sim().isUnlocked()) {
            return Outcome.failed(error(NO_PIN));
        }
        return modem.settings().pduMode ? command.get() : Outcome.failed(error("+CMS ERROR: 302"));
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
            return Outcome.failed(error(INVALID_INDEX));
        }
        modem.reading().markRead(index);
        return Outcome.ok(
                "+CMGR: " + stored.status() + ",," + SimulatedModem.tpduLength(stored.hex()) + "\r\n" + stored.hex());
    }

    private Outcome deleted(int index) {
        return index < 1 || index > modem.reading().slots()
                ? Outcome.failed(error(INVALID_INDEX))
                : deletedFrom(modem.reading(), index);
    }

    private static Outcome deletedFrom(MessageStorage storage, int index) {
        storage.messages().remove(index);
        return Outcome.ok();
    }

    private static int index(String argument) {
        return Integer.parseInt(arguments(argument)[0].strip());
    }

    private static String[] arguments(String argument) {
        return argument.substring(1).split(",", -1);
    }

    private static String unquoted(String value) {
        return value.strip().replace("\"", "");
    }
}
