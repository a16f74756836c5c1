package io.github.camelsms.sms.fields;

import io.github.camelsms.sms.message.MessageContent;
import io.github.camelsms.sms.message.SegmentationOptions;
import io.github.camelsms.sms.template.QueryPairs;
import io.github.camelsms.sms.template.TemplateMessage;
import io.github.camelsms.sms.template.UrlTemplate;
import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.DataCodingScheme;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.TpduException;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A URL template and the message it is tried on, as named fields. */
public final class TemplateFields {

    private static final List<String> TEXTS =
            List.of("number", "sender", "sender_phonealias", "msgid", "from", "from_alias", "to", "pid", "dcs");

    private static final List<String> OCTETS = List.of("pid", "dcs");

    private TemplateFields() {}

    /**
     * Expands {@code template} for the message {@code context}: {@code data}, or with {@code binary} {@code data_hex};
     * {@code udh_hex} without its length octet; the other variables under their names.
     *
     * @return {@code url}, and {@code query}, its parameters as a server reads them
     * @throws FieldException naming the field that cannot be used
     */
    public static Map<String, Object> expand(Map<String, ?> fields) {
        Fields in = Fields.of(fields);
        String template = in.text("template").orElseThrow(() -> in.fail("template", "is missing"));
        TemplateMessage message =
                in.object("context").map(TemplateFields::message).orElseThrow(() -> in.fail("context", "is missing"));
        String url = in.checked("template", () -> UrlTemplate.parse(template).expand(message));
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("url", url);
        out.put("query", QueryPairs.of(url));
        return out;
    }

    private static TemplateMessage message(Fields in) {
        Map<String, String> texts = new HashMap<>();
        for (String name : TEXTS) {
            boolean octet = in.isNumber(name) && OCTETS.contains(name);
            Optional<String> text = octet ? in.octet(name).map(String::valueOf) : in.text(name);
            text.ifPresent(value -> texts.put(name, value));
        }
        Octets udh = in.hex("udh_hex").orElse(Octets.EMPTY);
        boolean binary = in.isText("binary")
                ? in.text("binary").orElseThrow().equals("1")
                : in.flag("binary").orElse(in.has("data_hex"));
        MessageContent content = binary
                ? MessageContent.data(in.hex("data_hex").orElse(Octets.EMPTY).toArray())
                : MessageContent.text(in.text("data").orElse(""));
        return new TemplateMessage(withHeader(content, udh), udh, options(texts, content), texts);
    }

    /** A header that cannot be read is passed on as it is, and takes no room in the count of parts. */
    private static MessageContent withHeader(MessageContent content, Octets udh) {
        try {
            return content.with(content.options().withHeader(UserDataHeader.ofElements(udh)));
        } catch (TpduException e) {
            return content;
        }
    }

    private static SegmentationOptions options(Map<String, String> texts, MessageContent content) {
        String dcs = texts.getOrDefault("dcs", "");
        boolean ucs2 = content instanceof MessageContent.Text
                && dcs.matches("[0-9]{1,2}|1[0-9]{2}|2[0-4][0-9]|25[0-5]")
                && new DataCodingScheme(Integer.parseInt(dcs)).userDataAlphabet() == Alphabet.UCS2;
        return ucs2 ? SegmentationOptions.DEFAULT.withAlphabet(Alphabet.UCS2) : SegmentationOptions.DEFAULT;
    }
}
