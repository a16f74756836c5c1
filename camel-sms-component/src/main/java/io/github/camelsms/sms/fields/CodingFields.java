package io.github.camelsms.sms.fields;

import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.DataCodingScheme;
import io.github.camelsms.sms.tpdu.MessageClass;
import io.github.camelsms.sms.tpdu.MessageWaiting;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** TP-DCS: the octet {@code dcs}, and what it says beside the alphabet. */
final class CodingFields {

    static final String NAME = "dcs";

    private static final String CLASS = "cls";

    private CodingFields() {}

    static void write(DataCodingScheme scheme, Map<String, Object> out) {
        out.put(NAME, scheme.octet());
        scheme.messageClass().ifPresent(messageClass -> out.put(CLASS, messageClass.value()));
        if (scheme.compressed()) {
            out.put("compressed", true);
        }
        if (scheme.automaticDeletion()) {
            out.put("autodelete", true);
        }
        scheme.messageWaiting().ifPresent(waiting -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("active", waiting.indication() == MessageWaiting.Indication.ACTIVE);
            fields.put("type", waiting.kind().name().toLowerCase(Locale.ROOT));
            fields.put("discard", waiting.storage() == MessageWaiting.Storage.DISCARD);
            out.put("mwi", fields);
        });
    }

    static Optional<DataCodingScheme> read(Fields in) {
        return in.octet(NAME).map(DataCodingScheme::new);
    }

    /** The scheme of an alphabet, and of the class that is asked for. */
    static DataCodingScheme of(Alphabet alphabet, Fields in) {
        Optional<MessageClass> messageClass = in.integer(CLASS, 0, 3).flatMap(MessageClass::of);
        return messageClass.isPresent()
                ? DataCodingScheme.of(alphabet, messageClass.get())
                : DataCodingScheme.of(alphabet);
    }
}
