package io.github.camelsms.modem.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/** The commands that a simulated modem knows, by name. */
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

    private final SimulatedModem modem;
    private final Map<String, Function<String, Outcome>> handlers = new LinkedHashMap<>();

    CommandTable(SimulatedModem modem) {
        this.modem = modem;
        new GeneralTable(modem, this);
        new MessageTable(modem, this);
    }

    /** Adds a command; its handler gets what stands behind the name: nothing, {@code ?}, {@code =?} or {@code =…}. */
    void on(String name, Function<String, Outcome> handler) {
        handlers.put(name, handler);
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
    String error(String coded) {
        return modem.settings().numericErrors ? coded : "ERROR";
    }

    /** A setting that has one value, which it can be set to. */
    static Outcome fixed(String name, String argument, String value) {
        return switch (argument) {
            case "?" -> Outcome.ok(name + ": " + value);
            case "=?" -> Outcome.ok(name + ": (" + value + ")");
            default -> Outcome.ok();
        };
    }

    static String[] arguments(String argument) {
        return argument.substring(1).split(",", -1);
    }

    static String unquoted(String value) {
        return value.strip().replace("\"", "");
    }
}
