package io.github.camelsms.sms.fields;

import io.github.camelsms.sms.address.MailTag;
import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.address.SmsAddress;
import io.github.camelsms.sms.address.SmsParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Addresses, and mailboxes in texts, as named fields. */
public final class RecipientFields {

    private RecipientFields() {}

    /**
     * What an address says: {@code number}, {@code recipients}, {@code gateway}, {@code domain}, {@code maxmsgs} or
     * {@code maxmsgs_invalid}, {@code body}, and {@code params}, the password of the address among them.
     *
     * @throws FieldException when it is no address
     */
    public static Map<String, Object> address(String written) {
        SmsAddress address;
        try {
            address = SmsAddress.parse(written);
        } catch (IllegalArgumentException e) {
            throw new FieldException("address", e.getMessage());
        }
        SmsParameters parameters = address.parameters();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("number", address.number().value());
        out.put(
                "recipients",
                address.recipients().stream().map(PhoneNumber::value).toList());
        address.gateway().ifPresent(gateway -> out.put("gateway", gateway));
        address.domain().ifPresent(domain -> out.put("domain", domain));
        try {
            parameters.maxParts().ifPresent(parts -> out.put("maxmsgs", parts));
        } catch (IllegalArgumentException e) {
            out.put("maxmsgs_invalid", true);
        }
        parameters.value("body").ifPresent(body -> out.put("body", body));
        parameters.value("sender").ifPresent(sender -> out.put("sender", sender));
        Map<String, Object> rest = new LinkedHashMap<>(parameters.all());
        rest.keySet().removeAll(List.of("maxmsgs", "body"));
        if (!parameters.custom().isEmpty()) {
            rest.put("value", parameters.custom());
        }
        out.put("params", rest);
        return out;
    }

    /** The mailbox that a text names as {@code email}, or null, and the text without it as {@code stripped}. */
    public static Map<String, Object> text(String text) {
        Optional<MailTag> tag = MailTag.find(text);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("email", tag.map(MailTag::mail).orElse(null));
        out.put("stripped", tag.map(MailTag::rest).orElse(text));
        return out;
    }
}
