package io.github.camelsms.modem.simulator;

import io.github.camelsms.modem.simulator.CommandTable.Outcome;
import java.util.List;

/** The commands of V.250 and 27.007: the modem itself, its SIM and its network. */
final class GeneralTable {

    private final SimulatedModem modem;
    private final CommandTable table;

    GeneralTable(SimulatedModem modem, CommandTable table) {
        this.modem = modem;
        this.table = table;
        general();
        sim();
    }

    private void general() {
        SimulatedModem.Settings settings = modem.settings();
        for (String accepted : List.of(
                "", "V1", "V", "Q0", "S0", "&F", "&F0", "&D0", "&D2", "&C1", "X4", "+CLIP", "+CSDH", "+IFC", "H")) {
            table.on(accepted, argument -> Outcome.ok());
        }
        table.on("+CSCS", argument -> CommandTable.fixed("+CSCS", argument, "\"GSM\""));
        table.on("+CMMS", argument -> CommandTable.fixed("+CMMS", argument, "0"));
        table.on("+CFUN", argument -> {
            if (argument.equals("=1,1")) {
                modem.restartSoon();
            }
            return CommandTable.fixed("+CFUN", argument, "1");
        });
        table.on("+COPS", argument -> CommandTable.fixed("+COPS", argument, "0,0,\"Simulated\""));
        table.on("+CCLK", argument -> Outcome.ok("+CCLK: \"" + modem.clock() + "\""));
        table.on("+CNUM", argument -> Outcome.ok("+CNUM: \"\",\"" + modem.sim().ownNumber() + "\",145"));
        table.on("+CUSD", argument -> {
            if (argument.startsWith("=1,")) {
                modem.askNetwork(CommandTable.unquoted(CommandTable.arguments(argument)[1]));
            }
            return Outcome.ok();
        });
        table.on("E0", argument -> echo(false));
        table.on("E", argument -> echo(false));
        table.on("E1", argument -> echo(true));
        table.on("Z", argument -> {
            settings.reset();
            return Outcome.ok();
        });
        table.on(
                "I",
                argument -> Outcome.ok(
                        modem.personality().manufacturer(), modem.personality().model(), "1"));
        table.on("+CGMI", argument -> Outcome.ok(modem.personality().manufacturer()));
        table.on("+CGMM", argument -> Outcome.ok(modem.personality().model()));
        table.on("+CGMR", argument -> Outcome.ok("1"));
        table.on("+CGSN", argument -> Outcome.ok(modem.imei()));
        table.on("+CIMI", argument -> Outcome.ok("001010123456789"));
        table.on("+CMEE", argument -> {
            settings.numericErrors = argument.equals("=1") || argument.equals("=2");
            return Outcome.ok();
        });
        table.on("+CSQ", argument -> Outcome.ok("+CSQ: 21,99"));
        table.on("+CREG", argument -> registration("+CREG", argument));
        table.on("+CGREG", argument -> registration("+CGREG", argument));
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
        table.on("+CPIN", argument -> {
            if (argument.equals("?")) {
                return Outcome.ok("+CPIN: " + sim.status());
            }
            return sim.enter(CommandTable.unquoted(argument.substring(1)))
                    ? Outcome.ok()
                    : Outcome.failed(table.error(sim.triesLeft() > 0 ? "+CME ERROR: 16" : "+CME ERROR: 12"));
        });
        table.on("+CPINR", argument -> Outcome.ok("+CPINR: SIM PIN," + sim.triesLeft() + ",3"));
        table.on("+CCID", argument -> Outcome.ok("+CCID: " + sim.iccid()));
    }
}
