package io.github.camelsms.routes.json;

import io.github.camelsms.sms.store.ReplyLink;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reply links as the API and the commands show them; the names are stable. */
public final class LinkJson {

    private LinkJson() {}

    public static Map<String, Object> of(ReplyLink link) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", link.number());
        fields.put("mailbox", link.mailbox());
        fields.put("message", link.message().value());
        fields.put("expiresAt", link.expiresAt().toString());
        return fields;
    }
}
