package io.github.camelsms.routes.http.emg;

import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.UserDataHeaders;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The user data header that {@code UDH}, {@code SOURCEPORT} and {@code DESTPORT}, and {@code CONCATSMSREF},
 * {@code CONCATSMSMAX} and {@code CONCATSMSSEQ} ask for together (3GPP TS 23.040, 9.2.3.24).
 */
final class EmgHeader {

    private final Parameters parameters;

    EmgHeader(Parameters parameters) {
        this.parameters = parameters;
    }

    /** The elements as hex, without the length octet; empty when there are none. */
    Optional<String> hex() throws RefusedException {
        String elements = given() + ports() + concatenation();
        return elements.isEmpty() ? Optional.empty() : Optional.of(elements);
    }

    private String given() throws RefusedException {
        Optional<String> udh = parameters.filled("udh");
        if (udh.isEmpty()) {
            return "";
        }
        try {
            return UserDataHeaders.either(HexFormat.of().parseHex(udh.get()));
        } catch (IllegalArgumentException e) {
            throw Refusal.BAD_UDH.because("UDH is hex");
        }
    }

    /** 9.2.3.24.4: application port addressing, 16 bits. */
    private String ports() throws RefusedException {
        OptionalInt source = parameters.number("sourceport", 0, 65_535);
        OptionalInt destination = parameters.number("destport", 0, 65_535);
        return source.isEmpty() && destination.isEmpty()
                ? ""
                : "0504%04X%04X".formatted(destination.orElse(0), source.orElse(0));
    }

    /** 9.2.3.24.1 and 9.2.3.24.8. */
    private String concatenation() throws RefusedException {
        OptionalInt reference = parameters.number("concatsmsref", 0, 65_535);
        OptionalInt max = parameters.number("concatsmsmax", 1, 255);
        OptionalInt sequence = parameters.number("concatsmsseq", 1, 255);
        if (reference.isEmpty() && max.isEmpty() && sequence.isEmpty()) {
            return "";
        }
        if (reference.isEmpty() || max.isEmpty() || sequence.isEmpty() || sequence.getAsInt() > max.getAsInt()) {
            throw Refusal.BAD_UDH.because("CONCATSMSREF, CONCATSMSMAX and CONCATSMSSEQ belong together");
        }
        String form = reference.getAsInt() > 255 ? "0804%04X%02X%02X" : "0003%02X%02X%02X";
        return form.formatted(reference.getAsInt(), max.getAsInt(), sequence.getAsInt());
    }
}
