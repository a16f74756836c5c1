package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.template.TemplateMessage;
import io.github.camelsms.sms.tpdu.Octets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Message;

/** The message that a template is expanded for, read from the headers and the body of an exchange. */
public final class TemplateHeaders {

    private TemplateHeaders() {}

    /**
     * Reads a message.
     *
     * @param more what the template can say beside that, by name
     * @throws io.github.camelsms.sms.store.SmsRejectedException when a header has no such value
     */
    public static TemplateMessage message(Message in, Map<String, String> more) {
        Map<String, String> texts = new HashMap<>(more);
        put(texts, "number", in, SmsConstants.TO);
        put(texts, "sender", in, SmsConstants.FROM);
        put(texts, "sender_phonealias", in, SmsConstants.FROM);
        put(texts, "msgid", in, SmsConstants.MESSAGE_ID);
        put(texts, "pid", in, SmsConstants.PID);
        put(texts, "dcs", in, SmsConstants.DCS);
        return new TemplateMessage(
                ContentHeaders.content(in),
                MessageHeaders.text(in, SmsConstants.UDH).map(Octets::ofHex).orElse(Octets.EMPTY),
                ContentHeaders.segmentation(in),
                texts);
    }

    private static void put(Map<String, String> texts, String name, Message in, String header) {
        Optional<String> text = MessageHeaders.text(in, header);
        text.ifPresent(value -> texts.put(name, value));
    }
}
