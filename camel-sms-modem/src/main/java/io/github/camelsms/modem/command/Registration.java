package io.github.camelsms.modem.command;

import java.util.OptionalInt;

/**
 * Registration in the network (27.007, 7.2).
 *
 * @param stat 0 to 10, as the standard counts
 */
public record Registration(int stat) {

    /** Whether short messages can be sent: home, roaming, and both for short messages only. */
    public boolean isRegistered() {
        return stat == 1 || stat == 5 || stat == 6 || stat == 7;
    }

    /** Reads the answer to {@code AT+CREG?}, which has the mode first, or the unsolicited form, which has not. */
    static OptionalInt stat(String line) {
        Fields fields = Fields.of(line);
        OptionalInt second = fields.number(1);
        return fields.count() == 1 || second.isEmpty() ? fields.number(0) : second;
    }

    /** For a person. */
    public String describe() {
        return switch (stat) {
            case 0 -> "not registered and not searching";
            case 1 -> "registered at home";
            case 2 -> "searching for a network";
            case 3 -> "refused by the network";
            case 5 -> "registered, roaming";
            case 6, 7 -> "registered for short messages only";
            default -> "registration state " + stat;
        };
    }
}
