package io.github.camelsms.sms.fields;

import io.github.camelsms.sms.tpdu.Address;
import io.github.camelsms.sms.tpdu.Direction;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.Pdu;
import io.github.camelsms.sms.tpdu.Tpdu;
import io.github.camelsms.sms.tpdu.TpduException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** PDUs in hex, and their fields by name, both ways. */
public final class PduFields {

    private static final String SERVICE_CENTRE = "smsc";

    private PduFields() {}

    /** The fields of a PDU that a mobile receives; see {@link #decode}. */
    public static Map<String, Object> decodeMobileTerminated(String hex, Framing framing) {
        return decode(hex, Direction.MOBILE_TERMINATED, framing);
    }

    /** The fields of a PDU that a mobile sends; see {@link #decode}. */
    public static Map<String, Object> decodeMobileOriginated(String hex, Framing framing) {
        return decode(hex, Direction.MOBILE_ORIGINATED, framing);
    }

    /**
     * The fields of a PDU, in the order of its octets. Without a service centre in front, {@code smsc} is null.
     *
     * @throws FieldException naming what cannot be read, and where
     */
    public static Map<String, Object> decode(String hex, Direction direction, Framing framing) {
        try {
            return read(hex, direction, framing);
        } catch (TpduException e) {
            throw FieldException.of(e);
        }
    }

    private static Map<String, Object> read(String hex, Direction direction, Framing framing) {
        Map<String, Object> out = new LinkedHashMap<>();
        Octets octets;
        Optional<Address> serviceCentre = Optional.empty();
        if (framing == Framing.SERVICE_CENTRE) {
            Pdu pdu = Pdu.parse(hex);
            octets = pdu.tpdu();
            serviceCentre = pdu.serviceCentre();
        } else {
            octets = Octets.ofHex(hex);
        }
        Tpdu tpdu = Tpdu.decode(octets.toArray(), direction);
        TpduType type = TpduType.of(tpdu);
        out.put("type", type.word());
        if (framing == Framing.TPDU_ALONE) {
            out.put(SERVICE_CENTRE, null);
        } else {
            serviceCentre.ifPresent(address -> out.put(SERVICE_CENTRE, AddressFields.write(address)));
        }
        Flag.write(type, tpdu.firstOctet(), out);
        TpduWriter.write(tpdu, out);
        SpareBits.write(octets, tpdu, out);
        return out;
    }

    /**
     * The hex digits of a PDU. The service centre is in front of it, the one of the SIM where {@code smsc} is missing,
     * unless {@code smsc} is null or {@code framing} has none.
     *
     * @param clock for times that are not given
     * @throws FieldException naming the field that cannot be used
     */
    public static String encode(Map<String, ?> fields, Framing framing, Clock clock) {
        Fields in = Fields.of(fields);
        Pdu pdu = new Pdu(Optional.empty(), SpareBits.read(in, TpduReader.read(in, clock)));
        if (framing == Framing.TPDU_ALONE || in.isNull(SERVICE_CENTRE)) {
            return pdu.tpdu().hex();
        }
        return AddressFields.read(in, SERVICE_CENTRE)
                .map(pdu::withServiceCentre)
                .orElse(pdu)
                .hex();
    }
}
