package io.github.camelsms.modem.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes what is written to a simulated modem, octet by octet: command lines, and PDUs behind a prompt. */
final class Interpreter {

    private static final char CTRL_Z = 0x1A;
    private static final char ESC = 0x1B;

    private final SimulatedModem modem;
    private final CommandTable commands;
    private final StringBuilder line = new StringBuilder();
    private boolean prompting;
    private int tpduLength;

    Interpreter(SimulatedModem modem) {
        this.modem = modem;
        this.commands = new CommandTable(modem);
    }

    void reset() {
        line.setLength(0);
        prompting = false;
    }

    void hear(byte[] octets) {
        for (byte octet : octets) {
            char c = (char) (octet & 0xFF);
            if (prompting) {
                hearPdu(c);
            } else {
                hearCommand(c);
            }
        }
    }

    private void hearPdu(char c) {
        if (c == ESC) {
            reset();
            answer(List.of(), "OK");
        } else if (c == CTRL_Z) {
            String hex = line.toString().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
            if (modem.settings().echo) {
                modem.say(hex + CTRL_Z + modem.personality().lineEnd(), 0);
            }
            reset();
            sendPdu(hex);
        } else {
            line.append(c);
        }
    }

    private void sendPdu(String hex) {
        Optional<Faults.Fault> fault = modem.faults().strike("PDU");
        if (fault.isPresent() && fault.get().effect() != Faults.Effect.LOSE_ANSWER) {
            if (fault.get().effect() == Faults.Effect.ANSWER) {
                answer(List.of(), fault.get().answer());
            }
            return;
        }
        String result = modem.submit(hex, tpduLength);
        if (fault.isPresent()) {
            return;
        }
        if (result.startsWith("+CMGS")) {
            answer(List.of(result), "OK");
        } else {
            answer(List.of(), result);
        }
    }

    private void hearCommand(char c) {
        if (c == ESC) {
            line.setLength(0);
        } else if (c == '\r') {
            String text = line.toString().strip();
            line.setLength(0);
            if (!text.isEmpty()) {
                execute(text);
            }
        } else if (c >= ' ') {
            line.append(c);
        }
    }

    private void execute(String text) {
        if (modem.settings().echo) {
            modem.say(text + "\r", 0);
        }
        if (!text.toUpperCase(Locale.ROOT).startsWith("AT")) {
            return;
        }
        Optional<Faults.Fault> fault = modem.faults().strike(text);
        if (fault.isPresent() && fault.get().effect() == Faults.Effect.IGNORE) {
            return;
        }
        if (fault.isPresent() && fault.get().effect() == Faults.Effect.ANSWER) {
            answer(List.of(), fault.get().answer());
            return;
        }
        List<String> lines = new ArrayList<>();
        String result = "OK";
        for (String command : commands(text.substring(2))) {
            CommandTable.Outcome outcome = commands.execute(command);
            if (outcome.prompt().isPresent()) {
                prompt(outcome.prompt().getAsInt(), fault.isPresent());
                return;
            }
            lines.addAll(outcome.lines());
            result = outcome.result();
            if (!result.equals("OK")) {
                break;
            }
        }
        if (fault.isEmpty()) {
            answer(lines, result);
        }
        modem.receivePending();
    }

    private void prompt(int length, boolean silently) {
        prompting = true;
        tpduLength = length;
        if (!silently) {
            modem.say(modem.personality().prompt(), modem.faults().delay().toNanos());
        }
    }

    /** The commands of one line: basic ones follow each other, extended ones are parted by semicolons (V.250, 5.2). */
    static List<String> commands(String body) {
        List<String> commands = new ArrayList<>();
        int i = 0;
        while (i < body.length()) {
            int end = i;
            if (Character.isLetter(body.charAt(i)) || body.charAt(i) == '&') {
                end += body.charAt(i) == '&' ? 2 : 1;
                while (end < body.length() && Character.isDigit(body.charAt(end))) {
                    end++;
                }
            } else {
                end = endOfExtended(body, i);
            }
            end = Math.min(end, body.length());
            commands.add(body.substring(i, end));
            i = end < body.length() && body.charAt(end) == ';' ? end + 1 : end;
        }
        return commands.isEmpty() ? List.of("") : commands;
    }

    private static int endOfExtended(String body, int from) {
        boolean quoted = false;
        int end = from;
        while (end < body.length() && (quoted || body.charAt(end) != ';')) {
            quoted ^= body.charAt(end) == '"';
            end++;
        }
        return end;
    }

    private void answer(List<String> lines, String result) {
        String end = modem.personality().lineEnd();
        StringBuilder text = new StringBuilder();
        text.append(modem.faults().garbage());
        String noise = modem.faults().noise();
        if (!noise.isEmpty()) {
            text.append(end).append(noise).append(end);
        }
        for (String each : lines) {
            text.append(end).append(each).append(end);
        }
        text.append(end).append(result).append(end);
        modem.say(text.toString(), modem.faults().delay().toNanos());
    }
}
