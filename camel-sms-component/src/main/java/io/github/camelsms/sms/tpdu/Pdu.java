package io.github.camelsms.sms.tpdu;

import java.util.Optional;

/**
 * What a modem reads and writes in PDU mode (3GPP TS 27.005, 3.1): the address of the service centre, then a TPDU.
 *
 * @param serviceCentre empty for the one that the SIM holds
 */
public record Pdu(Optional<Address> serviceCentre, Octets tpdu) {

    /** A TPDU for the service centre that the SIM holds. */
    public static Pdu of(Tpdu tpdu) {
        return new Pdu(Optional.empty(), Octets.wrap(tpdu.encode()));
    }

    public Pdu withServiceCentre(Address address) {
        return new Pdu(Optional.of(address), tpdu);
    }

    /**
     * Reads the hex digits that a modem gives with {@code +CMGR}, {@code +CMGL}, {@code +CMT} or {@code +CDS}. The length
     * that stands before them is not asked: modems get it wrong.
     *
     * @throws TpduException when the text is no hex or ends in the address
     */
    public static Pdu parse(String hex) {
        OctetReader in = new OctetReader("Pdu", Hex.parse("Pdu.hex", hex.strip()));
        int length = in.octet("serviceCentre.length");
        Optional<Address> serviceCentre =
                length == 0 ? Optional.empty() : Optional.of(Address.decodeServiceCentre(in, length));
        return new Pdu(serviceCentre, in.octets(in.remaining(), "tpdu"));
    }

    /** The hex digits for the modem, upper case. */
    public String hex() {
        OctetWriter out = new OctetWriter();
        if (serviceCentre.isPresent()) {
            serviceCentre.get().encodeServiceCentre(out);
        } else {
            out.octet(0);
        }
        return out.octets(tpdu).hex();
    }

    /** The number for {@code AT+CMGS}: octets of the TPDU, the service centre address not counted. */
    public int tpduLength() {
        return tpdu.length();
    }
}
