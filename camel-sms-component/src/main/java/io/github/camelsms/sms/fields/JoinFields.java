package io.github.camelsms.sms.fields;

import io.github.camelsms.sms.message.PartKey;
import io.github.camelsms.sms.message.Reassembly;
import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.Direction;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.Pdu;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.Tpdu;
import io.github.camelsms.sms.tpdu.TpduException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What reassembly gives out, as fields: {@code single}, {@code complete} or {@code partial} is the text, or the data in
 * hex where {@code alphabet} is {@code 8bit}; {@code duplicate} is true. Behind it who sent it and when.
 */
public final class JoinFields {

    private JoinFields() {}

    /**
     * Reads what can be joined.
     *
     * @throws FieldException when it cannot be read, or is something else than a DELIVER
     */
    public static SmsDeliver deliver(String hex, Framing framing) {
        try {
            Octets octets = framing == Framing.SERVICE_CENTRE ? Pdu.parse(hex).tpdu() : Octets.ofHex(hex);
            Tpdu tpdu = Tpdu.decode(octets.toArray(), Direction.MOBILE_TERMINATED);
            if (tpdu instanceof SmsDeliver deliver) {
                return deliver;
            }
            throw new TpduException(
                    "Tpdu.firstOctet", 0, "a " + TpduType.of(tpdu).word() + " is no message to be joined");
        } catch (TpduException e) {
            throw FieldException.of(e);
        }
    }

    public static Map<String, Object> write(Reassembly.Result result) {
        Map<String, Object> out = new LinkedHashMap<>();
        SmsDeliver first = result.parts().get(0);
        String word = result.kind().name().toLowerCase(Locale.ROOT);
        if (result.kind() == Reassembly.Kind.DUPLICATE) {
            out.put(word, true);
        } else {
            var content = result.content();
            out.put(word, content.text().orElseGet(() -> content.data()
                    .map(Octets::hex)
                    .orElse("")));
        }
        Alphabet alphabet = first.userData().alphabet();
        out.put(AlphabetWord.NAME, AlphabetWord.of(alphabet));
        out.put("addr", AddressFields.write(first.originator()));
        TimeFields.write("scts", first.serviceCentreTimeStamp(), out);
        PartKey.of(first).ifPresent(key -> writeKey(key, result, out));
        return out;
    }

    private static void writeKey(PartKey key, Reassembly.Result result, Map<String, Object> out) {
        Map<String, Object> concat = new LinkedHashMap<>();
        concat.put("ref", key.reference());
        concat.put("total", key.total());
        if (result.kind() == Reassembly.Kind.DUPLICATE) {
            concat.put(
                    "seq",
                    result.parts()
                            .get(0)
                            .userData()
                            .concatenation()
                            .orElseThrow()
                            .sequence());
        }
        concat.put("bits", key.referenceBits());
        out.put("concat", concat);
        if (result.kind() == Reassembly.Kind.PARTIAL) {
            out.put("missing", result.missing());
        }
    }
}
