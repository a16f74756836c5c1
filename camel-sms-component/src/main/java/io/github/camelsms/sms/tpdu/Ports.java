package io.github.camelsms.sms.tpdu;

import java.util.Optional;

/**
 * Application ports (3GPP TS 23.040, 9.2.3.24.3 and 9.2.3.24.4).
 *
 * @param bits width of the ports, 8 or 16
 */
public record Ports(int bits, int destination, int source) {

    public Ports {
        if (bits != 8 && bits != 16) {
            throw new IllegalArgumentException("a port has 8 or 16 bits, not " + bits);
        }
        Range.require("destination port", destination, 0, (1 << bits) - 1);
        Range.require("source port", source, 0, (1 << bits) - 1);
    }

    public InformationElement toElement() {
        return bits == 8
                ? new InformationElement(InformationElement.PORTS_8, Octets.of((byte) destination, (byte) source))
                : new InformationElement(
                        InformationElement.PORTS_16,
                        Octets.of((byte) (destination >> 8), (byte) destination, (byte) (source >> 8), (byte) source));
    }

    /** What an element says; empty for any other element and for one of the wrong length. */
    public static Optional<Ports> of(InformationElement element) {
        Octets data = element.data();
        if (element.identifier() == InformationElement.PORTS_8 && data.length() == 2) {
            return Optional.of(new Ports(8, data.at(0), data.at(1)));
        } else if (element.identifier() == InformationElement.PORTS_16 && data.length() == 4) {
            return Optional.of(new Ports(16, data.at(0) << 8 | data.at(1), data.at(2) << 8 | data.at(3)));
        }
        return Optional.empty();
    }
}
