package io.github.camelsms.sms.fields;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that objects of fields have. What has another name is not read: somebody may have meant something else. */
public final class FieldNames {

    /** Of a PDU, with those that are only written. */
    public static final FieldNames PDU = new FieldNames(List.of(
            "type smsc addr fo mms rd lp sri srr srq udhi rp mr pid scts scts_hex dt dt_hex st state fcs ct mn pi",
            "dcs cls compressed autodelete mwi alphabet vpf vp vp_hex vp_minutes vp_seconds",
            "text data septets spare ies concat ports"));

    /** Of a text that is to be split. */
    public static final FieldNames PREVIEW = new FieldNames(
            List.of("text data refBits maxParts locking single alphabet transliterate ies concat ports"));

    private final Set<String> names;

    private FieldNames(List<String> lines) {
        this.names = Set.of(String.join(" ", lines).split(" ", -1));
    }

    /** The names that are none of these, in the order of the object. */
    public Set<String> unknown(Map<String, ?> fields) {
        Set<String> unknown = new LinkedHashSet<>(fields.keySet());
        unknown.removeAll(names);
        return unknown;
    }
}
