package io.github.camelsms.modem.profile;

import io.github.camelsms.modem.at.AtCommandLine;
import io.github.camelsms.modem.command.Indication;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is different about a family of modems.
 *
 * @param makers words in the answer to {@code AT+CGMI} that tell the family, in lower case
 * @param models words in the answer to {@code AT+CGMM}; empty: all models of these makers
 * @param setup commands to send at each initialisation; a refusal does no harm
 * @param indications ways to announce messages, best first, for modems that do not answer {@code AT+CNMI=?}
 * @param reset restarts the modem; empty: it knows no such command
 * @param iccid asks for the number of the card
 * @param afterPin how long the modem needs to itself after the PIN
 * @param deadlines how long single commands may take, by their name without arguments ({@code AT+CPMS}, {@code AT+CPIN?})
 * @param ussd how service codes and the answers to them are written
 */
public record ModemProfile(
        String name,
        List<String> makers,
        List<String> models,
        List<AtCommandLine> setup,
        List<Indication> indications,
        Optional<AtCommandLine> reset,
        AtCommandLine iccid,
        Duration afterPin,
        Map<String, Duration> deadlines,
        UssdForm ussd) {

    /** How {@code AT+CUSD} takes a service code. */
    public enum UssdForm {
        /** As it is. */
        TEXT,
        /** The octets of its packed septets in hex (3GPP TS 23.038, 6.1.2.3). */
        PACKED
    }

    public ModemProfile {
        Objects.requireNonNull(name, "name");
        makers = List.copyOf(makers);
        models = List.copyOf(models);
        setup = List.copyOf(setup);
        indications = List.copyOf(indications);
        Objects.requireNonNull(reset, "reset");
        Objects.requireNonNull(iccid, "iccid");
        Objects.requireNonNull(afterPin, "afterPin");
        deadlines = Map.copyOf(deadlines);
        Objects.requireNonNull(ussd, "ussd");
    }
}
